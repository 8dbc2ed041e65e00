/// How many signs of which kind a cell has; what it can be follows from that.
struct CellSigns {
  var digits = 0
  var letters = 0
  var dots = 0
  var spaces = 0
  var dashes = 0
  var slashes = 0
  var colons = 0
  /// `(`, `)` and `+`.
  var dialling = 0
  var ats = 0
  var commas = 0
  var others = 0

  init(_ cell: UnsafeBufferPointer<UInt8>) {
    for byte in cell {
      switch byte {
      case 48...57: digits += 1
      case UInt8(ascii: "."): dots += 1
      case 0x20, 0x09: spaces += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "/"): slashes += 1
      case UInt8(ascii: ":"): colons += 1
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"): dialling += 1
      case UInt8(ascii: "@"): ats += 1
      case UInt8(ascii: ","): commas += 1
      case 65...90, 97...122, 0x80...: letters += 1
      default: others += 1
      }
    }
  }

  /// Whether there is nothing but digits and what may part them.
  var isNumeric: Bool { letters == 0 && others == 0 && ats == 0 && colons == 0 && commas == 0 }
  /// `1234.5`: one point and no other mark makes a fraction.
  var isFraction: Bool { dots == 1 && spaces + dashes + slashes + dialling == 0 }

  /// The number that a cell of eight or nine digits is, whatever stands between its groups: spaces, points, dashes or commas.
  func plainNumber(of cell: UnsafeBufferPointer<UInt8>) -> (number: UInt64, digits: Int)? {
    guard letters == 0, others == 0, ats == 0, colons == 0, slashes == 0, dialling == 0, (8...10).contains(digits)
    else {
      return nil
    }
    let number = cell.reduce(0) { $1.isDigit ? $0 * 10 + UInt64($1 - 48) : $0 }
    if isFraction, commas == 0 {
      // What a spreadsheet or pandas made of a whole number: 123456782.0
      guard cell.count > 2, cell[cell.count - 1] == 48, cell[cell.count - 2] == UInt8(ascii: ".") else { return nil }
      return digits > 8 ? (number / 10, digits - 1) : nil
    }
    guard digits < 10 else { return nil }
    let marks = dots + spaces + dashes + commas
    return marks == 0 || marks >= 2 && digits == 9 && cell[0].isDigit ? (number, digits) : nil
  }

  /// The number that a cell with letters in it is: `1.23456782E+08` of a spreadsheet, or what stands in a Dutch VAT number,
  /// `NL123456782B01`, which of somebody in business alone is theirs.
  func writtenNumber(of cell: UnsafeBufferPointer<UInt8>) -> (number: UInt64, digits: Int)? {
    if letters == 1, dots == 1 || commas == 1, digits >= 9, spaces + slashes + colons + others + ats == 0 {
      let text = String(decoding: cell, as: UTF8.self).split(separator: ",").joined(separator: ".")
      guard let value = Double(text), value >= 1e7, value < 1e9, let whole = UInt64(exactly: value) else { return nil }
      return (whole, whole < 100_000_000 ? 8 : 9)
    }
    guard letters == 3, digits == 11, ats == 0, others == 0, colons == 0 else { return nil }
    let signs = cell.filter(\.isAlphanumeric).map { $0.isLetter ? $0 & 0xDF : $0 }
    guard signs.starts(with: "NL".utf8), signs[11] == UInt8(ascii: "B"), signs[2..<11].allSatisfy(\.isDigit) else {
      return nil
    }
    return (signs[2..<11].reduce(0) { $0 * 10 + UInt64($1 - 48) }, 9)
  }
}
