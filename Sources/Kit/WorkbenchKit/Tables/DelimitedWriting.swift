/// Writes a table down as text in columns that `DelimitedText` reads back to the bit.
enum DelimitedWriting {
  /// Returns the bytes: names and texts in quotes, `;` between the cells, numbers as their shortest decimals.
  ///
  /// Null bytes, which no reader takes for text, become blanks.
  static func bytes(of table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.rowCount * table.columns.count * 6)
    for (place, name) in table.columnNames.enumerated() {
      if place > 0 { bytes.append(separator) }
      quote(name, &bytes)
    }
    bytes.append(0x0A)
    for row in 0..<table.rowCount {
      for (place, column) in table.columns.enumerated() {
        if place > 0 { bytes.append(separator) }
        switch column.storage {
        case .numbers(let values): if !values[row].isNaN { bytes += NumberText.shortest(values[row]).utf8 }
        case .texts(let values):
          // A line without anything would be no row.
          if let text = values[row] { quote(text, &bytes) } else if place == 0 { quote("", &bytes) }
        case .booleans(let values): if let value = values[row] { bytes += "\(value)".utf8 }
        }
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// The sign between two cells.
  static let separator = UInt8(ascii: ";")

  private static func quote(_ text: String, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte == 0 ? 0x20 : byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
