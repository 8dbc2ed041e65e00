/// Sums side by side, each of them what a `DecimalSum` of its numbers is, in seventeen bytes for most.
public struct DecimalSums: Sendable {
  /// The digits of each sum, and how many of them stand behind the point.
  private var digits: [Int64]
  private var places: [UInt8]
  /// Those that did not fit, by their place.
  private var large: [Int: DecimalSum] = [:]
  /// Stands for the places of one that did not fit.
  private static let isLarge = UInt8.max

  /// Makes sums of nothing, each 0.
  ///
  /// - Parameter count: how many.
  public init(count: Int) {
    digits = [Int64](repeating: 0, count: count)
    places = [UInt8](repeating: 0, count: count)
  }

  /// How many there are.
  public var count: Int { digits.count }

  /// Adds a number to one of them.
  ///
  /// - Parameters:
  ///   - number: as `DecimalSum.add` takes it.
  ///   - index: which one, counted from 0.
  @inline(__always)
  public mutating func add(_ number: Double, to index: Int) {
    if places[index] != Self.isLarge, let decimal = DecimalNumber(number),
      add(decimal.digits, places: decimal.places, to: index)
    {
      return
    }
    enlarge(index) { $0.add(number) }
  }

  /// Adds other sums, each to the one at its place.
  ///
  /// - Parameter others: as many as these are.
  public mutating func add(_ others: DecimalSums) {
    for index in digits.indices {
      if others.places[index] != Self.isLarge, places[index] != Self.isLarge,
        add(others.digits[index], places: Int(others.places[index]), to: index)
      {
        continue
      }
      enlarge(index) { $0.add(others.sum(index)) }
    }
  }

  /// The double nearest to one of them, as of a `DecimalSum`.
  public func value(_ index: Int) -> Double {
    if places[index] != Self.isLarge,
      let nearest = DecimalNumber.nearest(few: digits[index], places: Int(places[index]))
    {
      return nearest
    }
    return sum(index).value
  }

  private func sum(_ index: Int) -> DecimalSum {
    large[index] ?? DecimalSum(digits: digits[index], places: Int(places[index]))
  }

  /// Returns false, with nothing added, where it does not fit.
  @inline(__always)
  private mutating func add(_ number: Int64, places count: Int, to index: Int) -> Bool {
    let own = Int(places[index])
    var (sum, added, isTooLarge) = (digits[index], number, false)
    if count < own { isTooLarge = !DecimalNumber.scale(&added, by: own - count) }
    if count > own { isTooLarge = !DecimalNumber.scale(&sum, by: count - own) }
    guard !isTooLarge, case (let outcome, let isBeyond) = sum.addingReportingOverflow(added), !isBeyond else {
      return false
    }
    digits[index] = outcome
    if count > own { places[index] = UInt8(truncatingIfNeeded: count) }
    return true
  }

  private mutating func enlarge(_ index: Int, _ change: (inout DecimalSum) -> Void) {
    var sum = sum(index)
    change(&sum)
    large[index] = sum
    places[index] = Self.isLarge
  }
}
