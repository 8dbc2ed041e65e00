/// A sum of decimals with room for every digit that a double can have, from 10^-360 up to 10^342.
struct WideDecimal: Sendable {
  private static let base: Int64 = 1_000_000_000
  /// Parts of nine digits; that of the ones stands at `ones`.
  private static let count = 80
  private static let ones = 40
  private static let powers: [Int64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]
  /// So often a part can grow before what it holds is carried over.
  private static let patience = 1 << 30

  /// From the smallest on, each with a sign of its own.
  private var parts = [Int64](repeating: 0, count: count)
  private var added = 0

  /// Adds a decimal as it is written; false, with nothing added, for what is none or has no room here.
  @discardableResult mutating func add(_ text: String) -> Bool {
    guard let (isNegative, digits, exponent) = Self.read(text) else { return false }
    let lowest = exponent + 9 * Self.ones
    // Two parts stay free for what is carried over.
    guard lowest >= 0, lowest + digits.count <= 9 * (Self.count - 2) else { return digits.isEmpty }
    added += 1
    if added == Self.patience { carry() }
    for (index, digit) in digits.reversed().enumerated() {
      let place = lowest + index
      let amount = Int64(digit) * Self.powers[place % 9]
      parts[place / 9] += isNegative ? -amount : amount
    }
    return true
  }

  /// Returns the sum of both.
  func sum(with other: WideDecimal) -> WideDecimal {
    var (sum, other) = (self, other)
    sum.carry()
    other.carry()
    for part in sum.parts.indices { sum.parts[part] += other.parts[part] }
    sum.added = 1
    return sum
  }

  /// The nearest double.
  var value: Double { Double(text) ?? .nan }

  /// All its digits, with an exponent.
  var text: String {
    var whole = self
    whole.carry()
    // What is carried out of the last part is the sign of all.
    let isNegative = whole.parts[Self.count - 1] < 0
    if isNegative {
      whole.parts = whole.parts.map(-)
      whole.carry()
    }
    guard let first = whole.parts.lastIndex(where: { $0 != 0 }) else { return "0" }
    let digits = whole.parts[...first].reversed().map { part in
      let text = String(part)
      return String(repeating: "0", count: 9 - text.utf8.count) + text
    }
    return "\(isNegative ? "-" : "")\(digits.joined())e-\(9 * Self.ones)"
  }

  /// Makes every part but the last one of nine digits without a sign.
  private mutating func carry() {
    added = 0
    for index in 0..<Self.count - 1 {
      var over = parts[index] / Self.base
      if parts[index] % Self.base < 0 { over -= 1 }
      parts[index] -= over * Self.base
      parts[index + 1] += over
    }
  }

  /// The digits of a decimal without noughts in front, and the power of ten of the last one.
  static func read(_ text: String) -> (isNegative: Bool, digits: [UInt8], exponent: Int)? {
    var digits: [UInt8] = []
    var exponent = 0
    var (isNegative, hasPoint, hasDigit) = (false, false, false)
    var rest = Substring(text).utf8
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    while let byte = rest.first {
      rest = rest.dropFirst()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        if hasPoint { exponent -= 1 }
        if byte > UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard hasDigit, let power = Int(Substring(rest)), power.magnitude < 100_000 else { return nil }
        return (isNegative, digits, exponent + power)
      default: return nil
      }
    }
    return hasDigit ? (isNegative, digits, exponent) : nil
  }
}
