import WorkbenchKit

extension Projection {
  /// By how much people become more or fewer, as a sentence ends with it: " (52 % meer)"; nothing where there is none to compare with.
  ///
  /// - Parameters:
  ///   - now: how many people there are.
  ///   - later: how many there will be.
  static func change(from now: Double, to later: Double) -> Text {
    let more = now > 0 ? later / now - 1 : .nan
    guard !more.isNaN else { return .verbatim("") }
    let share = Text.share(abs(more), decimals: 0)
    return more < 0
      ? Text(nl: " (\(share.nl) minder)", en: " (\(share.en) fewer)")
      : Text(nl: " (\(share.nl) meer)", en: " (\(share.en) more)")
  }
}
