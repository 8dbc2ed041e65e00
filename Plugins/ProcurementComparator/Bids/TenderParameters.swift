import WorkbenchKit

/// The flags by which a tender is described, for `bid new`, `rank` and `audit` alike, and how they are read.
enum TenderParameters {
  static let formula = Parameter.flag(
    "formula", .text,
    about: Text(
      nl: "relative, linear:LAAG:HOOG, log:A, value, ratio, utility (alleen kwaliteit) of lowest",
      en: "relative, linear:LOW:HIGH, log:A, value, ratio, utility (quality alone) or lowest"),
    candidates: { _ in
      [
        Candidate("relative", Text(nl: "laagste prijs gedeeld door prijs", en: "lowest price over price")),
        Candidate("linear:", Text(nl: "tussen twee vooraf gegeven prijzen", en: "between two prices given beforehand")),
        Candidate("log:2", Text(nl: "logaritmisch: bij A maal de laagste prijs geen punten", en: "logarithmic")),
        Candidate("value", Text(nl: "gunnen op waarde", en: "award on value")),
        Candidate("ratio", Text(nl: "prijs per kwaliteitspunt", en: "price per quality point")),
        Candidate("utility", Text(nl: "kwaliteit bij een vaste prijs", en: "quality at a fixed price")),
        Candidate("lowest", Text(nl: "laagste prijs", en: "lowest price")),
      ]
    })
  static let weights = Parameter.flag(
    "weights", .pair, repeated: true,
    about: Text(
      nl: "gewichten, samen 100: price=40,quality=60, of per criterium",
      en: "weights, together 100: price=40,quality=60, or by criterion"))
  static let ties = Parameter.flag(
    "ties",
    .choice([
      Candidate("shared", Text(nl: "gelijken delen de rang", en: "equals share the rank")),
      Candidate("quality", Text(nl: "meer kwaliteit gaat voor", en: "more quality goes first")),
      Candidate("price", Text(nl: "de goedkopere gaat voor", en: "the cheaper goes first")),
      Candidate("draw", Text(nl: "loten, met de seed", en: "a draw by lot, with the seed")),
    ]),
    about: Text(nl: "wat bij een gelijke uitkomst geldt", en: "what holds where the outcome is equal"))
  static let ceiling = Parameter.flag(
    "ceiling", .number(0...1e15),
    about: Text(nl: "plafond: duurder telt niet mee", en: "ceiling: dearer does not count"),
    unit: .euro)
  static let minimum = Parameter.flag(
    "minimum", .pair, repeated: true,
    about: Text(
      nl: "minimale kwaliteit, 0 tot en met 1: quality=0.6 of per criterium",
      en: "least quality, 0 through 1: quality=0.6 or by criterion"))
  static let qualityEuro = Parameter.flag(
    "quality-euro", .number(0...1e15),
    about: Text(nl: "bij value: wat volle kwaliteit waard is", en: "for value: what full quality is worth"), unit: .euro
  )

  static let all = [formula, weights, ties, ceiling, minimum, qualityEuro]

  /// The tender in the workspace with what this call says instead.
  static func tender(_ call: Call, _ context: Context) throws -> Tender {
    try override(Tender(context.workspace), call)
  }

  static func override(_ tender: Tender, _ call: Call) throws -> Tender {
    var tender = tender
    if let text = call.text("formula") { tender.formula = text }
    if call.has("weights") {
      tender.weights = try call.pairs("weights").map { pair in
        guard let value = pair.value.number, value >= 0 else {
          throw Diagnostic(
            "bid.weights",
            Text(
              nl: "het gewicht '\(pair.value.plain)' van '\(pair.key)' is geen getal van 0 of meer",
              en: "the weight '\(pair.value.plain)' of '\(pair.key)' is no number of 0 or more"), place: pair.place)
        }
        return Tender.Weight(name: pair.key, value: value)
      }
    }
    if let ties = call.text("ties") { tender.ties = AwardRule.Ties(rawValue: ties) }
    if let ceiling = call.number("ceiling") { tender.ceiling = ceiling }
    if let euro = call.number("quality-euro") { tender.qualityEuro = euro }
    for pair in call.pairs("minimum") { tender.minimum[pair.key] = try share(pair.value, of: pair.key, at: pair.place) }
    return tender
  }

  /// - Throws: `bid.quality`.
  static func share(_ value: Value, of name: String, at place: Place?) throws -> Double {
    if case .number(let number, let unit) = value {
      let share = unit == .percent ? number / 100 : number
      if (0...1).contains(share) { return share }
    }
    throw Diagnostic(
      "bid.quality",
      Text(
        nl: "'\(name)' is \(value.plain), en dat is geen aandeel van 0 tot en met 1",
        en: "'\(name)' is \(value.plain), which is no share of 0 through 1"),
      wayOut: Text(nl: "zoals 0.8 of 80%", en: "such as 0.8 or 80%"), place: place)
  }

  /// Reads a formula as it is typed.
  ///
  /// - Throws: `formula.unknown`, `formula.bounds`, `argument.missing`.
  static func formula(_ text: String, qualityEuro: Double?, at place: Place?) throws -> AwardFormula {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.dropFirst().map { NumberText.parse($0) }
    switch (parts.first ?? "", parts.count) {
    case ("relative", 1): return .relative
    case ("ratio", 1): return .ratio
    case ("utility", 1): return .utility
    case ("lowest", 1): return .lowest
    case ("value", 1):
      guard let qualityEuro else {
        throw Diagnostic(
          "argument.missing",
          Text(nl: "'value' mist --quality-euro", en: "'value' lacks --quality-euro"),
          wayOut: Text(
            nl: "--quality-euro N: hoeveel euro volle kwaliteit waard is",
            en: "--quality-euro N: the worth of full quality"),
          suggestion: "--quality-euro", place: place)
      }
      return .value(qualityEuro: qualityEuro)
    case ("linear", 3):
      guard let low = numbers[0], let high = numbers[1], low >= 0, high > low else { break }
      return .linear(low: low, high: high)
    case ("log", 2):
      guard let base = numbers[0], base > 1 else { break }
      return .logarithmic(base: base)
    default:
      let names = ["relative", "linear:", "log:", "value", "ratio", "utility", "lowest"]
      guard ["linear", "log"].contains(parts.first ?? "") else {
        throw Diagnostic(
          "formula.unknown", Text(nl: "er is geen formule '\(text)'", en: "there is no formula '\(text)'"),
          wayOut: formula.about, suggestion: NearestWord.best(text, among: names), place: place)
      }
    }
    throw Diagnostic(
      "formula.bounds",
      Text(nl: "de grenzen in '\(text)' kunnen niet", en: "the bounds in '\(text)' cannot be"),
      wayOut: Text(
        nl: "zoals linear:800:1600 (laag onder hoog) of log:2 (boven 1)",
        en: "such as linear:800:1600 (low below high) or log:2 (above 1)"), place: place)
  }
}
