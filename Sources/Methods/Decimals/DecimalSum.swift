/// A sum that grows number by number and is exact: each number counts as the shortest decimal that stands for it, as a person would
/// write it, so that the order does not matter, ten times .1 is 1, and the same numbers summed elsewhere as decimals give the same.
public struct DecimalSum: Sendable {
  private var digits: Int128 = 0
  private var places = 0
  /// What there was no room for above: one or none, so that a sum without takes little room.
  private var wide: [WideDecimal] = []
  /// Infinities and what is no number, added up as the machine does; one or none.
  private var endless: [Double] = []

  /// Makes a sum of nothing, which is 0.
  public init() {}

  /// Makes the sum of numbers.
  public init(_ numbers: some Sequence<Double>) {
    for number in numbers { add(number) }
  }

  /// Makes the sum that is one decimal.
  ///
  /// - Parameter places: 0 through 22.
  init(digits: Int64, places: Int) { (self.digits, self.places) = (Int128(digits), places) }

  /// Adds a number.
  public mutating func add(_ number: Double) {
    if let decimal = DecimalNumber(number) {
      if decimal.places <= places, let few = decimal.fewDigits(places: places),
        case (let sum, let isTooLarge) = digits.addingReportingOverflow(Int128(few)), !isTooLarge
      {
        digits = sum
        return
      }
      if addExactly(Int128(decimal.digits), places: decimal.places) { return }
      pour()
      if addExactly(Int128(decimal.digits), places: decimal.places) { return }
    }
    guard number.isFinite else {
      endless = [(endless.first ?? 0) + number]
      return
    }
    _ = addWide("\(number)")
  }

  /// Adds what another sum came to: the same as adding its numbers one by one.
  public mutating func add(_ other: DecimalSum) {
    if let endless = other.endless.first { self.endless = [(self.endless.first ?? 0) + endless] }
    if let wide = other.wide.first { self.wide = [self.wide.first.map { $0.sum(with: wide) } ?? wide] }
    if addExactly(other.digits, places: other.places) { return }
    pour()
    if !addExactly(other.digits, places: other.places) { _ = addWide("\(other.digits)e-\(other.places)") }
  }

  /// Adds a decimal as it is written, `-12.345` or `6.02e23`, with as many digits as it has.
  ///
  /// - Returns: false for what is no such decimal, or has digits beyond 10^-342 or 10^342; nothing is added then.
  public mutating func add(decimal text: String) -> Bool {
    // Of most a few digits are all there is: for these the wide one is not needed.
    if let read = WideDecimal.read(text), read.digits.count <= 18, (-22...0).contains(read.exponent) {
      let whole = read.digits.reduce(Int128(0)) { $0 * 10 + Int128($1) }
      if addExactly(read.isNegative ? -whole : whole, places: -read.exponent) { return true }
    }
    return addWide(text)
  }

  /// The sum as a decimal with all its digits, as `add(decimal:)` takes it; nil where it is not finite.
  public var decimal: String? {
    guard endless.isEmpty else { return nil }
    guard var wide = wide.first else { return "\(digits)e-\(places)" }
    wide.add("\(digits)e-\(places)")
    return wide.text
  }

  /// The double nearest to the sum; infinite where it is beyond all of them.
  public var value: Double {
    if let endless = endless.first { return endless }
    guard var wide = wide.first else {
      if let nearest = DecimalNumber.nearest(digits, places: places) { return nearest }
      return Double("\(digits)e-\(places)") ?? .nan
    }
    wide.add("\(digits)e-\(places)")
    return wide.value
  }

  private mutating func addExactly(_ number: Int128, places count: Int) -> Bool {
    if count == places {
      let (sum, isTooLarge) = digits.addingReportingOverflow(number)
      if !isTooLarge { digits = sum }
      return !isTooLarge
    }
    var (digits, places) = (digits, places)
    if count > places {
      let (scaled, isTooLarge) = digits.multipliedReportingOverflow(by: DecimalNumber.power(count - places))
      guard !isTooLarge else { return false }
      (digits, places) = (scaled, count)
    }
    let (scaled, isBeyond) = number.multipliedReportingOverflow(by: DecimalNumber.power(places - count))
    let (sum, isTooLarge) = digits.addingReportingOverflow(scaled)
    guard !isBeyond, !isTooLarge else { return false }
    (self.digits, self.places) = (sum, places)
    return true
  }

  /// Makes room.
  private mutating func pour() {
    _ = addWide("\(digits)e-\(places)")
    (digits, places) = (0, 0)
  }

  /// Adds a decimal where there is room for all; false, with nothing added, where even there is none.
  private mutating func addWide(_ text: String) -> Bool {
    if wide.isEmpty { wide = [WideDecimal()] }
    return wide[0].add(text)
  }
}
