import WorkbenchKit

/// Weights as they are shown: one row for each criterion; with several judges the lowest and highest of them beside it, and a
/// second table with the weights of each.
struct WeightsOutput {
  let criteria: [String]
  let weights: [Double]
  /// None where nobody is named.
  var judges: [(name: String, weights: [Double])] = []
  /// More columns for the table of judges, a value for each.
  var judgeColumns: [Column] = []

  /// - Parameter details: more columns, a value for each criterion.
  func output(_ input: Output, title: Text, details: [Column] = [], blocks: [Block] = []) -> Output {
    var columns: [Column] = [
      .texts("criterion", criteria, label: Text(nl: "criterium", en: "criterion")),
      .numbers("weight", weights, label: Text(nl: "gewicht", en: "weight"), format: .decimals(4)),
    ]
    if !judges.isEmpty {
      func extreme(_ pick: ([Double]) -> Double?) -> [Double] {
        criteria.indices.map { index in pick(judges.map { $0.weights[index] }) ?? .nan }
      }
      columns.append(
        .numbers("low", extreme { $0.min() }, label: Text(nl: "laagste rol", en: "lowest role"), format: .decimals(4)))
      columns.append(
        .numbers("high", extreme { $0.max() }, label: Text(nl: "hoogste rol", en: "highest role"), format: .decimals(4))
      )
    }
    var output = input.replacing(Table(title: title, columns: columns + details))
    if !judges.isEmpty {
      output.blocks.append(
        .table(
          Table(
            title: Text(nl: "Gewichten per rol", en: "Weights by role"),
            columns: [.texts("judge", judges.map(\.name), label: Text(nl: "rol", en: "role"))] + judgeColumns
              + criteria.enumerated().map { index, name in
                .numbers(name, judges.map { $0.weights[index] }, format: .decimals(4))
              })))
    }
    output.blocks += blocks
    return output
  }
}
