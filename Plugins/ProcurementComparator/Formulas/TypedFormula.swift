import WorkbenchKit

extension AwardFormula {
  /// How formulas are typed.
  static let about = Text(
    nl: """
      relative, linear:LAAG:HOOG, log:A, linear2L, lowest-highest, average, rank:10:8:6, steps:100=1:110=0.5, utility-index, \
      superformule:P:Q:PMAX, value, ratio, utility (alleen kwaliteit) of lowest
      """,
    en: """
      relative, linear:LOW:HIGH, log:A, linear2L, lowest-highest, average, rank:10:8:6, steps:100=1:110=0.5, utility-index, \
      superformule:P:Q:PMAX, value, ratio, utility (quality alone) or lowest
      """)

  static let candidates = [
    Candidate("relative", Text(nl: "laagste prijs gedeeld door prijs", en: "lowest price over price")),
    Candidate("linear:", Text(nl: "tussen twee vooraf gegeven prijzen", en: "between two prices given beforehand")),
    Candidate(
      "log:2",
      Text(
        nl: "logaritmisch: bij A maal de laagste prijs geen punten",
        en: "logarithmic: no points at A times the lowest price")),
    Candidate(
      "linear2L",
      Text(
        nl: "2 − prijs ÷ laagste: geen punten bij twee keer de laagste prijs",
        en: "2 − price ÷ lowest: no points at twice the lowest price")),
    Candidate(
      "lowest-highest",
      Text(nl: "tussen de laagste en de hoogste prijs", en: "between the lowest and the highest price")
    ),
    Candidate("average", Text(nl: "tegenover de gemiddelde prijs", en: "against the mean price")),
    Candidate("rank:", Text(nl: "punten naar plaats van de prijs: rank:10:8:6", en: "points by place: rank:10:8:6")),
    Candidate(
      "steps:", Text(nl: "staffels: steps:100=1:110=0.5 of steps:5%=1:10%=0.5", en: "brackets, in euros or in %")),
    Candidate("utility-index", Text(nl: "waarde voor geld, met gewichten", en: "value for money, with weights")),
    Candidate(
      "superformule:", Text(nl: "tegenover een referentie van prijs en kwaliteit", en: "against a reference bid")),
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
    let name = parts.first ?? ""
    guard let read = try Self.read(name.lowercased(), Array(parts.dropFirst()), qualityEuro) else {
      if Self.takesNumbers.contains(name.lowercased()) { throw Self.outOfBounds(text) }
      throw Diagnostic(
        "formula.unknown", Text(nl: "er is geen formule '\(text)'", en: "there is no formula '\(text)'"),
        wayOut: Self.about, suggestion: NearestWord.best(text, among: Self.candidates.map(\.word)))
    }
    self = read
  }

  private static let takesNumbers: Set = [
    "linear", "log", "linear2l", "average", "rank", "steps", "superformule", "superformula",
  ]

  private static func read(_ name: String, _ parts: [String], _ qualityEuro: Double?) throws -> AwardFormula? {
    let numbers = parts.map { TypedValue.number($0)?.number ?? .nan }
    switch (name, parts.count) {
    case ("relative", 0): return .relative
    case ("lowest-highest", 0): return .lowestHighest
    case ("utility-index", 0): return .utilityIndex
    case ("ratio", 0): return .ratio
    case ("utility", 0): return .utility
    case ("lowest", 0): return .lowest
    case ("value", 0):
      guard let qualityEuro else { throw withoutWorth }
      return .value(qualityEuro: qualityEuro)
    case ("linear", 2):
      return numbers[0] >= 0 && numbers[1] > numbers[0] ? .linear(low: numbers[0], high: numbers[1]) : nil
    case ("log", 1): return numbers[0] > 1 ? .logarithmic(base: numbers[0]) : nil
    case ("linear2l", 0): return .linear2L(floored: false)
    case ("linear2l", 1): return numbers[0] == 0 ? .linear2L(floored: true) : nil
    case ("average", 0): return .average(base: 0.5)
    case ("average", 1): return share(parts[0]).map(AwardFormula.average)
    case ("rank", 1...): return places(parts).map(AwardFormula.places)
    case ("steps", 1...): return steps(parts).map(AwardFormula.steps)
    case ("superformule", 3), ("superformula", 3):
      guard let quality = share(parts[1]) else { return nil }
      return Superformula(price: numbers[0], quality: quality, equalPrice: numbers[2]).map(AwardFormula.superformula)
    default: return nil
    }
  }

  private static func share(_ text: String) -> Double? {
    TypedValue.number(text).flatMap { try? ShareText.share($0) }
  }

  /// Reads points by place as parts of the first.
  static func places(_ parts: [String]) -> [Double]? {
    let points = parts.map { TypedValue.number($0)?.number ?? .nan }
    guard let first = points.first, first > 0, points.allSatisfy({ $0 >= 0 }),
      zip(points, points.dropFirst()).allSatisfy({ $0 >= $1 })
    else { return nil }
    return points.map { $0 / first }
  }

  private static func steps(_ parts: [String]) -> PriceSteps? {
    var steps: [PriceSteps.Step] = []
    var areParts: Set<Bool> = []
    for part in parts {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, case .number(let bound, let unit)? = TypedValue.number(sides[0]),
        let points = share(sides[1])
      else { return nil }
      areParts.insert(unit == .percent)
      steps.append(.init(upTo: unit == .percent ? bound / 100 : bound, points: points))
    }
    return areParts.count == 1 ? PriceSteps(steps, isOfLowest: areParts == [true]) : nil
  }

  private static let withoutWorth = Diagnostic(
    "formula.worth", Text(nl: "'value' mist --quality-euro", en: "'value' lacks --quality-euro"),
    wayOut: Text(
      nl: "--quality-euro N: hoeveel euro volle kwaliteit waard is", en: "--quality-euro N: the worth of full quality"),
    suggestion: "--quality-euro")

  private static func outOfBounds(_ text: String) -> Diagnostic {
    Diagnostic(
      "formula.bounds", Text(nl: "de getallen in '\(text)' kunnen niet", en: "the numbers in '\(text)' cannot be"),
      wayOut: Text(
        nl: """
          zoals linear:800:1600 (laag onder hoog), log:2 (boven 1), linear2L:0 (niet onder 0), average:0.5, rank:10:8:6 (niet \
          stijgend), steps:100=1:110=0.5 of steps:5%=1:10%=0.5, superformule:100000:0.7:130000 (volle kwaliteit duurder dan de \
          referentie, en minder dan naar verhouding)
          """,
        en: """
          such as linear:800:1600 (low below high), log:2 (above 1), linear2L:0 (not below 0), average:0.5, rank:10:8:6 (not \
          rising), steps:100=1:110=0.5 or steps:5%=1:10%=0.5, superformule:100000:0.7:130000 (full quality dearer than the \
          reference, and less than in proportion)
          """))
  }
}

extension QualityPoints {
  /// Reads what is typed: `absolute`, `best` or `rank:10:8:6`; nil for anything else.
  init?(typed text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first?.lowercased() ?? "", parts.count) {
    case ("absolute", 1): self = .absolute
    case ("best", 1): self = .best
    case ("rank", 2...):
      guard let points = AwardFormula.places(Array(parts.dropFirst())) else { return nil }
      self = .places(points)
    default: return nil
    }
  }
}
