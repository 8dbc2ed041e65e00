/// Numbers of some rows in fixed point: whole numbers, held in doubles, of one decimal place that all of them share, so that a processor
/// works with several at once.
///
/// What comes out is to the bit what `DecimalArithmetic` gives number by number, save that what is not finite is missing.
/// Where numbers are no decimals of few places, or too large for it, that is what each of them is worked out by.
public final class FixedPointNumbers {
  /// How many numbers there is room for.
  public static let room = 1_024

  /// A double holds every whole number up to here.
  private static let exact = 0x1p53
  /// Decimals have at most fifteen digits.
  private static let most = 1e15
  /// Of so large a size, and below, a number is looked at for decimals.
  private static let mostWithPlaces = 1e11
  private static let fewPlaces = 4
  private static let lanes = 4
  /// The bits of nought with a sign, which is lost where whole numbers are made.
  private static let minus: UInt64 = 1 << 63

  private let numbers: UnsafeMutablePointer<Double>
  /// How many there are.
  public private(set) var count = 0
  /// How many digits stand behind the point; nil where the numbers stand as they are.
  private var places: Int?
  /// No number is larger, counted in the last place; of no use where the numbers stand as they are.
  private var largest = 0.0
  /// As many places as were found last, where the next are looked for first.
  private var expected = 0

  /// Makes room, with no number in it.
  public init() {
    numbers = .allocate(capacity: Self.room)
    numbers.initialize(repeating: 0, count: Self.room)
  }

  deinit { numbers.deallocate() }

  // MARK: In and out

  /// Takes numbers in, in the place of those that are there.
  ///
  /// - Parameter source: at most `room` of them; NaN is missing.
  public func load(_ source: UnsafeBufferPointer<Double>) {
    precondition(source.count <= Self.room)
    count = source.count
    guard let start = source.baseAddress else {
      (places, largest) = (0, 0)
      return
    }
    if scale(start, to: expected) { return }
    for places in 0...Self.fewPlaces where places != expected {
      if scale(start, to: places) {
        expected = places
        return
      }
    }
    places = nil
    numbers.update(from: start, count: count)
  }

  /// Takes in one number so many times.
  public func load(repeating number: Double, count: Int) {
    precondition(count <= Self.room)
    self.count = count
    if let decimal = DecimalNumber(number), number != 0 || number.sign == .plus {
      places = decimal.places
      largest = Double(decimal.digits.magnitude)
      numbers.update(repeating: Double(decimal.digits), count: count)
    } else {
      places = nil
      numbers.update(repeating: number, count: count)
    }
  }

  /// Gives the numbers out, with NaN for what is missing.
  ///
  /// - Parameter target: room for as many as there are, in which nothing was put yet.
  public func store(into target: UnsafeMutablePointer<Double>) {
    let power = places.map { DecimalNumber.powers[$0] } ?? 1
    if power == 1 {
      for index in 0..<count { target[index] = numbers[index] }
    } else {
      for index in 0..<count { target[index] = numbers[index] / power }
    }
  }

  /// How many digits stand behind the point of `digits`; nil where the numbers are no decimals of few places.
  var sharedPlaces: Int? { places }
  /// The size of the largest of `digits`, or more.
  var largestDigits: Double { largest }
  /// The numbers as whole numbers of the last place, NaN for what is missing.
  var digits: UnsafeBufferPointer<Double> { UnsafeBufferPointer(start: numbers, count: count) }

  /// Puts numbers in as whole numbers of a decimal place.
  ///
  /// - Returns: false, with nothing to be said of what is there, where one of them is none.
  private func scale(_ source: UnsafePointer<Double>, to places: Int) -> Bool {
    let power = DecimalNumber.powers[places]
    // What is added and taken off again leaves the nearest whole number.
    let nearest = 0x1.8p52
    let bound = places == 0 ? 0x1p50 : Self.mostWithPlaces * power
    var most = SIMD4<Double>.zero
    let whole = count - count % Self.lanes
    var index = 0
    while index < whole {
      let end = min(whole, index + 64)
      var isFit = SIMDMask<SIMD4<Int64>>(repeating: true)
      while index < end {
        let given = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD4<Double>.self)
        let digits = (given * power + nearest) - nearest
        isFit .&= ((digits / power .== given) .& (unsafeBitCast(given, to: SIMD4<UInt64>.self) .!= Self.minus))
          .| (given .!= given)
        let size = digits.replacing(with: -digits, where: digits .< 0)
        most.replace(with: size, where: size .> most)
        UnsafeMutableRawPointer(numbers + index).storeBytes(of: digits, as: SIMD4<Double>.self)
        index += Self.lanes
      }
      if !all(isFit) || most.max() > bound { return false }
    }
    var size = most.max()
    for index in whole..<count {
      let digits = (source[index] * power + nearest) - nearest
      let isFit = digits / power == source[index] && source[index].bitPattern != Self.minus
      guard isFit || source[index].isNaN else { return false }
      if digits.magnitude > size { size = digits.magnitude }
      numbers[index] = digits
    }
    guard size <= bound else { return false }
    (self.places, largest) = (places, size)
    return true
  }

  // MARK: Working

  /// Adds to each number the one at its place.
  public func add(_ others: FixedPointNumbers) {
    guard align(with: others), largest + others.largest <= Self.exact else {
      return each(with: others, DecimalArithmetic.sum)
    }
    for index in 0..<count { numbers[index] += others.numbers[index] }
    largest += others.largest
  }

  /// Takes off each number the one at its place.
  public func subtract(_ others: FixedPointNumbers) {
    guard align(with: others), largest + others.largest <= Self.exact else {
      return each(with: others, DecimalArithmetic.difference)
    }
    for index in 0..<count { numbers[index] -= others.numbers[index] }
    largest += others.largest
  }

  /// Multiplies each number by the one at its place.
  public func multiply(by others: FixedPointNumbers) {
    guard let own = decimalPlaces(), let other = others.decimalPlaces(), own + other < DecimalNumber.powers.count,
      largest * others.largest <= Self.exact,
      // A whole number of more than fifteen digits is multiplied as it is.
      own + other == 0 || max(largest, others.largest) < Self.most
    else { return each(with: others, DecimalArithmetic.product) }
    for index in 0..<count {
      let factors = (numbers[index], others.numbers[index])
      numbers[index] = factors.0 * factors.1
      // Of whole numbers the nought is that of the machine, of others one without a sign.
      if numbers[index].bitPattern == Self.minus, !Self.isWhole(factors.0, own) || !Self.isWhole(factors.1, other) {
        numbers[index] = 0
      }
    }
    (places, largest) = (own + other, largest * others.largest)
  }

  /// Divides each number by the one at its place; by nought gives what is missing.
  public func divide(by others: FixedPointNumbers) {
    guard align(with: others), let places else { return each(with: others, DecimalArithmetic.quotient) }
    for index in 0..<count {
      let parts = (numbers[index], others.numbers[index])
      var quotient = parts.0 / parts.1
      if parts.0.bitPattern == Self.minus, !Self.isWhole(parts.1, places) { quotient = 0 / parts.1 }
      numbers[index] = quotient.isFinite ? quotient : .nan
    }
    self.places = nil
  }

  /// Whether digits with so many of them behind the point are a whole number.
  @inline(__always)
  private static func isWhole(_ digits: Double, _ places: Int) -> Bool {
    places == 0 || DecimalNumber.isWhole(digits / DecimalNumber.powers[places])
  }

  /// Gives each number the other sign.
  public func negate() {
    for index in 0..<count { numbers[index] = -numbers[index] }
  }

  /// Rounds each number, halves away from nought.
  ///
  /// - Parameters:
  ///   - decimals: 0 through 15.
  ///   - slowly: rounds one number that is finite, where it cannot be done here: as this does what is a decimal.
  public func round(to decimals: Int, slowly: (Double) -> Double) {
    if let places = decimalPlaces() {
      if places <= decimals, largest * DecimalNumber.powers[decimals - places] < Self.most {
        // What is rounded to nought has no sign.
        for index in 0..<count { numbers[index] += 0 }
        return
      }
      // So few digits are nowhere near a half without being one.
      if places > decimals, largest <= Self.mostWithPlaces {
        let power = DecimalNumber.powers[places - decimals]
        for index in 0..<count { numbers[index] = Self.awayFromNought(numbers[index] / power) + 0 }
        (self.places, largest) = (decimals, largest / power + 1)
        return
      }
    }
    settle()
    for index in 0..<count { numbers[index] = numbers[index].isFinite ? slowly(numbers[index]) : .nan }
  }

  /// The nearest whole number of one below 2^51.
  @inline(__always)
  private static func awayFromNought(_ number: Double) -> Double {
    let size = number.magnitude + 0.5
    let near = (size + 0x1p52) - 0x1p52
    let whole = near > size ? near - 1 : near
    return number < 0 ? -whole : whole
  }

  /// The places of decimals of at most fifteen digits; nil where the numbers are none. They are looked for anew where they stand as they are.
  private func decimalPlaces() -> Int? {
    if places != nil, largest < Self.most { return places }
    settle()
    let given = UnsafeMutablePointer<Double>.allocate(capacity: count)
    defer { given.deallocate() }
    given.initialize(from: numbers, count: count)
    load(UnsafeBufferPointer(start: given, count: count))
    return places
  }

  /// Brings both to as many places.
  ///
  /// - Returns: false, where that cannot be.
  private func align(with others: FixedPointNumbers) -> Bool {
    guard let own = decimalPlaces(), let other = others.decimalPlaces() else { return false }
    if own < other { return extend(to: other) }
    return own == other || others.extend(to: own)
  }

  private func extend(to more: Int) -> Bool {
    guard let places, largest * DecimalNumber.powers[more - places] < Self.most else { return false }
    let power = DecimalNumber.powers[more - places]
    for index in 0..<count { numbers[index] *= power }
    (self.places, largest) = (more, largest * power)
    return true
  }

  /// Lets the numbers stand as they are.
  private func settle() {
    guard places != nil else { return }
    store(into: numbers)
    places = nil
  }

  /// Works each number out with the one at its place.
  private func each(with others: FixedPointNumbers, _ work: (Double, Double) -> Double) {
    settle()
    others.settle()
    for index in 0..<count {
      let outcome = work(numbers[index], others.numbers[index])
      numbers[index] = outcome.isFinite ? outcome : .nan
    }
  }
}
