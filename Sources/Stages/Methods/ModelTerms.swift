import Methods
import WorkbenchKit

/// The columns that an estimate rests on as the terms of a regression: the intercept first, a number as it stands, and of a
/// text one term for each of its values but the first in order.
struct ModelTerms {
  let names: [String]
  /// A row for each row of the table.
  let rows: [[Double]]

  /// - Throws: `column.unknown`, `column.type`, `value.missing`.
  init(_ call: Call, _ flag: String, in table: Table, rows rowNames: [String]) throws {
    var names = ["intercept"]
    var terms = [[Double](repeating: 1, count: table.rowCount)]
    for index in try call.columns(flag, in: table) {
      let column = table.columns[index]
      let place = call.place(of: flag)
      guard let texts = column.open.texts, !column.open.isEmpty else {
        names.append(column.name)
        terms.append(try column.completeNumbers(.any, for: "fay-herriot --\(flag)", rows: rowNames, at: place))
        continue
      }
      let values = try texts.enumerated().map { row, text in
        guard let text else { throw column.missingCell(rowNames[row], at: place) }
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
