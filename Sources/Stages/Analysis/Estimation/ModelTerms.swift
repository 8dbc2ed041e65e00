import Methods
import WorkbenchKit

/// The columns that an estimate rests on as the terms of a regression: the intercept first, a number as it stands, and of a
/// text one term for each of its values but the first in order.
struct ModelTerms {
  let names: [String]
  /// A row for each row of the table.
  let rows: [[Double]]

  /// - Throws: `column.unknown`, `column.type`, `value.missing`.
  init(_ columns: [ColumnReference], in table: Table, rows rowNames: [String], for purpose: Purpose) throws {
    var names = ["intercept"]
    var terms = [[Double](repeating: 1, count: table.rowCount)]
    for index in try columns.indices(in: table) {
      let column = table.columns[index]
      guard let texts = column.open.texts, !column.open.isEmpty else {
        names.append(column.name)
        terms.append(try column.completeNumbers(.any, for: purpose, rows: rowNames))
        continue
      }
      let values = try texts.enumerated().map { row, text in
        guard let text else { throw column.missingCell(rowNames[row], at: purpose.place) }
        return text
      }
      for level in Set(values).sorted(by: { TextOrder($0) < TextOrder($1) }).dropFirst() {
        names.append("\(column.name)=\(level)")
        terms.append(values.map { $0 == level ? 1 : 0 })
      }
    }
    self.names = names
    rows = (0..<table.rowCount).map { row in terms.map { $0[row] } }
  }
}
