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
      case 65...90, 97...122, 0x80...: letters += 1
      default: others += 1
      }
    }
  }

  /// Whether there is nothing but digits and what may part them.
  var isNumeric: Bool { letters == 0 && others == 0 && ats == 0 && colons == 0 }
  /// `1234.5`: one point and no other mark makes a fraction.
  var isFraction: Bool { dots == 1 && spaces + dashes + slashes + dialling == 0 }

  /// The number that a cell of eight or nine digits is, with spaces, points or dashes between groups or without.
  func plainNumber(of cell: UnsafeBufferPointer<UInt8>) -> (number: UInt64, digits: Int)? {
    guard isNumeric, slashes == 0, dialling == 0 else { return nil }
    guard (8...10).contains(digits) else { return nil }
    let number = cell.reduce(0) { $1.isDigit ? $0 * 10 + UInt64($1 - 48) : $0 }
    if isFraction {
      // What a spreadsheet or pandas made of a whole number: 123456782.0
      guard cell.count > 2, cell[cell.count - 1] == 48, cell[cell.count - 2] == UInt8(ascii: ".") else { return nil }
      return digits > 8 ? (number / 10, digits - 1) : nil
    }
    guard digits < 10 else { return nil }
    let marks = dots + spaces + dashes
    return marks == 0 || marks >= 2 && digits == 9 && cell[0].isDigit ? (number, digits) : nil
  }
}
