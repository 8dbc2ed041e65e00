import Methods

/// How many of an area have a trait beside how many would, had each age band the rate of the reference.
struct ExpectedCount: Sendable {
  let people: Double
  /// NaN where the area has no percentage.
  let observed: Double
  /// NaN where a band has no reference rate.
  let expected: Double

  /// - Parameters:
  ///   - people: of all bands together.
  ///   - bands: the area's people in each band.
  ///   - rates: the reference rate of each band, a share of one.
  init(observed: Double, bands: [Double], rates: [Double]) {
    people = bands.reduce(0, +)
    self.observed = observed
    expected = StandardizedRatio(observed: 0, rates: rates, population: bands).expected
  }

  var rate: Double { people > 0 ? observed / people : .nan }
  var expectedRate: Double { people > 0 ? expected / people : .nan }
  var ratio: Double { expected > 0 ? observed / expected : .nan }

  /// Between which shares chance keeps a group of this size with the expected share; NaN where nothing is expected.
  var funnel: Interval {
    guard people > 0, (0...1).contains(expectedRate) else { return Interval(low: .nan, high: .nan) }
    return funnelLimits(target: expectedRate, count: people)
  }

  /// `above`, `within` or `below` the limits; nil where one of them is missing.
  var position: String? {
    let limits = funnel
    guard !rate.isNaN, !limits.low.isNaN else { return nil }
    return rate > limits.high ? "above" : rate < limits.low ? "below" : "within"
  }
}
