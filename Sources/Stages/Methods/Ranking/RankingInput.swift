import Methods
import WorkbenchKit

/// A table as alternatives (rows) on criteria (columns), as a call asks for them.
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

  static let minimise = Parameter.flag(
    "minimise", .column, repeated: true,
    about: Text(nl: "criteria waarvan minder beter is", en: "criteria of which less is better"))
  /// What the stages that rank take, but for those of the method.
  static let parameters = GivenWeights.parameters + [minimise, RowNames.parameter]

  /// - Parameter takesWeights: whether the call has the flags for weights.
  /// - Throws: `table.empty`, `rank.criteria`, `criterion.unknown`, `column.*`, `value.missing`, `weights.*`, `id.*`.
  init(_ call: Call, in table: Table, context: Context, takesWeights: Bool = true) throws {
    let stage = call.path.joined(separator: " ")
    try table.requireRows(for: stage, at: call.place)
    names = try RowNames(call, in: table)
    let named = names.column
    let all = table.columns.indices.filter { $0 != named }
    self.takesWeights = takesWeights
    let weights =
      takesWeights ? try GivenWeights(call, in: table, names: named, context: context) : GivenWeights.none
    self.weights = weights
    let chosen = weights.isEmpty ? all : all.filter { weights.value(of: table.columns[$0].name) != nil }
    guard !chosen.isEmpty else {
      throw Diagnostic(
        "rank.criteria",
        Text(nl: "'\(stage)' vindt geen criteria in de tabel", en: "'\(stage)' finds no criteria in the table"),
        wayOut: Text(
          nl: "een rij per alternatief, en naast de naam een kolom met getallen per criterium",
          en: "a row for each alternative, and beside its name a column of numbers for each criterion"),
        place: call.place)
    }
    let criteria = chosen.map { table.columns[$0] }
    self.criteria = criteria
    let rowNames = names.names
    let columns = try criteria.map { try $0.completeNumbers(.any, for: stage, rows: rowNames, at: call.place) }
    values = Matrix((0..<table.rowCount).map { row in columns.map { $0[row] } })
    var costs = [Bool](repeating: false, count: criteria.count)
    for argument in call.all("minimise") {
      costs[try Self.criterion(argument.value.columnName, criteria.map(\.name), at: argument.place)] = true
    }
    isCost = costs
  }

  /// Returns the place of a criterion.
  ///
  /// - Throws: `criterion.unknown`.
  static func criterion(_ name: String, _ criteria: [String], at place: Place?) throws -> Int {
    if let index = criteria.firstIndex(of: name) { return index }
    throw Diagnostic(
      "criterion.unknown",
      Text(nl: "'\(name)' is hier geen criterium", en: "'\(name)' is no criterion here"),
      wayOut: Text(
        nl: "criteria: \(quotedList(criteria, atMost: 10).nl)", en: "criteria: \(quotedList(criteria, atMost: 10).en)"),
      suggestion: NearestWord.best(name, among: criteria), place: place)
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
