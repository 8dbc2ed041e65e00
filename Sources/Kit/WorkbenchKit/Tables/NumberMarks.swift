/// The sign between groups of three digits.
public enum ThousandsMark: String, Sendable, CaseIterable {
  case comma, point, space, apostrophe
  /// Thousands are not parted.
  case nothing = "none"

  /// As it stands in a number out of which `BareNumber` took everything unusual.
  var byte: UInt8? {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .point: UInt8(ascii: ".")
    case .space: UInt8(ascii: " ")
    case .apostrophe: UInt8(ascii: "'")
    case .nothing: nil
    }
  }
}

/// The signs within the numbers of a column.
struct NumberMarks: Sendable, Hashable {
  var decimal: DecimalMark
  /// Nil where any sign but the decimal one may part thousands.
  var thousands: ThousandsMark?

  func partThousands(_ byte: UInt8) -> Bool {
    thousands.map { $0.byte == byte } ?? (byte != decimal.byte)
  }
}

/// What is known beforehand of the signs within numbers; nil is found out.
public struct GivenMarks: Sendable, Hashable {
  /// The sign between whole and fraction.
  public var decimal: DecimalMark?
  /// The sign between groups of three digits.
  public var thousands: ThousandsMark?

  /// Makes marks that are wholly or partly known.
  ///
  /// - Parameters:
  ///   - decimal: the sign between whole and fraction.
  ///   - thousands: the sign between groups of three digits.
  public init(decimal: DecimalMark? = nil, thousands: ThousandsMark? = nil) {
    self.decimal = decimal
    self.thousands = thousands
  }

  /// The sign between whole and fraction as far as it follows: what parts thousands is not the one before decimals.
  var impliedDecimal: DecimalMark? {
    if let decimal { return decimal }
    switch thousands {
    case .comma?: return .point
    case .point?: return .comma
    default: return nil
    }
  }
}
