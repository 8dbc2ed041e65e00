import Methods
import Session
import WorkbenchKit

/// What would change our minds of a kept result: where each assumption turns it, and what part of its spread comes from each.
struct HingeAnalysis {
  let assumptions: [Assumption]
  let figures: WatchedFigures
  let base: Standing
  let searches: [HingeSearch]
  let spread: HingeSpread
  /// Of the figure that is looked at, or of the lead of the first over the second.
  let variance: VarianceShares?
  let information: InformationValue?
  let rule: HingeSpread.Rule?
  let count: Int
  /// Whether the lines give as they are what was kept.
  let isAsKept: Bool

  struct Request {
    let of: String?
    let id: String?
    let top: Int?
    let rule: HingeSpread.Rule?
    let runs: Int
  }

  /// So many places count where nobody says, in a long table fewer.
  private static let mostPlaces = 10
  private static let fewPlaces = 3

  /// - Throws: `hinges.*`, the error of a line that does not go any more, `Interrupted`.
  init(_ result: KeptResult, _ assumptions: [Assumption], _ request: Request, _ runs: HingeRuns) throws {
    self.assumptions = assumptions
    let figures = try WatchedFigures(runs.base, of: request.of, id: request.id, result: result.name)
    if let rule = request.rule { try Self.demand(rule, figures) }
    let rows = figures.names.count
    let places = request.top ?? (rows <= Self.mostPlaces ? rows : Self.fewPlaces)
    let standing = { (values: [Double]) in Standing(values, places: places, lowestFirst: request.rule == .lowest) }
    var spread = try HingeSpread(assumptions, most: request.runs)
    runs.expected = spread.grid.count + assumptions.reduce(0) { $0 + HingeSearch.runs($1) + 12 }
    let values = figures.values(in: runs.base)
    let base = standing(values)
    searches = try assumptions.enumerated().map { place, assumption in
      try HingeSearch(assumption, base: base) { standing(figures.values(in: try runs.outcome([place: $0]))) }
    }
    try spread.run { figures.values(in: try runs.outcome($0)) }
    let isWhole = spread.failure == nil
    let (first, second) = Self.leaders(base)
    let figure = { (values: [Double]) in second.map { values[first] - values[$0] } ?? values[first] }
    variance = isWhole ? spread.variance(figure) : nil
    information = isWhole ? request.rule.flatMap(spread.information) : nil
    isAsKept = zip(figures.values(in: result.result.output), values).allSatisfy { kept, now in
      abs(kept - now) <= 1e-9 * max(1, abs(kept)) || kept.isNaN && now.isNaN
    }
    (self.figures, self.base, self.spread) = (figures, base, spread)
    (rule, count) = (request.rule, runs.count)
  }

  /// The rows of which the lead is looked at; of a single figure itself.
  private static func leaders(_ standing: Standing) -> (Int, Int?) {
    let order = standing.order.flatMap { $0 }
    return (order.first ?? 0, order.count > 1 ? order[1] : nil)
  }

  /// The names of the two of which the lead is looked at; nil where it is one figure.
  var lead: (first: String, second: String)? {
    let (first, second) = Self.leaders(base)
    return second.map { (figures.names[first], figures.names[$0]) }
  }

  /// The assumptions, that which turns first before the others, then that with the larger part in the spread.
  var order: [Int] {
    let share = variance?.shares ?? assumptions.map { _ in 0 }
    let distance = searches.map { $0.turns.first?.distance ?? .infinity }
    return assumptions.indices.sorted { (distance[$0], -share[$0], $0) < (distance[$1], -share[$1], $1) }
  }

  private static func demand(_ rule: HingeSpread.Rule, _ figures: WatchedFigures) throws {
    guard (rule == .positive) != figures.isSingle else { return }
    throw Diagnostic(
      "hinges.decide",
      figures.isSingle
        ? Text(
          nl: "er is één getal, en daarvan is er geen hoogste of laagste om te kiezen",
          en: "there is one figure, and no highest or lowest of it to choose")
        : Text(
          nl: "er zijn \(figures.names.count) rijen, en 'positive' kiest over één getal",
          en: "there are \(figures.names.count) rows, and 'positive' chooses by one figure"),
      wayOut: figures.isSingle
        ? Text(nl: "doen als het boven 0 is: --decide positive", en: "to do it where it is above 0: --decide positive")
        : Text(nl: "kies met --decide highest of --decide lowest", en: "choose by --decide highest or --decide lowest"))
  }
}
