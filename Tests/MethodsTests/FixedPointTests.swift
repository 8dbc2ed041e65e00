import TestSupport
import Testing
import WorkbenchKit

@testable import Methods

/// Numbers of which several are worked with at once come to what they come to one by one.
@Suite struct FixedPointTests {
  /// Numbers of a kind: whole, with few places, no decimals, at the edges of what is looked at, and without a value.
  private static func number(_ kind: Int, _ generator: inout SeededGenerator) -> Double {
    switch kind {
    case 0: Double(Int.random(in: -1_000...1_000, using: &generator))
    case 1: Double(Int.random(in: -99_999...99_999, using: &generator)) / 10
    case 2: Double(Int.random(in: -9_999_999...9_999_999, using: &generator)) / 10_000
    case 3: Double(Int.random(in: -100...100, using: &generator)) / 3
    case 4: [0, -0.0, .nan, 5, 0.5, -2.5][Int.random(in: 0..<6, using: &generator)]
    case 5: edges[Int.random(in: edges.indices, using: &generator)]
    case 6: far[Int.random(in: far.indices, using: &generator)]
    default: Double(Int.random(in: -99...99, using: &generator)) / 10 + 0.05
    }
  }

  private static let far = [.infinity, 1e300, 1e-300, 1e-9, 0.000012345, Double.leastNonzeroMagnitude]
  private static let edges = [
    1e11, 1e11 - 0.1, 1e11 + 0.5, 1e15, 1e15 - 1, 1e15 + 1, 0x1p50, 0x1p50 + 2, 0x1p53, 1e14 + 0.5, 99_999_999_999.9999,
  ]

  private static func column(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
    let kind = Int.random(in: 0..<8, using: &generator)
    let mixed = Int.random(in: 0..<4, using: &generator)
    return (0..<count).map { _ in
      let isOther = mixed == 0 || mixed == 1 && Int.random(in: 0..<20, using: &generator) == 0
      return number(isOther ? Int.random(in: 0..<8, using: &generator) : kind, &generator)
    }
  }

  /// What a figure is in an answer: what is not finite is missing.
  private static func shown(_ number: Double) -> Double { number.isFinite ? number : .nan }

  private static func areSame(_ one: Double, _ other: Double) -> Bool {
    one.isNaN && other.isNaN || one.bitPattern == other.bitPattern
  }

  private static func stored(_ numbers: FixedPointNumbers) -> [Double] {
    [Double](unsafeUninitializedCapacity: numbers.count) { target, count in
      if let start = target.baseAddress { numbers.store(into: start) }
      count = numbers.count
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `random steps come to the bit to what they come to number by number`(seed: UInt64) {
    var generator = SeededGenerator(seed)
    for _ in 0..<300 {
      let count = [1, 3, 4, 5, 64, 67, 130, FixedPointNumbers.room][Int.random(in: 0..<8, using: &generator)]
      let (some, others) = (FixedPointNumbers(), FixedPointNumbers())
      var due = Self.column(count, &generator)
      due.withUnsafeBufferPointer { some.load($0) }
      var steps: [String] = []
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let step = Int.random(in: 0..<6, using: &generator)
        steps.append("\(step)")
        if step == 4 {
          some.negate()
          due = due.map { -$0 }
          continue
        }
        if step == 5 {
          let decimals = Int.random(in: 0...15, using: &generator)
          some.round(to: decimals) { NumberText.rounded($0, decimals: decimals) }
          due = due.map { Self.shown($0.isFinite ? NumberText.rounded($0, decimals: decimals) : .nan) }
          continue
        }
        var more = Self.column(count, &generator)
        if Bool.random(using: &generator) {
          more = [Double](repeating: more[0], count: count)
          others.load(repeating: more[0], count: count)
        } else {
          more.withUnsafeBufferPointer { others.load($0) }
        }
        let pairs = zip(due, more)
        switch step {
        case 0:
          some.add(others)
          due = pairs.map { Self.shown(DecimalArithmetic.sum($0, $1)) }
        case 1:
          some.subtract(others)
          due = pairs.map { Self.shown(DecimalArithmetic.difference($0, $1)) }
        case 2:
          some.multiply(by: others)
          due = pairs.map { Self.shown(DecimalArithmetic.product($0, $1)) }
        default:
          some.divide(by: others)
          due = pairs.map { Self.shown(DecimalArithmetic.quotient($0, $1)) }
        }
      }
      let found = Self.stored(some)
      let row = found.indices.first { !Self.areSame(found[$0], due[$0].isInfinite ? found[$0] : due[$0]) }
      #expect(row == nil, "row \(row ?? 0) of steps \(steps): \(row.map { "\(found[$0]) for \(due[$0])" } ?? "")")
    }
  }

  @Test func `what is written down comes out`() {
    let numbers = FixedPointNumbers()
    for (left, right, sum, product) in [
      (0.1, 0.2, 0.3, 0.02), (19.99, 100, 119.99, 1_999), (-0.1, 0.1, 0, -0.01), (1e15, 0.5, 1e15 + 0.5, 5e14),
      (0, -5, -5, -0.0), (0, -0.5, -0.5, 0), (.nan, 1, .nan, .nan),
    ] {
      let other = FixedPointNumbers()
      other.load(repeating: right, count: 3)
      [Double](repeating: left, count: 3).withUnsafeBufferPointer { numbers.load($0) }
      numbers.add(other)
      #expect(Self.stored(numbers).allSatisfy { Self.areSame($0, sum) })
      numbers.load(repeating: left, count: 3)
      other.load(repeating: right, count: 3)
      numbers.multiply(by: other)
      #expect(Self.stored(numbers).allSatisfy { Self.areSame($0, product) })
    }
    // A tie as it is written, just below one, and one beyond a tenth that is worked out.
    for (number, decimals, due) in [(0.285, 2, 0.29), (2.5, 0, 3), (-2.5, 0, -3), (2.4999, 0, 2), (1.0 / 3, 2, 0.33)] {
      numbers.load(repeating: number, count: 1)
      numbers.round(to: decimals) { NumberText.rounded($0, decimals: decimals) }
      #expect(Self.stored(numbers) == [due])
    }
    [Double]().withUnsafeBufferPointer { numbers.load($0) }
    #expect(numbers.count == 0 && Self.stored(numbers).isEmpty)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `sums side by side are those of their numbers one by one`(seed: UInt64) {
    var generator = SeededGenerator(seed)
    for count in [0, 1, 1_023, 1_024, 1_025, 5_000] {
      let groups = Int.random(in: 1...9, using: &generator)
      // Pieces of other kinds behind each other, so that places and sizes change on the way.
      var numbers: [Double] = []
      while numbers.count < count { numbers += Self.column(Int.random(in: 1...1_500, using: &generator), &generator) }
      numbers = Array(numbers.prefix(count))
      let places = numbers.map { _ in Int.random(in: 0..<groups, using: &generator) }
      var (sums, counts) = (DecimalSums(count: groups), [Int](repeating: 0, count: groups))
      let missing = numbers.withUnsafeBufferPointer { numbers in
        places.withUnsafeBufferPointer { sums.add(numbers, to: $0, counting: &counts) }
      }
      var due = [DecimalSum](repeating: DecimalSum(), count: groups)
      for (number, place) in zip(numbers, places) where !number.isNaN { due[place].add(number) }
      #expect(missing == numbers.count { $0.isNaN })
      #expect(counts == (0..<groups).map { group in zip(numbers, places).count { !$0.isNaN && $1 == group } })
      for group in 0..<groups { #expect(Self.areSame(sums.value(group), due[group].value)) }
    }
  }
}
