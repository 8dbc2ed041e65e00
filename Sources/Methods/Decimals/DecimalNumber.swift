/// A number as it is written: digits, and how many of them stand behind the point.
///
/// A double that is the nearest to a decimal of at most fifteen digits stands for that decimal and for no other; one that is not, such
/// as a third, is no decimal.
struct DecimalNumber {
  /// Powers of ten that a double holds exactly.
  static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
  private static let wholePowers: [Int128] = powers.map { Int128($0) }
  /// The same as far as they are whole numbers of eight bytes.
  private static let fewPowers: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
  ]
  private static let most = 1e15
  /// Most decimals have no more places than this, and are looked for there first.
  private static let fewPlaces = 4

  let digits: Int64
  /// 0 through 22.
  let places: Int

  /// Returns nil where the number is no decimal of at most fifteen digits.
  init?(_ number: Double) {
    let size = number.magnitude
    guard size < Self.most else { return nil }
    let whole = Int64(number)
    if Double(whole) == number {
      (digits, places) = (whole, 0)
      return
    }
    // The fewest places that fit are those it is written with: two decimals of so few digits are never one double.
    if size < 1e11 {
      var power = 1.0
      for places in 1...Self.fewPlaces {
        power *= 10
        let scaled = Self.nearestWhole(number * power)
        guard Double(scaled) / power == number else { continue }
        (digits, self.places) = (scaled, places)
        return
      }
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

  /// Returns whether a number is whole, as all from 2^52 on are.
  @inline(__always)
  static func isWhole(_ number: Double) -> Bool {
    number.magnitude < 0x1p52 ? Double(Int64(number)) == number : !number.isNaN
  }

  /// The whole number that is nearest, of one below 10^15; of halves the one away from nought.
  @inline(__always)
  private static func nearestWhole(_ number: Double) -> Int64 { Int64(number < 0 ? number - 0.5 : number + 0.5) }

  /// Returns the double nearest to digits with so many of them behind the point, where one division gives it: else nil.
  static func nearest(_ digits: Int128, places: Int) -> Double? {
    if let few = Int64(exactly: digits), let nearest = nearest(few: few, places: places) { return nearest }
    var (digits, places) = (digits, places)
    while places > 0, digits.magnitude > 1 << 53 || places > 22 {
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
      guard rest == 0 else { return nil }
      (digits, places) = (quotient, places - 1)
    }
    // Both are exact as doubles, so that their quotient is rounded once.
    return digits.magnitude <= 1 << 53 ? Double(digits) / powers[places] : nil
  }

  /// The same as `nearest` of most digits; nil where that has to look.
  @inline(__always)
  static func nearest(few digits: Int64, places: Int) -> Double? {
    digits.magnitude <= 1 << 53 && places <= 22 ? Double(digits) / powers[places] : nil
  }

  /// The digits when so many stand behind the point, which are no fewer than do.
  func digits(places: Int) -> Int128 { Int128(digits) * Self.power(places - self.places) }

  /// The same where they are a whole number of eight bytes, else nil.
  @inline(__always)
  func fewDigits(places: Int) -> Int64? {
    var scaled = digits
    return Self.scale(&scaled, by: places - self.places) ? scaled : nil
  }

  /// Puts so many noughts behind digits; false, with nothing to be said of these, where eight bytes do not hold them.
  @inline(__always)
  static func scale(_ digits: inout Int64, by places: Int) -> Bool {
    guard places < fewPowers.count else { return false }
    let (scaled, isTooLarge) = digits.multipliedReportingOverflow(by: fewPowers[places])
    digits = scaled
    return !isTooLarge
  }

  /// - Parameter exponent: 0 through 22.
  static func power(_ exponent: Int) -> Int128 { wholePowers[exponent] }
}
