/// The sign between whole and fraction.
public enum DecimalMark: String, Sendable, CaseIterable {
  case comma, point

  var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
  var other: DecimalMark { self == .comma ? .point : .comma }

  init?(byte: UInt8) {
    switch byte {
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: "."): self = .point
    default: return nil
    }
  }
}

/// How letters are stored.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// Windows-1252, of which ISO 8859-1 is a part for all that is printable.
  case cp1252
}

/// How large a delimited text may be.
enum DelimitedLimits {
  /// The most columns of a file; more is taken for something else than a table. (Excel stops here too.)
  static let columns = 16_384
  /// The most bytes of one cell.
  static let cell = 16 << 20
}
