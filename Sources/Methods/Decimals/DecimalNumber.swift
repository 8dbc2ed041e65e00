/// A number as it is written: digits, and how many of them stand behind the point.
///
/// A double that is the nearest to a decimal of at most fifteen digits stands for that decimal and for no other; one that is not, such
/// as a third, is no decimal.
struct DecimalNumber {
  /// Powers of ten that a double holds exactly.
  static let powers: [Double] = (0...22).map { exponent in (0..<exponent).reduce(1.0) { power, _ in power * 10 } }
  private static let most = 1e15

  let digits: Int64
  /// 0 through 22.
  let places: Int

  /// Returns nil where the number is no decimal of at most fifteen digits.
  init?(_ number: Double) {
    let size = number.magnitude
    guard size < Self.most else { return nil }
    if number == number.rounded() {
      (digits, places) = (Int64(number), 0)
      return
    }
    // As many places as fifteen digits leave: a decimal with fewer has noughts behind it.
    var places = max(0, min(Self.powers.count - 1, 16 - Int((Double(number.exponent) * 0.30102).rounded(.down))))
    while places > 0, size * Self.powers[places] >= Self.most { places -= 1 }
    let scaled = (number * Self.powers[places]).rounded()
    guard scaled.magnitude < Self.most, scaled / Self.powers[places] == number else { return nil }
    var digits = Int64(scaled)
    while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    (self.digits, self.places) = (digits, places)
  }

  /// Returns the double nearest to digits with so many of them behind the point, where one division gives it: else nil.
  static func nearest(_ digits: Int128, places: Int) -> Double? {
    var (digits, places) = (digits, places)
    while places > 0, digits.magnitude > 1 << 53 || places > 22 {
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
      guard rest == 0 else { return nil }
      (digits, places) = (quotient, places - 1)
    }
    // Both are exact as doubles, so that their quotient is rounded once.
    return digits.magnitude <= 1 << 53 ? Double(digits) / powers[places] : nil
  }

  /// The digits when so many stand behind the point, which are no fewer than do.
  func digits(places: Int) -> Int128 { Int128(digits) * Self.power(places - self.places) }

  /// - Parameter exponent: 0 through 22.
  static func power(_ exponent: Int) -> Int128 { Int128(powers[exponent]) }
}
