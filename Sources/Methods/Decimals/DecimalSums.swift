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

  /// Adds numbers, each to one of them, and counts them.
  ///
  /// - Parameters:
  ///   - numbers: as `DecimalSum.add` takes them; NaN is missing and is left out.
  ///   - indices: of each number which sum, counted from 0.
  ///   - counts: how many numbers each sum is of; gets more.
  /// - Returns: how many are missing.
  public mutating func add(
    _ numbers: UnsafeBufferPointer<Double>, to indices: UnsafeBufferPointer<Int>, counting counts: inout [Int]
  ) -> Int {
    precondition(numbers.count == indices.count)
    var missing = 0
    let some = FixedPointNumbers()
    var running = RunningSums(count: count)
    for first in stride(from: 0, to: numbers.count, by: FixedPointNumbers.room) {
      let rows = first..<min(first + FixedPointNumbers.room, numbers.count)
      let (numbers, indices) = (
        UnsafeBufferPointer(rebasing: numbers[rows]), UnsafeBufferPointer(rebasing: indices[rows])
      )
      some.load(numbers)
      if running.places != some.sharedPlaces || !running.hasRoom(for: some) { running.pour(into: &self) }
      if running.add(some, to: indices, counting: &counts, &missing) { continue }
      for (number, index) in zip(numbers, indices) {
        if number.isNaN {
          missing += 1
        } else {
          counts[index] += 1
          add(number, to: index)
        }
      }
    }
    running.pour(into: &self)
    return missing
  }

  /// Adds digits with so many of them behind the point to one of them.
  fileprivate mutating func add(digits: Int64, places count: Int, to index: Int) {
    if places[index] != Self.isLarge, add(digits, places: count, to: index) { return }
    enlarge(index) { $0.add(DecimalSum(digits: digits, places: count)) }
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

/// Sums of numbers with equally many places, in doubles that hold them exactly.
private struct RunningSums {
  private(set) var places: Int?
  private var sums: [Double]
  /// No sum is larger.
  private var largest = 0.0

  init(count: Int) { sums = [Double](repeating: 0, count: count) }

  /// Whether no sum becomes larger than a double holds exactly.
  func hasRoom(for numbers: FixedPointNumbers) -> Bool { largest + most(numbers) <= 0x1p53 }

  private func most(_ numbers: FixedPointNumbers) -> Double { numbers.largestDigits * Double(numbers.count) }

  /// Returns false, with nothing added, for numbers that are no decimals of few places or too large.
  mutating func add(
    _ numbers: FixedPointNumbers, to indices: UnsafeBufferPointer<Int>, counting counts: inout [Int],
    _ missing: inout Int
  ) -> Bool {
    guard let places = numbers.sharedPlaces, hasRoom(for: numbers) else { return false }
    self.places = places
    largest += most(numbers)
    var lacking = 0
    sums.withUnsafeMutableBufferPointer { sums in
      counts.withUnsafeMutableBufferPointer { counts in
        for (number, index) in zip(numbers.digits, indices) {
          let isMissing = number.isNaN
          sums[index] += isMissing ? 0 : number
          counts[index] += isMissing ? 0 : 1
          lacking += isMissing ? 1 : 0
        }
      }
    }
    missing += lacking
    return true
  }

  /// Adds them to others, and begins anew.
  mutating func pour(into others: inout DecimalSums) {
    guard let places else { return }
    for index in sums.indices where sums[index] != 0 {
      others.add(digits: Int64(sums[index]), places: places, to: index)
      sums[index] = 0
    }
    (self.places, largest) = (nil, 0)
  }
}
