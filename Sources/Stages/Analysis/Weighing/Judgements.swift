import WorkbenchKit

/// Who judges, and what the criteria are called.
struct JudgementArguments: ArgumentGroup {
  let by = Argument(
    flag: "by", .column,
    about: Text(nl: "de kolom met de rol die oordeelt", en: "the column with the role that judges"))
  let rowNames = RowNameArguments()
}

/// What each judge, a role at the table, says: the rows of a table by a column, in the order of their first row.
struct Judgements {
  /// Nil where nobody is named and all rows are one judgement.
  let judge: String?
  let rows: [Int]

  /// - Parameter judge: the column with the roles; nil where all rows are one judgement.
  /// - Throws: `column.unknown`, `id.missing` for a row without a judge.
  static func of(_ judge: ColumnReference?, in table: Table) throws -> (column: Int?, judgements: [Judgements]) {
    guard let judge else { return (nil, [Judgements(judge: nil, rows: Array(0..<table.rowCount))]) }
    let index = try judge.index(in: table)
    let column = table.columns[index].open
    var order: [String] = []
    var rows: [String: [Int]] = [:]
    for row in 0..<table.rowCount {
      guard !column.isMissing(row) else {
        throw Diagnostic(
          "id.missing",
          Text(nl: "'\(column.name)' is leeg in rij \(row + 1)", en: "'\(column.name)' is empty in row \(row + 1)"),
          place: judge.place)
      }
      let judge = column[row].plain
      if rows[judge] == nil { order.append(judge) }
      rows[judge, default: []].append(row)
    }
    return (index, order.map { Judgements(judge: $0, rows: rows[$0] ?? []) })
  }

  /// `gemeente: `, before a sentence about one judge.
  var prefix: String { judge.map { "\($0): " } ?? "" }
}
