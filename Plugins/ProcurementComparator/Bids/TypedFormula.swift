import WorkbenchKit

extension AwardFormula {
  /// How formulas are typed.
  static let about = Text(
    nl: "relative, linear:LAAG:HOOG, log:A, value, ratio, utility (alleen kwaliteit) of lowest",
    en: "relative, linear:LOW:HIGH, log:A, value, ratio, utility (quality alone) or lowest")

  static let candidates = [
    Candidate("relative", Text(nl: "laagste prijs gedeeld door prijs", en: "lowest price over price")),
    Candidate("linear:", Text(nl: "tussen twee vooraf gegeven prijzen", en: "between two prices given beforehand")),
    Candidate("log:2", Text(nl: "logaritmisch: bij A maal de laagste prijs geen punten", en: "logarithmic")),
    Candidate("value", Text(nl: "gunnen op waarde", en: "award on value")),
    Candidate("ratio", Text(nl: "prijs per kwaliteitspunt", en: "price per quality point")),
    Candidate("utility", Text(nl: "kwaliteit bij een vaste prijs", en: "quality at a fixed price")),
    Candidate("lowest", Text(nl: "laagste prijs", en: "lowest price")),
  ]

  /// Reads a formula as it is typed.
  ///
  /// - Parameter qualityEuro: what full quality is worth.
  /// - Throws: `formula.unknown`, `formula.bounds`, `formula.worth`.
  init(typed text: String, qualityEuro: Double?) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.dropFirst().map { NumberText.parse($0) }
    switch (parts.first ?? "", parts.count) {
    case ("relative", 1): self = .relative
    case ("ratio", 1): self = .ratio
    case ("utility", 1): self = .utility
    case ("lowest", 1): self = .lowest
    case ("value", 1):
      guard let qualityEuro else { throw Self.withoutWorth }
      self = .value(qualityEuro: qualityEuro)
    case ("linear", 3):
      guard let low = numbers[0], let high = numbers[1], low >= 0, high > low else { throw Self.outOfBounds(text) }
      self = .linear(low: low, high: high)
    case ("log", 2):
      guard let base = numbers[0], base > 1 else { throw Self.outOfBounds(text) }
      self = .logarithmic(base: base)
    case ("linear", _), ("log", _): throw Self.outOfBounds(text)
    default:
      throw Diagnostic(
        "formula.unknown", Text(nl: "er is geen formule '\(text)'", en: "there is no formula '\(text)'"),
        wayOut: Self.about,
        suggestion: NearestWord.best(
          text, among: ["relative", "linear:", "log:", "value", "ratio", "utility", "lowest"]))
    }
  }

  private static let withoutWorth = Diagnostic(
    "formula.worth", Text(nl: "'value' mist --quality-euro", en: "'value' lacks --quality-euro"),
    wayOut: Text(
      nl: "--quality-euro N: hoeveel euro volle kwaliteit waard is", en: "--quality-euro N: the worth of full quality"),
    suggestion: "--quality-euro")

  private static func outOfBounds(_ text: String) -> Diagnostic {
    Diagnostic(
      "formula.bounds", Text(nl: "de grenzen in '\(text)' kunnen niet", en: "the bounds in '\(text)' cannot be"),
      wayOut: Text(
        nl: "zoals linear:800:1600 (laag onder hoog) of log:2 (boven 1)",
        en: "such as linear:800:1600 (low below high) or log:2 (above 1)"))
  }
}
