import WorkbenchKit

/// A table as JSON objects, one a row: raw values by column name, missing and withheld as null.
enum RecordsJSON {
  /// Returns one array with an object on each line, and a line break at the end.
  static func array(_ table: Table) -> String {
    let records = lines(table)
    if records.isEmpty { return "[]\n" }
    return "[\n" + records.joined(separator: ",\n") + "\n]\n"
  }

  /// Returns an object on each line (JSON Lines).
  static func jsonLines(_ table: Table) -> String { lines(table).map { $0 + "\n" }.joined() }

  private static func lines(_ table: Table) -> [String] {
    (0..<table.rowCount).map { row in
      var writer = JSONWriter()
      writer.beginObject()
      for column in table.columns {
        writer.key(column.name)
        TableJSON.cell(column, row, into: &writer)
      }
      writer.endObject()
      return writer.text
    }
  }
}
