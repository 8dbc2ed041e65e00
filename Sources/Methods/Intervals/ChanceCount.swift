import Glibc

/// How many of several come true by chance, each with a chance of its own.
public struct ChanceCount: Sendable, Hashable {
  /// Of each number from nought up: its chance.
  public let chances: [Double]

  /// Works it out one by one, exactly but for rounding.
  ///
  /// - Parameter each: the chance of each, 0 through 1.
  public init(_ each: [Double]) {
    var chances = [1.0]
    for chance in each {
      var next = [Double](repeating: 0, count: chances.count + 1)
      for (number, held) in chances.enumerated() {
        next[number] += held * (1 - chance)
        next[number + 1] += held * chance
      }
      chances = next
    }
    self.chances = chances
  }

  /// Works it out for a number of them that all have the same chance (the binomial distribution).
  public init(of count: Int, each chance: Double) {
    guard chance > 0, chance < 1 else {
      chances = (0...max(0, count)).map { $0 == (chance > 0 ? count : 0) ? 1 : 0 }
      return
    }
    let logs = (log(chance), log1p(-chance))
    chances = (0...max(0, count)).map { number in
      let (yes, no) = (Double(number), Double(count - number))
      return exp(
        Self.logFactorial(yes + no) - Self.logFactorial(yes) - Self.logFactorial(no) + yes * logs.0 + no * logs.1)
    }
  }

  /// Returns the chance of at least a number.
  public func atLeast(_ number: Int) -> Double {
    guard number > 0 else { return 1 }
    return number < chances.count ? min(1, chances[number...].reversed().reduce(0, +)) : 0
  }

  /// Returns the smallest number that is not passed with a chance.
  public func quantile(_ part: Double) -> Int {
    var sum = 0.0
    for (number, chance) in chances.enumerated() {
      sum += chance
      if sum >= part - 1e-12 { return number }
    }
    return chances.count - 1
  }

  private static func logFactorial(_ count: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(count + 1, &sign)
  }
}
