import WorkbenchKit

/// The columns and rows of a table block: raw values row by row, missing as null.
///
/// What is withheld is null too, and stands apart as `"withheld":[[row, column, "<5"],…]`, rows counted from 0, columns by name;
/// that member is there only when something is withheld.
struct TableJSON {
  let table: Table

  init(_ table: Table) { self.table = table }

  func write(into writer: inout JSONWriter) {
    writer.key("columns")
    writer.beginArray()
    for column in table.columns { head(column, into: &writer) }
    writer.endArray()
    writer.key("rows")
    writer.beginArray()
    for row in 0..<table.rowCount {
      writer.beginArray()
      for column in table.columns { Self.cell(column, row, into: &writer) }
      writer.endArray()
    }
    writer.endArray()
    withheld(into: &writer)
  }

  /// Writes one raw value.
  static func cell(_ column: Column, _ row: Int, into writer: inout JSONWriter) {
    if !column.withheld.isEmpty, column.withheld[row] != nil { return writer.null() }
    switch column.storage {
    case .numbers(let values): writer.number(values[row])
    case .texts(let values): if let text = values[row] { writer.string(text) } else { writer.null() }
    case .booleans(let values): if let boolean = values[row] { writer.bool(boolean) } else { writer.null() }
    case .dates: if let date = column[row].date { writer.string(date.text) } else { writer.null() }
    }
  }

  private func head(_ column: Column, into writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("name")
    writer.string(column.name)
    writer.key("type")
    writer.string(column.type)
    if let unit = column.unit {
      writer.key("unit")
      writer.string(unit.name)
    }
    writer.endObject()
  }

  private func withheld(into writer: inout JSONWriter) {
    let columns = table.columns.filter { !$0.withheld.isEmpty }
    if columns.isEmpty { return }
    let held = columns.enumerated().flatMap { index, column in
      column.withheld.map { (row: $0.key, index: index, column: column.name, shown: $0.value) }
    }
    writer.key("withheld")
    writer.beginArray()
    for cell in held.sorted(by: { ($0.row, $0.index) < ($1.row, $1.index) }) {
      writer.beginArray()
      writer.number(Double(cell.row))
      writer.string(cell.column)
      writer.string(cell.shown)
      writer.endArray()
    }
    writer.endArray()
  }
}
