/// Sums, differences, products and quotients as they are worked out on paper: .1 + .2 is .3, and .3 / .1 is 3.
///
/// Where both numbers are decimals of at most fifteen digits and the outcome has a double of its own, that is what is given; else
/// what the machine gives in binary. So a figure compares equal to the one that a person wrote down.
public enum DecimalArithmetic {
  /// Returns the sum.
  public static func sum(_ left: Double, _ right: Double) -> Double {
    let binary = left + right
    // Whole numbers are added up as they are.
    if DecimalNumber.isWhole(left), DecimalNumber.isWhole(right) { return binary }
    guard let one = DecimalNumber(left), let other = DecimalNumber(right) else { return binary }
    let places = max(one.places, other.places)
    // Of most numbers neither the digits nor their sum take more than eight bytes.
    if let first = one.fewDigits(places: places), let second = other.fewDigits(places: places),
      case (let sum, let isTooLarge) = first.addingReportingOverflow(second), !isTooLarge,
      let nearest = DecimalNumber.nearest(few: sum, places: places)
    {
      return nearest
    }
    return DecimalNumber.nearest(one.digits(places: places) + other.digits(places: places), places: places) ?? binary
  }

  /// Returns what is left when the second is taken off the first.
  public static func difference(_ left: Double, _ right: Double) -> Double { sum(left, -right) }

  /// Returns the product.
  public static func product(_ left: Double, _ right: Double) -> Double {
    let binary = left * right
    if DecimalNumber.isWhole(left), DecimalNumber.isWhole(right) { return binary }
    guard let one = DecimalNumber(left), let other = DecimalNumber(right) else { return binary }
    let (product, isTooLarge) = one.digits.multipliedReportingOverflow(by: other.digits)
    if !isTooLarge, let nearest = DecimalNumber.nearest(few: product, places: one.places + other.places) {
      return nearest
    }
    return DecimalNumber.nearest(Int128(one.digits) * Int128(other.digits), places: one.places + other.places)
      ?? binary
  }

  /// Returns the quotient; as in binary, a division by nought is not finite.
  public static func quotient(_ left: Double, _ right: Double) -> Double {
    let binary = left / right
    if DecimalNumber.isWhole(left), DecimalNumber.isWhole(right) { return binary }
    guard right != 0, let one = DecimalNumber(left), let other = DecimalNumber(right) else { return binary }
    let places = max(one.places, other.places)
    let (above, below) = (one.digits(places: places), other.digits(places: places))
    guard above.magnitude <= 1 << 53, below.magnitude <= 1 << 53 else { return binary }
    return Double(above) / Double(below)
  }
}
