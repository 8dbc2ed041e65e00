import Glibc

extension DecimalArithmetic {
  /// How a number is rounded to a count of decimals: towards nought or away from it, to the lower or the higher number, or to the
  /// nearest with a half to the even digit, away from nought, or towards it.
  public enum Rounding: Sendable { case down, up, floor, ceiling, halfEven, halfUp, halfDown }

  /// Returns a number rounded, as its shortest decimal is rounded on paper: 1.005 to two decimals is 1.01 with a half upwards.
  ///
  /// - Parameters:
  ///   - number: what is rounded; what is not finite stays as it is.
  ///   - decimals: how many digits stay behind the point; below 0 it is rounded to tens, hundreds and so on.
  ///   - rounding: which way.
  public static func rounded(_ number: Double, to decimals: Int, _ rounding: Rounding) -> Double {
    guard let written = WrittenDigits(number), -written.exponent > decimals else { return number }
    let drop = -written.exponent - decimals
    func kept(_ digits: Int128) -> Double { Double("\(digits)e\(-decimals)") ?? number }
    if drop > 36 {
      let isAway = rounding == .up || rounding == .floor && number < 0 || rounding == .ceiling && number > 0
      return isAway ? kept(number < 0 ? -1 : 1) : 0
    }
    let unit = (0..<drop).reduce(Int128(1)) { unit, _ in unit * 10 }
    let (whole, rest) = written.digits.quotientAndRemainder(dividingBy: unit)
    let away: Int128 = rest < 0 ? -1 : rest > 0 ? 1 : 0
    let twice = rest.magnitude * 2
    let isAway =
      switch rounding {
      case .down: false
      case .up: away != 0
      case .floor: away < 0
      case .ceiling: away > 0
      case .halfEven: twice > unit.magnitude || twice == unit.magnitude && whole % 2 != 0
      case .halfUp: twice >= unit.magnitude
      case .halfDown: twice > unit.magnitude
      }
    return kept(isAway ? whole + away : whole)
  }

  /// Returns a power: a whole one through 16 by multiplication as on paper, others by the library; not finite where there is none.
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    guard exponent == exponent.rounded(), (0...16).contains(exponent) else { return pow(base, exponent) }
    return (0..<Int(exponent)).reduce(1.0) { power, _ in product(power, base) }
  }
}

/// The shortest decimal that reads back to a number, up to seventeen digits of it: more than arithmetic takes for a decimal, for what
/// is rounded may be a result.
private struct WrittenDigits {
  private(set) var digits: Int128 = 0
  private(set) var exponent = 0

  /// Returns nil where the number is not finite.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    let halves = number.description.split(separator: "e")
    if halves.count > 1 { exponent = Int(halves[1]) ?? 0 }
    var isBehind = false
    for byte in halves[0].utf8 where byte != UInt8(ascii: "-") {
      if byte == UInt8(ascii: ".") {
        isBehind = true
        continue
      }
      digits = digits * 10 + Int128(byte - 48)
      if isBehind { exponent -= 1 }
    }
    while digits != 0, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    if digits == 0 { exponent = 0 }
    if number < 0 { digits = -digits }
  }
}
