/// A decimal of up to nineteen digits without an exponent, and the double nearest to it.
///
/// The quotient of digits and power of ten is taken in whole numbers to 64 bits with its remainder, so that rounding it to the 53 of a
/// double is exact. A string and the general way take ten times as long, which counts where a sheet has millions of them.
struct LongDecimal {
  private let digits: UInt64
  /// How many of them stand behind the point.
  private let places: Int
  private let isNegative: Bool

  private static let powersOfTen: [UInt64] = (0...19).map { places in
    (0..<places).reduce(1) { power, _ in power * 10 }
  }

  /// Reads digits with at most one point; nil for anything else, and for more than nineteen digits.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    isNegative = text.first == UInt8(ascii: "-")
    var digits: UInt64 = 0
    var count = 0
    var point: Int?
    for index in (isNegative ? 1 : 0)..<max(isNegative ? 1 : 0, text.count) {
      let digit = text[index] &- 48
      if digit < 10 {
        guard count < 19 else { return nil }
        digits = digits * 10 + UInt64(digit)
        if digits > 0 { count += 1 }
      } else if text[index] == UInt8(ascii: "."), point == nil {
        point = index
      } else {
        return nil
      }
    }
    let places = point.map { text.count - $0 - 1 } ?? 0
    guard count > 0, places <= 19 else { return nil }
    self.digits = digits
    self.places = places
  }

  /// The double nearest to it; of two that are equally near the even one.
  var nearest: Double {
    let power = Self.powersOfTen[places]
    let (upper, lower) = (digits.leadingZeroBitCount, power.leadingZeroBitCount)
    // Both with their highest bit set: the quotient lies between a half and two.
    let (dividend, divisor) = (digits << UInt64(upper), power << UInt64(lower))
    let isLarge = dividend >= divisor
    let (quotient, remainder) = divisor.dividingFullWidth(
      isLarge ? (dividend >> 1, dividend << 63) : (dividend, 0))
    let (kept, dropped) = (quotient >> 11, quotient & 0x7FF)
    let isUp = dropped > 0x400 || dropped == 0x400 && (remainder > 0 || kept & 1 == 1)
    let exponent = 11 + lower - upper - (isLarge ? 63 : 64)
    let scale = Double(bitPattern: UInt64(1023 + exponent) << 52)
    let magnitude = Double(kept + (isUp ? 1 : 0)) * scale
    return isNegative ? -magnitude : magnitude
  }
}
