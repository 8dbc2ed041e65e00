/// A sum that grows number by number: exact as long as all are decimals of at most fifteen digits, so that its order does not matter
/// and ten times .1 is 1; else compensated, with what each step rounded off added at the end.
///
/// It is what a person gets who adds the numbers one to the other: three thirds are 1. A sum over the rows of a table is a `DecimalSum`.
///
/// Source of the compensation: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
public struct CompensatedSum: Sendable {
  private var digits: Int128 = 0
  private var places = 0
  private var isExact = true
  private var rough = 0.0
  private var rest = 0.0

  /// Makes a sum of nothing, which is 0.
  public init() {}

  /// Makes the sum of numbers.
  public init(_ numbers: some Sequence<Double>) {
    for number in numbers { add(number) }
  }

  /// Adds a number.
  public mutating func add(_ number: Double) {
    let next = rough + number
    rest += rough.magnitude >= number.magnitude ? (rough - next) + number : (number - next) + rough
    rough = next
    if isExact { isExact = addExactly(number) }
  }

  /// The double nearest to the sum; of numbers that are no decimals, to the last digit or nearly so.
  public var value: Double {
    guard isExact else { return (rough + rest).isFinite ? rough + rest : rough }
    if let nearest = DecimalNumber.nearest(digits, places: places) { return nearest }
    return Double("\(digits)e-\(places)") ?? rough + rest
  }

  private mutating func addExactly(_ number: Double) -> Bool {
    guard let decimal = DecimalNumber(number) else { return false }
    if decimal.places > places {
      let (scaled, isTooLarge) = digits.multipliedReportingOverflow(
        by: DecimalNumber.power(decimal.places - places))
      guard !isTooLarge else { return false }
      (digits, places) = (scaled, decimal.places)
    }
    let (sum, isTooLarge) = digits.addingReportingOverflow(decimal.digits(places: places))
    digits = sum
    return !isTooLarge
  }
}
