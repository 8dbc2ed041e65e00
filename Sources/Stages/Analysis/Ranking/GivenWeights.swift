import Methods
import WorkbenchKit

/// `--weights a=.3,b=.7`, or a table that `weigh` made.
struct WeightArguments: ArgumentGroup {
  let weights = Argument(
    flags: "weights", .pair(.name),
    about: Text(
      nl: "hoe zwaar elk criterium telt: a=.3,b=.7; zonder tellen ze even zwaar",
      en: "how much each criterion counts: a=.3,b=.7; without they count alike"))
  let weightsFrom = Argument(
    flag: "weights-from", .table,
    about: Text(
      nl: "gewichten uit een tabel met criterion en weight, zoals 'weigh' die maakt",
      en: "weights from a table with criterion and weight, as 'weigh' makes it"))
  let numbers = NumberArguments()
}

/// The weights of criteria, as they are typed or stand in a table.
struct GivenWeights {
  private let weights: [(name: String, value: Double)]
  /// How the table was read that they stand in.
  private let remarks: [Notice]

  static let none = GivenWeights()

  private init() { (weights, remarks) = ([], []) }

  /// - Parameters:
  ///   - pairs: `a=.3` and the like, each with its place.
  ///   - source: the table that has them instead.
  ///   - marks: the signs within its numbers, as far as they are known.
  ///   - table: the alternatives on the criteria.
  ///   - names: the place of the column with the names of the alternatives, which is no criterion.
  /// - Throws: `column.unknown`, `weights.twice`, `weights.repeated`, `weights.number`, `weights.negative`, `weights.zero`.
  init(
    _ pairs: [Pair<String>], from source: TableReference?, _ marks: GivenMarks, in table: Table, names: Int?,
    context: Context
  ) throws {
    guard pairs.isEmpty || source == nil else {
      throw Diagnostic(
        "weights.twice",
        Text(
          nl: "de gewichten staan zowel in --weights als in --weights-from",
          en: "weights stand both in --weights and in --weights-from"), place: source?.place)
    }
    let taken = try source?.table(in: context, intake: TableIntake(marks: marks))
    remarks = taken?.notices ?? []
    let given = try taken.map { try Self.listed($0.table, at: source?.place) } ?? Self.typed(pairs)
    var found: [(name: String, value: Double)] = []
    for (name, value, place) in given {
      let index = try table.index(of: name, at: place)
      guard index != names else {
        throw Diagnostic(
          "weights.name",
          Text(
            nl: "'\(name)' zijn de namen van de alternatieven, en geen criterium",
            en: "'\(name)' holds the names of the alternatives, and is no criterion"), place: place)
      }
      guard !found.contains(where: { $0.name == name }) else {
        throw Diagnostic(
          "weights.repeated",
          Text(nl: "'\(name)' heeft meer dan één gewicht", en: "'\(name)' has more than one weight"), place: place)
      }
      guard value >= 0 else {
        let shown = NumberText.shortest(value)
        throw Diagnostic(
          "weights.negative",
          Text(nl: "het gewicht van '\(name)' is \(shown)", en: "the weight of '\(name)' is \(shown)"),
          wayOut: Text(
            nl: "een gewicht is nul of meer; is minder beter, gebruik --minimise \(name)",
            en: "a weight is nought or more; where less is better, use --minimise \(name)"), place: place)
      }
      found.append((name, value))
    }
    if !found.isEmpty, found.allSatisfy({ $0.value == 0 }) {
      throw Diagnostic(
        "weights.zero", Text(nl: "alle gewichten zijn nul", en: "all weights are nought"),
        wayOut: Text(
          nl: "geef ten minste één criterium een gewicht boven nul",
          en: "give at least one criterion a weight above nought"),
        place: source?.place ?? pairs.last?.place)
    }
    weights = found
  }

  var isEmpty: Bool { weights.isEmpty }

  /// Nil for a column that has no weight.
  func value(of name: String) -> Double? { weights.first { $0.name == name }?.value }

  private static func typed(_ pairs: [Pair<String>]) throws -> [(String, Double, Place?)] {
    try pairs.map { pair in
      let key = pair.key
      guard case .number(let number, let unit)? = TypedValue.number(pair.value), number.isFinite else {
        throw Diagnostic(
          "weights.number",
          Text(
            nl: "het gewicht van '\(key)' is geen getal: '\(pair.value)'",
            en: "the weight of '\(key)' is no number: '\(pair.value)'"),
          wayOut: Text(nl: "zoals: --weights a=.3,b=.7", en: "such as: --weights a=.3,b=.7"), place: pair.place)
      }
      return (pair.reference.name, unit == .percent ? number / 100 : number, pair.place)
    }
  }

  private static func listed(_ table: Table, at place: Place?) throws -> [(String, Double, Place?)] {
    let purpose = Purpose(name: "--weights-from", place: place)
    try table.requireRows(for: purpose)
    let names = try RowNames.distinct(try table.require("criterion", at: place), at: place)
    let numbers = try table.require("weight", at: place)
      .completeNumbers(.any, for: purpose, rows: names)
    return zip(names, numbers).map { ($0, $1, place) }
  }

  /// What was done with them.
  func notices(criteria: [String], columns: [String]) -> [Notice] {
    guard !isEmpty else {
      if criteria.count == 1 { return [] }
      return [
        .caution(
          nl: "zonder gewichten telt elk criterium even zwaar (--weights)",
          en: "without weights each criterion counts alike (--weights)")
      ]
    }
    var notices = remarks
    let sum = weights.reduce(0) { $0 + $1.value }
    if abs(sum - 1) > 1e-9, abs(sum - 100) > 1e-9 {
      let shown = Text.number(sum)
      notices.append(
        .info(
          nl: "de gewichten tellen op tot \(shown.nl); gerekend is met hun aandeel daarin",
          en: "the weights add up to \(shown.en); their shares of that are used"))
    }
    let left = columns.filter { value(of: $0) == nil }
    notices.add(.caution, naming: left) {
      Text(
        nl: "zonder gewicht, dus niet meegeteld: \($0.nl)", en: "without a weight, so left out: \($0.en)")
    }
    return notices
  }
}

extension Pair {
  /// The column that the key names.
  var reference: ColumnReference { ColumnReference(key, at: place) }
}
