/// How many were observed beside how many would be, had each band the reference rate: indirect standardisation.
public struct StandardizedRatio: Sendable, Hashable {
  public let expected: Double
  /// Observed over expected; NaN where nothing is expected.
  public let ratio: Double
  /// Of the ratio: exact Poisson limits of what was observed, what is expected being taken as known.
  public let limits: Interval

  /// Source: Breslow & Day, Statistical Methods in Cancer Research II (IARC, 1987), chapter 2.
  /// - Parameters:
  ///   - observed: persons or events, nought or more.
  ///   - rates: the reference rate of each band, per person.
  ///   - population: the persons in each band.
  ///   - level: above 0 and below 1.
  public init(observed: Double, rates: [Double], population: [Double], level: Double = 0.95) {
    expected = Matrix.dot(rates, population)
    guard expected > 0 else {
      ratio = .nan
      limits = Interval(low: .nan, high: .nan)
      return
    }
    ratio = observed / expected
    let counts = poissonLimits(count: observed, level: level)
    limits = Interval(low: counts.low / expected, high: counts.high / expected)
  }
}
