import Methods
import WorkbenchKit

/// What the stages that rank by weights take, but for what is of the method.
struct RankingArguments: ArgumentGroup {
  let weighing = WeightArguments()
  let minimise = RankingInput.minimise
  let rowNames = RowNameArguments()
}

extension Given<RankingArguments> {
  /// Returns the alternatives on the criteria, with the weights that the line gives.
  func input(of table: Table, in context: Context) throws -> RankingInput {
    try RankingInput(table, id: self.rowNames.id, minimise: self.minimise, for: purpose) { names in
      try GivenWeights(
        self.weighing.weights, from: self.weighing.weightsFrom, self.weighing.numbers.marks(), in: table, names: names,
        context: context)
    }
  }
}

/// A table as alternatives (rows) on criteria (columns).
struct RankingInput {
  /// What an alternative is called, and the column with the names.
  let names: RowNames
  let criteria: [Column]
  let values: Matrix
  /// Of which criteria less is better.
  let isCost: [Bool]
  /// What was given of weights; empty where nothing was.
  let weights: GivenWeights
  /// Whether weights are asked for at all.
  private let takesWeights: Bool

  static let minimise = Argument(
    flags: "minimise", .column,
    about: Text(nl: "criteria waarvan minder beter is", en: "criteria of which less is better"))

  /// - Parameters:
  ///   - id: the column with the names of the alternatives.
  ///   - costs: the criteria of which less is better.
  ///   - weigh: gives the weights, where the stage takes any, of the place of the column with the names.
  /// - Throws: `table.empty`, `rank.criteria`, `criterion.unknown`, `column.*`, `value.missing`, `weights.*`, `id.*`.
  init(
    _ table: Table, id: ColumnReference?, minimise costs: [ColumnReference] = [], for purpose: Purpose,
    weigh: ((_ names: Int?) throws -> GivenWeights)? = nil
  ) throws {
    try table.requireRows(for: purpose)
    names = try RowNames(id?.name, in: table, at: id?.place)
    let named = names.column
    let all = table.columns.indices.filter { $0 != named }
    takesWeights = weigh != nil
    let weights = try weigh?(named) ?? GivenWeights.none
    self.weights = weights
    let chosen = weights.isEmpty ? all : all.filter { weights.value(of: table.columns[$0].name) != nil }
    guard !chosen.isEmpty else {
      throw Diagnostic(
        "rank.criteria",
        Text(
          nl: "'\(purpose.name)' vindt geen criteria in de tabel",
          en: "'\(purpose.name)' finds no criteria in the table"),
        wayOut: Text(
          nl: "een rij per alternatief, en naast de naam een kolom met getallen per criterium",
          en: "a row for each alternative, and beside its name a column of numbers for each criterion"),
        place: purpose.place)
    }
    let criteria = chosen.map { table.columns[$0] }
    self.criteria = criteria
    let rowNames = names.names
    let columns = try criteria.map { try $0.completeNumbers(.any, for: purpose, rows: rowNames) }
    values = Matrix((0..<table.rowCount).map { row in columns.map { $0[row] } })
    var isCost = [Bool](repeating: false, count: criteria.count)
    for cost in costs { isCost[try Self.criterion(cost, among: criteria.map(\.name))] = true }
    self.isCost = isCost
  }

  /// Returns the place of a criterion.
  ///
  /// - Throws: `criterion.unknown`.
  func criterion(_ reference: ColumnReference) throws -> Int {
    try Self.criterion(reference, among: criterionNames)
  }

  /// Returns the place of a criterion.
  ///
  /// - Throws: `criterion.unknown`.
  static func criterion(_ reference: ColumnReference, among criteria: [String]) throws -> Int {
    let name = reference.name
    if let index = criteria.firstIndex(of: name) { return index }
    let known = Text.quoted(criteria, atMost: 10)
    throw Diagnostic(
      "criterion.unknown",
      Text(nl: "'\(name)' is hier geen criterium", en: "'\(name)' is no criterion here"),
      wayOut: .verbatim("criteria: ") + known, suggestion: NearestWord.best(name, among: criteria),
      place: reference.place)
  }

  var criterionNames: [String] { criteria.map(\.name) }

  /// A weight for each criterion, in their order; equal where none were given.
  var weightList: [Double] { criteria.map { weights.isEmpty ? 1 : weights.value(of: $0.name) ?? 0 } }

  func matrix() throws -> DecisionMatrix {
    do { return try DecisionMatrix(values: values, weights: weightList, isCost: isCost) } catch {
      // Weights were checked when they were read; what is left is a number too large to be added up.
      throw Diagnostic(
        "value.range",
        Text(nl: "de getallen zijn te groot om mee te rekenen", en: "the numbers are too large to work with"))
    }
  }

  /// What a person should know of names and weights.
  func notices(in table: Table) -> [Notice] {
    guard takesWeights else { return [names.notice] }
    let own = names.column.map { table.columns[$0].name }
    return [names.notice]
      + weights.notices(criteria: criterionNames, columns: table.columnNames.filter { $0 != own })
  }
}
