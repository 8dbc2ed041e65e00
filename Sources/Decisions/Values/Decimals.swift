import Glibc

/// Arithmetic on decimal numbers: .1 + .2 is .3, as FEEL has it, and not the nearest sum of two binary numbers.
///
/// Numbers are kept as the shortest decimal that reads back to them; sums, differences and products of these are exact as far
/// as 38 digits go and are then rounded once. Beyond that the binary result stands.
enum Decimals {
  /// A number as digits and a power of ten.
  private struct Parts {
    let digits: Int128
    let exponent: Int

    init?(_ number: Double) {
      guard number.isFinite else { return nil }
      let text = number.description
      let halves = text.split(separator: "e")
      var digits: Int128 = 0
      var exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
      var isBehind = false
      for byte in halves[0].utf8 {
        switch byte {
        case UInt8(ascii: "-"): continue
        case UInt8(ascii: "."): isBehind = true
        default:
          digits = digits * 10 + Int128(byte - 48)
          if isBehind { exponent -= 1 }
        }
      }
      while digits != 0, digits % 10 == 0 {
        digits /= 10
        exponent += 1
      }
      self.digits = number < 0 ? -digits : digits
      self.exponent = digits == 0 ? 0 : exponent
    }

    /// The digits with a lower power of ten; nil where they do not fit.
    func digits(at lower: Int) -> Int128? {
      guard exponent - lower <= 36 else { return nil }
      var found = digits
      for _ in 0..<(exponent - lower) {
        let (product, overflow) = found.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        found = product
      }
      return found
    }
  }

  /// The number nearest to so many times a power of ten.
  private static func number(_ digits: Int128, _ exponent: Int) -> Double? { Double("\(digits)e\(exponent)") }

  static func sum(_ one: Double, _ two: Double) -> Double {
    guard let left = Parts(one), let right = Parts(two) else { return one + two }
    let exponent = min(left.exponent, right.exponent)
    guard let first = left.digits(at: exponent), let second = right.digits(at: exponent) else { return one + two }
    let (digits, overflow) = first.addingReportingOverflow(second)
    return overflow ? one + two : number(digits, exponent) ?? one + two
  }

  static func product(_ one: Double, _ two: Double) -> Double {
    guard let left = Parts(one), let right = Parts(two) else { return one * two }
    let (digits, overflow) = left.digits.multipliedReportingOverflow(by: right.digits)
    return overflow ? one * two : number(digits, left.exponent + right.exponent) ?? one * two
  }

  /// Nil where the divisor is 0.
  static func quotient(_ one: Double, _ two: Double) -> Double? {
    guard two != 0 else { return nil }
    guard let left = Parts(one), let right = Parts(two) else { return one / two }
    let exponent = min(left.exponent, right.exponent)
    // Whole numbers that binary holds exactly: their quotient is rounded once.
    guard let first = left.digits(at: exponent), let second = right.digits(at: exponent),
      first.magnitude < 1 << 53, second.magnitude < 1 << 53
    else { return one / two }
    return Double(first) / Double(second)
  }

  /// Whole powers by multiplication as far as that is exact, the others by the library.
  static func power(_ base: Double, _ exponent: Double) -> Double? {
    if exponent == exponent.rounded(), (0...16).contains(exponent) {
      return (0..<Int(exponent)).reduce(1.0) { product, _ in Decimals.product(product, base) }
    }
    let power = pow(base, exponent)
    return power.isFinite ? power : nil
  }

  /// How a number is rounded to a count of decimals.
  enum Rounding { case down, up, halfEven, halfUp, halfDown, floor, ceiling }

  /// - Parameter decimals: below 0 it rounds to tens, hundreds and so on.
  static func rounded(_ number: Double, to decimals: Int, _ rounding: Rounding) -> Double {
    guard let parts = Parts(number), -parts.exponent > decimals else { return number }
    let drop = -parts.exponent - decimals
    if drop > 36 {
      let isAway = rounding == .up || rounding == .floor && number < 0 || rounding == .ceiling && number > 0
      return isAway ? Self.number(number < 0 ? -1 : 1, -decimals) ?? number : 0
    }
    let unit = (0..<drop).reduce(Int128(1)) { unit, _ in unit * 10 }
    var kept = parts.digits / unit
    let rest = parts.digits % unit
    let away: Int128 = rest < 0 ? -1 : rest > 0 ? 1 : 0
    let twice = rest.magnitude * 2
    let isAway =
      switch rounding {
      case .down: false
      case .up: away != 0
      case .floor: away < 0
      case .ceiling: away > 0
      case .halfEven: twice > unit.magnitude || twice == unit.magnitude && kept % 2 != 0
      case .halfUp: twice >= unit.magnitude
      case .halfDown: twice > unit.magnitude
      }
    if isAway { kept += away == 0 ? 1 : away }
    return Self.number(kept, -decimals) ?? number
  }
}
