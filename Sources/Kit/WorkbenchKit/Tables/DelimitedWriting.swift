/// Writes a table down as text in columns that `DelimitedText` reads back to the bit.
enum DelimitedWriting {
  /// Returns the bytes: names and texts in quotes, `;` between the cells, numbers as their shortest decimals.
  ///
  /// Null bytes, which no reader takes for text, become blanks.
  /// - Parameter decimal: the mark before the decimals of numbers.
  static func bytes(of table: Table, decimal: DecimalMark = .point) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.rowCount * table.columns.count * 6)
    for (place, name) in table.columnNames.enumerated() {
      if place > 0 { bytes.append(separator) }
      quote(name, &bytes)
    }
    bytes.append(0x0A)
    let columns = table.columns.map(\.withDatesAsTexts)
    for row in 0..<table.rowCount {
      for (place, column) in columns.enumerated() {
        if place > 0 { bytes.append(separator) }
        switch column.storage {
        case .numbers(let values):
          guard !values[row].isNaN else { break }
          for byte in NumberText.shortest(values[row]).utf8 {
            bytes.append(byte == DecimalMark.point.byte ? decimal.byte : byte)
          }
        case .texts(let values):
          // A line without anything would be no row.
          if let text = values[row] { quote(text, &bytes) } else if place == 0 { quote("", &bytes) }
        case .booleans(let values): if let value = values[row] { bytes += "\(value)".utf8 }
        // They are texts here.
        case .dates: break
        }
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// The mark before decimals in numbers that were typed as texts: a comma where some have one and none has a point.
  static func typedMark(in table: Table) -> DecimalMark {
    var commas = false
    for column in table.columns {
      for text in column.texts ?? [] {
        guard let text, let mark = mark(in: text.utf8) else { continue }
        if mark == .point { return .point }
        commas = true
      }
    }
    return commas ? .comma : .point
  }

  /// The mark in a text of digits with one mark between them; nil in any other.
  private static func mark(in text: String.UTF8View) -> DecimalMark? {
    var found: DecimalMark?
    for (place, byte) in text.enumerated() {
      switch byte {
      case 48...57: continue
      case UInt8(ascii: "-") where place == 0: continue
      default:
        guard found == nil, place > 0, place < text.count - 1, let mark = DecimalMark(byte: byte) else { return nil }
        found = mark
      }
    }
    return found
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
