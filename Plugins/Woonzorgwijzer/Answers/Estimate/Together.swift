import WorkbenchKit

/// What is known of several indicators at once.
struct Together {
  let kind: KnownCombinations.Kind
  /// The stem of one more indicator that tells it; none where it needs none.
  let more: [String]

  /// - Throws: `argument.missing` for what is not two to six different indicators.
  init(_ stems: [String], _ search: IndicatorSearch, _ context: Context) throws {
    guard (2...6).contains(Set(stems).count), Set(stems).count == stems.count else {
      throw Diagnostic(
        "argument.missing",
        Text(
          nl: "--together vraagt twee tot zes verschillende indicatoren",
          en: "--together asks for two to six different indicators"),
        wayOut: Text(
          nl: "noem ze met --indicator, gescheiden door een komma",
          en: "name them with --indicator, with a comma between"),
        suggestion: "--indicator Eenzaam,BeperkingInBewegen")
    }
    let kind = try KnownCombinations(context).kind(stems)
    let needed: String? =
      switch kind {
      case .given(let stem): stem
      case .unknown(let union): union
      case .within, .apart: nil
      }
    let isThere = needed.map { search.stems.contains($0) } ?? true
    self.kind = isThere ? kind : .unknown(union: nil)
    more = isThere ? [needed].compactMap { $0 }.filter { !stems.contains($0) } : []
  }
}
