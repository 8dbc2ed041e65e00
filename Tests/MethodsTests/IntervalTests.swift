import Methods
import Testing

@Suite struct IntervalTests {
  private func expect(_ interval: Interval, _ low: Double, _ high: Double, within tolerance: Double) {
    #expect(abs(interval.low - low) <= tolerance, "\(interval)")
    #expect(abs(interval.high - high) <= tolerance, "\(interval)")
  }

  @Test func theQuantilesOfTheNormalDistribution() {
    let known = [
      (0.975, 1.959963984540054), (0.95, 1.6448536269514722), (0.995, 2.5758293035489004), (0.5, 0),
      (1e-10, -6.361340902404056), (0.025, -1.959963984540054),
    ]
    for (probability, value) in known { #expect(abs(normalQuantile(probability) - value) < 1e-12) }
    #expect(normalQuantile(0) == -.infinity)
    #expect(normalQuantile(1) == .infinity)
    #expect(normalQuantile(1.5).isNaN)
  }

  @Test func theWilsonIntervalOfTheSpecification() {
    expect(wilsonInterval(share: 0.12, count: 200), 0.08198, 0.17234, within: 0.000005)
  }

  /// Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10.
  @Test func theDifferencesBetweenSharesOfNewcombe() {
    let published: [(Double, Double, Double, Double, Double, Double)] = [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
      (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
      (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1),
    ]
    for (a, m, b, n, low, high) in published {
      expect(
        shareDifferenceInterval(first: (b / n, n), second: (a / m, m)), low, high, within: 0.00005)
      // The other way round it is the mirror image.
      expect(
        shareDifferenceInterval(first: (a / m, m), second: (b / n, n)), -high, -low, within: 0.00005)
    }
  }

  /// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  @Test func theWilsonIntervalsOfNewcombe() {
    expect(wilsonInterval(share: 81 / 263, count: 263), 0.2553, 0.3662, within: 0.00005)
    expect(wilsonInterval(share: 15 / 148, count: 148), 0.0624, 0.1605, within: 0.00005)
    expect(wilsonInterval(share: 0, count: 20), 0, 0.1611, within: 0.00005)
    expect(wilsonInterval(share: 1 / 29, count: 29), 0.0061, 0.1718, within: 0.00005)
  }

  @Test func aShareOfAllOrNoneIsALimitItself() {
    #expect(wilsonInterval(share: 0, count: 7).low == 0)
    #expect(wilsonInterval(share: 1, count: 7).high == 1)
  }

  /// The formula of Spiegelhalter, Statistics in Medicine 24 (2005), appendix, worked out in whole fractions.
  @Test func theExactFunnel() {
    expect(exactFunnelLimits(target: 0.08, count: 200), 0.04176497158471602, 0.11719499043435212, within: 1e-11)
    expect(exactFunnelLimits(target: 0.534, count: 650), 0.49481893935589916, 0.5715459185997959, within: 1e-11)
    expect(exactFunnelLimits(target: 0.5, count: 10), 0.13244444444444445, 0.7675555555555555, within: 1e-11)
    expect(exactFunnelLimits(target: 0.05, count: 20), 0, 0.14236476501690404, within: 1e-11)
    for count in [1, 2, 5, 1000] {
      for target in [0, 0.001, 0.5, 1] {
        let limits = exactFunnelLimits(target: target, count: count)
        #expect(limits.low >= 0 && limits.low <= limits.high && limits.high <= 1)
      }
    }
  }

  /// Against the incomplete beta function of Boost (by scipy 1.17).
  @Test(arguments: [
    (0.08, 1_000_000, 0.07946817292658352, 0.0805316230129912),
    (0.08, 1_000_000_000, 0.0799831852800743, 0.08001681451553967),
    (0.5, 1_000_000_000_000, 0.49999902001750773, 0.5000009799814923),
    (0.000_001, 1_000_000_000_000, 9.980400107196452e-07, 1.0019599364794258e-06),
    (0.08, 1_000_000_000_000_000, 0.07999998318538218, 0.08000001681461763),
    (0.5, 1_000_000_000_000_000, 0.4999999690102479, 0.5000000309897511),
    (0.000_001, 1_000_000_000_000_000, 9.999380205013321e-07, 1.0000619794458186e-06),
  ])
  func theExactFunnelOfHugeGroups(target: Double, count: Int, low: Double, high: Double) {
    // One person more or less is within rounding.
    expect(exactFunnelLimits(target: target, count: count), low, high, within: 2 / Double(count) + 1e-13 * target)
  }

  @Test func theFunnelOfTheSpecification() {
    expect(funnelLimits(target: 0.08, count: 200), 0.0424, 0.1176, within: 0.00005)
    expect(funnelLimits(target: 0.08, count: 5), 0, 0.3178, within: 0.0001)
    expect(funnelLimits(target: 0, count: 5), 0, 0, within: 0)
  }

  /// Garwood, Biometrika 28 (1936), as half the quantiles of chi-square.
  @Test func theExactPoissonLimitsOfGarwood() {
    expect(poissonLimits(count: 0), 0, 3.688879, within: 1e-6)
    expect(poissonLimits(count: 1), 0.025318, 5.571643, within: 1e-6)
    expect(poissonLimits(count: 5), 1.623486, 11.668332, within: 1e-6)
    expect(poissonLimits(count: 10), 4.795389, 18.390356, within: 1e-6)
    expect(poissonLimits(count: 100), 81.363991, 121.626794, within: 1e-6)
  }

  @Test func thePoissonLimitsHoldAtEverySizeAndLevel() {
    for count in [0.5, 3, 77, 12_345, 1e6, 1e9] {
      for level in [0.5, 0.95, 0.999] {
        let limits = poissonLimits(count: count, level: level)
        let tail = (1 - level) / 2
        #expect(limits.low < count && count < limits.high)
        // Near a large count the logarithms cancel: digits are lost, not the limits.
        let tolerance = count < 1e6 ? 1e-9 : 1e-5
        #expect(abs(RegularizedGamma(shape: count, value: limits.low).lower - tail) < tolerance)
        #expect(abs(RegularizedGamma(shape: count + 1, value: limits.high).upper - tail) < tolerance)
      }
    }
  }

  @Test func aStandardizedRatio() {
    let ratio = StandardizedRatio(observed: 110, rates: [0.05, 0.1, 0.2], population: [1000, 300, 100])
    #expect(abs(ratio.expected - 100) < 1e-12)
    #expect(abs(ratio.ratio - 1.1) < 1e-12)
    #expect(abs(ratio.limits.low - 0.904) < 0.001 && abs(ratio.limits.high - 1.326) < 0.001)
    #expect(StandardizedRatio(observed: 1, rates: [0], population: [10]).ratio.isNaN)
  }
}
