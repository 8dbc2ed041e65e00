import Files
import WorkbenchKit

/// The SHA-256 of tables: of each column its type and name, then every cell in its order, numbers by their bits.
enum RowsDigest {
  /// Returns 64 hexadecimal digits.
  static func of(_ tables: [Table]) -> String {
    var bytes: [UInt8] = []
    for table in tables {
      note("\(table.rowCount)", &bytes)
      for column in table.columns { note(column, &bytes) }
    }
    return SHA256.hex(bytes)
  }

  private static func note(_ column: Column, _ bytes: inout [UInt8]) {
    note("\(column.type)", &bytes)
    note(column.name, &bytes)
    switch column.storage {
    case .numbers(let values):
      // What is missing is missing, in whatever form.
      for value in values { note(value.isNaN ? UInt64.max : value.bitPattern, &bytes) }
    case .texts(let values):
      for value in values {
        bytes.append(value == nil ? 0 : 1)
        if let value { note(value, &bytes) }
      }
    case .dates: for day in column.dayNumbers ?? [] { note(day.isNaN ? UInt64.max : day.bitPattern, &bytes) }
    case .booleans(let values): bytes += values.map { $0.map { $0 ? 1 : 0 } ?? 2 }
    }
    for (row, sign) in column.withheld.sorted(by: { $0.key < $1.key }) {
      note(UInt64(row), &bytes)
      note(sign, &bytes)
    }
  }

  /// With its length before it, so that two texts are not one.
  private static func note(_ text: String, _ bytes: inout [UInt8]) {
    note(UInt64(text.utf8.count), &bytes)
    bytes += text.utf8
  }

  private static func note(_ number: UInt64, _ bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
