import WorkbenchKit

/// A table as JSON objects, one a row: raw values by column name, missing and withheld as null; in UTF-8.
enum RecordsJSON {
  private static let rowsInPiece = 4_096

  /// Returns one array with an object on each line, and a line break at the end.
  static func array(_ table: Table) -> [UInt8] {
    var records = records(table, each: ",\n")
    if records.isEmpty { return Array("[]\n".utf8) }
    // Behind the last there is no comma.
    records[records.count - 1].removeLast(2)
    return Cores.joined([Array("[\n".utf8)] + records + [Array("\n]\n".utf8)])
  }

  /// Returns an object on each line (JSON Lines).
  static func jsonLines(_ table: Table) -> [UInt8] { Cores.joined(records(table, each: "\n")) }

  /// The objects in pieces.
  ///
  /// - Parameter end: what stands behind each object.
  private static func records(_ table: Table, each end: StaticString) -> [[UInt8]] {
    let end = UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount)
    let starts = Array(stride(from: 0, to: table.rowCount, by: rowsInPiece))
    return Cores.map(starts.count) { piece in
      var records: [UInt8] = []
      for row in starts[piece]..<min(starts[piece] + rowsInPiece, table.rowCount) {
        var writer = JSONWriter()
        writer.beginObject()
        for column in table.columns {
          writer.key(column.name)
          TableJSON.cell(column, row, into: &writer)
        }
        writer.endObject()
        records += writer.bytes
        records += end
      }
      return records
    }
  }
}
