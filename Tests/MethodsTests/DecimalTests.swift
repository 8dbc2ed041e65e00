import Methods
import TestSupport
import Testing

/// Decimals worked with as decimals, beside whole numbers of their last place.
@Suite struct DecimalTests {
  /// Digits with so many of them behind the point, as they are written.
  private struct Written {
    let digits: Int
    let places: Int

    var number: Double { Double("\(digits)e-\(places)") ?? .nan }

    func digits(places: Int) -> Int { (self.places..<places).reduce(digits) { digits, _ in digits * 10 } }
  }

  private static func random(_ generator: inout some RandomNumberGenerator) -> Written {
    Written(
      digits: Int.random(in: -99_999_999...99_999_999, using: &generator), places: .random(in: 0...6, using: &generator)
    )
  }

  /// How large numbers of one sum may be beside each other.
  private static let scales = [1e-300, 1e-20, 1e-3, 1, 7, 1e6, 1e15, 1e17, 1e40, 1e300]

  @Test(arguments: [
    (0.1, 0.2, 0.3), (0.7, 0.1, 0.8), (1.1, 2.2, 3.3), (4.35, 1e-5, 4.35001), (1e15, 0.5, 1_000_000_000_000_000.5),
    (0.1, -0.1, 0), (1e-20, 2e-20, 3e-20), (123_456_789.01, 0.99, 123_456_790),
  ]) func `a sum is what it is on paper`(left: Double, right: Double, sum: Double) {
    #expect(DecimalArithmetic.sum(left, right) == sum)
    #expect(DecimalArithmetic.difference(sum, right) == left)
  }

  @Test(arguments: [(0.1, 3.0, 0.3), (0.1, 0.1, 0.01), (1.1, 1.1, 1.21), (19.99, 100, 1999), (0.07, 100, 7)])
  func `so are a product and a quotient`(left: Double, right: Double, product: Double) {
    #expect(DecimalArithmetic.product(left, right) == product)
    #expect(DecimalArithmetic.quotient(product, right) == left)
  }

  @Test func `what is no decimal is worked with as the machine does`() {
    let third = 1.0 / 3
    #expect(DecimalArithmetic.sum(third, third) + third == 1)
    #expect(DecimalArithmetic.product(third, 3) == 1)
    #expect(DecimalArithmetic.quotient(1, 3) == third)
    #expect(DecimalArithmetic.quotient(0.5, 0) == .infinity)
    #expect(DecimalArithmetic.quotient(0, 0).isNaN)
    #expect(DecimalArithmetic.sum(.nan, 0.1).isNaN)
    #expect(DecimalArithmetic.sum(1e300, 1e300) == 2e300)
    #expect(DecimalArithmetic.product(1e200, 1e200) == .infinity)
  }

  @Test func `random decimals agree with whole numbers of their last place`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let (one, other) = (Self.random(&generator), Self.random(&generator))
      let places = max(one.places, other.places)
      let (left, right) = (one.digits(places: places), other.digits(places: places))
      #expect(DecimalArithmetic.sum(one.number, other.number) == Written(digits: left + right, places: places).number)
      #expect(
        DecimalArithmetic.difference(one.number, other.number) == Written(digits: left - right, places: places).number)
      let (product, isTooLarge) = one.digits.multipliedReportingOverflow(by: other.digits)
      #expect(!isTooLarge)
      if product.magnitude < 1 << 53 {
        let expected = Written(digits: product, places: one.places + other.places).number
        #expect(DecimalArithmetic.product(one.number, other.number) == expected)
      }
    }
  }

  @Test func `a long sum does not depend on its order`() {
    var generator = SystemRandomNumberGenerator()
    for count in [0, 1, 2, 10, 500] {
      let written = (0..<count).map { _ in Self.random(&generator) }
      let expected = Written(digits: written.reduce(0) { $0 + $1.digits(places: 6) }, places: 6).number
      let numbers = written.map(\.number)
      #expect(DecimalSum(numbers).value == expected)
      #expect(DecimalSum(numbers.shuffled(using: &generator)).value == expected)
    }
    #expect(DecimalSum([Double](repeating: 0.1, count: 10)).value == 1)
    #expect(DecimalSum([Double](repeating: 0.01, count: 1_000_000)).value == 10_000)
  }

  @Test func `a sum beyond the digits of a double is the double nearest to it`() {
    #expect(DecimalSum([900_000_000_000_000, 900_000_000_000_000, 0.3]).value == 1_800_000_000_000_000.3)
    #expect(DecimalSum([Double](repeating: 999_999_999_999_999, count: 11)).value == 10_999_999_999_999_988)
  }

  @Test func `of other numbers what each step rounds off is added in the end (Neumaier 1974)`() {
    #expect(CompensatedSum([1, 1e100, 1, -1e100]).value == 2)
    #expect(CompensatedSum([1.0 / 3, 1e17, -1e17]).value == 1.0 / 3)
    #expect(CompensatedSum([1e308, 1e308]).value == .infinity)
    #expect(CompensatedSum([1.0 / 3, 1.0 / 3, 1.0 / 3]).value == 1)
    #expect(CompensatedSum([Double](repeating: 0.1, count: 10)).value == 1)
  }

  @Test func `a sum of any numbers is exact, in every order`() {
    #expect(DecimalSum([1, 1e100, 1, -1e100]).value == 2)
    #expect(DecimalSum([1.0 / 3, 1e17, -1e17]).value == 1.0 / 3)
    #expect(DecimalSum([1e308, 1e308]).value == .infinity)
    #expect(DecimalSum([1e16, 1, -1e16, 1]).value == 2)
    #expect(DecimalSum([1e16, -1e16, 1, 1]).value == 2 && DecimalSum([1, 1, 1e16, -1e16]).value == 2)
    #expect(DecimalSum([1e308, 1e308, -1e308]).value == 1e308)
    #expect(DecimalSum([.leastNonzeroMagnitude, 1e308, -1e308]).value == .leastNonzeroMagnitude)
    #expect(DecimalSum([-1e-300, 2e-300]).value == 1e-300)
    #expect(DecimalSum([-1e16, -1, 0.25]).value == -1e16 - 0.75)
    #expect(DecimalSum([0.1 + 0.2, -0.3]).value == 4e-17)
    #expect(DecimalSum([.infinity, 1]).value == .infinity && DecimalSum([.nan, 1]).value.isNaN)
    #expect(DecimalSum([-0.0]).value.sign == .plus && DecimalSum([1e200, -1e200]).value.sign == .plus)
  }

  @Test func `a sum of numbers far apart is the same in every order, and as decimals of any length`() {
    var generator = SeededGenerator(12)
    for _ in 0..<300 {
      let numbers = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        Double.random(in: -1...1, using: &generator) * (Self.scales.randomElement(using: &generator) ?? 1)
      }
      let sum = DecimalSum(numbers).value
      #expect(DecimalSum(numbers.shuffled(using: &generator)).value == sum)
      var written = DecimalSum()
      for number in numbers {
        let isAdded = written.add(decimal: "\(number)")
        #expect(isAdded)
      }
      #expect(written.value == sum)
    }
  }

  @Test func `parts that are summed apart come to what all of them do`() {
    var generator = SeededGenerator(13)
    for _ in 0..<300 {
      let numbers = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Double.random(in: -1...1, using: &generator) * (Self.scales.randomElement(using: &generator) ?? 1)
      }
      let cut = Int.random(in: 0...numbers.count, using: &generator)
      var sum = DecimalSum(numbers[..<cut])
      sum.add(DecimalSum(numbers[cut...]))
      #expect(sum.value == DecimalSum(numbers).value)
    }
    for (one, other, all) in [
      ([0.1], [0.2], 0.3), ([], [7.5], 7.5), ([.infinity], [1], .infinity), ([1e300, 1], [-1e300], 1),
      ([999_999_999_999_999], [1e-22], 999_999_999_999_999),
    ] {
      var sum = DecimalSum(one)
      sum.add(DecimalSum(other))
      #expect(sum.value == all)
    }
    var sum = DecimalSum([Double.infinity])
    sum.add(DecimalSum([-Double.infinity]))
    #expect(sum.value.isNaN)
  }

  @Test func `a sum is written with all its digits, and is the same when it is added again`() {
    var generator = SeededGenerator(17)
    for _ in 0..<300 {
      let numbers = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        Double.random(in: -1...1, using: &generator) * (Self.scales.randomElement(using: &generator) ?? 1)
      }
      let (one, other) = (DecimalSum(numbers), DecimalSum(numbers.reversed().map(-)))
      var sum = DecimalSum()
      let isAdded = sum.add(decimal: one.decimal ?? "")
      #expect(isAdded && sum.value == one.value, "\(numbers)")
      // Taken off again nothing is left, to the last digit.
      let isTaken = sum.add(decimal: other.decimal ?? "")
      #expect(isTaken && sum.value == 0)
    }
    #expect(DecimalSum([.infinity]).decimal == nil && DecimalSum([1, .nan]).decimal == nil)
  }

  @Test func `sums side by side are what each is on its own, put together or not`() {
    var generator = SeededGenerator(14)
    let odd: [Double] = [
      .infinity, -.infinity, .nan, -0.0, 1e15, 999_999_999_999_999, 1e-22, 9_007_199_254_740_994, 1.0 / 3, 1e300, 0.1,
    ]
    for round in 0..<300 {
      let added = (0..<Int.random(in: 0...60, using: &generator)).map { _ -> (Double, Int) in
        let digits = Double(Int.random(in: -999_999...999_999, using: &generator))
        let number =
          round % 3 == 0
          ? odd.randomElement(using: &generator) ?? 0
          : round % 3 == 1
            ? Self.random(&generator).number : digits * (Self.scales.randomElement(using: &generator) ?? 1)
        return (number, Int.random(in: 0..<4, using: &generator))
      }
      let cut = Int.random(in: 0...added.count, using: &generator)
      var (sums, others) = (DecimalSums(count: 4), DecimalSums(count: 4))
      for (number, place) in added[..<cut] { sums.add(number, to: place) }
      for (number, place) in added[cut...] { others.add(number, to: place) }
      sums.add(others)
      #expect(sums.count == 4)
      for place in 0..<4 {
        let own = DecimalSum(added.lazy.filter { $0.1 == place }.map(\.0)).value
        #expect(sums.value(place) == own || sums.value(place).isNaN && own.isNaN, "\(added)")
      }
    }
  }

  @Test func `digits that take more than eight bytes are worked with as fewer are`() {
    #expect(DecimalArithmetic.sum(123_456_789_012_345, 1e-9) == 123_456_789_012_345)
    #expect(DecimalArithmetic.sum(900_000_000_000_000.5, -900_000_000_000_000) == 0.5)
    #expect(DecimalArithmetic.product(99_999_999.5, 99_999_999.5) == 9_999_999_900_000_000.25)
    #expect(DecimalArithmetic.product(1e15 - 1, 0.000_1) == 99_999_999_999.9999)
    #expect(DecimalArithmetic.product(-0.0, 0.5).sign == .plus && DecimalArithmetic.product(-0.0, 2).sign == .minus)
    #expect(DecimalArithmetic.sum(-.infinity, 0.5) == -.infinity && DecimalArithmetic.sum(.infinity, -.infinity).isNaN)
  }

  @Test func `decimals as they are written are added with all their digits`() {
    func sum(_ texts: String...) -> Double {
      var sum = DecimalSum()
      for text in texts {
        let isAdded = sum.add(decimal: text)
        #expect(isAdded, "\(text)")
      }
      return sum.value
    }
    #expect(sum("12345678901234567890.125", "-12345678901234567890") == 0.125)
    #expect(sum("0.1", "0.2") == 0.3 && sum("-7") == -7 && sum("0") == 0 && sum("000.50") == 0.5)
    #expect(sum("1e3", "2E-1", "+1") == 1001.2 && sum("1234e-2", "-34e-2") == 12)
    #expect(sum("999999999999999999", "1e-22", "-999999999999999999") == 1e-22)
    #expect(sum("1e-23", "5") == 5 && sum("-0.000", "0e-5") == 0)
    #expect(sum(String(repeating: "9", count: 40)) == 1e40)
    for text in ["", "-", ".", "1e", "e5", "1,5", "NaN", "1.2.3", "1e999999999", "1e-400", "1e400", " 1"] {
      var sum = DecimalSum()
      let isAdded = sum.add(decimal: text)
      #expect(!isAdded, "\(text)")
      #expect(sum.value == 0)
    }
  }

  @Test(arguments: [
    (1.005, 2, DecimalArithmetic.Rounding.halfUp, 1.01), (1.005, 2, .halfDown, 1), (1.005, 2, .halfEven, 1),
    (1.015, 2, .halfEven, 1.02), (-1.005, 2, .halfUp, -1.01), (1.001, 2, .up, 1.01), (-1.009, 2, .down, -1),
    (-1.001, 2, .floor, -1.01), (-1.009, 2, .ceiling, -1), (1250, -2, .halfEven, 1200), (1350, -2, .halfEven, 1400),
    (5e-60, 2, .up, 0.01), (-5e-60, 0, .floor, -1), (5e-60, 2, .halfUp, 0), (0.3, 1, .up, 0.3), (1e300, 0, .up, 1e300),
  ]) func `rounding goes by the decimal that is written`(
    number: Double, decimals: Int, rounding: DecimalArithmetic.Rounding, rounded: Double
  ) {
    #expect(DecimalArithmetic.rounded(number, to: decimals, rounding) == rounded)
  }

  @Test func `rounded numbers that are not finite stay, and whole powers are products`() {
    #expect(DecimalArithmetic.rounded(.infinity, to: 2, .halfUp) == .infinity)
    #expect(DecimalArithmetic.rounded(1.0 / 3, to: 2, .halfUp) == 0.33)
    #expect(DecimalArithmetic.power(1.1, 2) == 1.21)
    #expect(DecimalArithmetic.power(2, 0) == 1)
    #expect(DecimalArithmetic.power(4, 0.5) == 2)
    #expect(DecimalArithmetic.power(10, -2) == 0.01)
    #expect(!DecimalArithmetic.power(1e200, 2).isFinite)
    #expect(!DecimalArithmetic.power(-1, 0.5).isFinite)
  }
}
