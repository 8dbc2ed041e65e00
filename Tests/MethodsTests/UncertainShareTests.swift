import Methods
import Testing

/// A range around what is most likely, of which both ends are kept.
@Suite struct UncertainShareTests {
  /// Ranges as they are published, uneven and even, at the edge and within.
  private static let ranges: [(Double, Double, Double)] = [
    (0.05, 0.05, 0.20), (0.05, 0.04, 0.20), (0.0163, 0.0159, 0.0208), (0.20, 0.05, 0.20), (0.5, 0.1, 0.6),
    (0.05, 0.03, 0.08), (0.3, 0.29, 0.9), (0.002, 0.001, 0.004), (0.9, 0.7, 0.99),
  ]

  @Test(arguments: ranges)
  func `a thousand draws give both ends of a range back within 2 percent`(share: Double, low: Double, high: Double)
    throws
  {
    let uncertain = try #require(UncertainShare(share: share, low: low, high: high))
    for seed in 1...3 {
      var random = RandomStream(seed: UInt64(seed))
      let draws = uncertain.draws(1000, &random).sorted()
      #expect(draws.allSatisfy { (0...1).contains($0) })
      #expect(abs(draws[25] / low - 1) < 0.02 && abs(draws[974] / high - 1) < 0.02, "\(draws[25]) \(draws[974])")
    }
  }

  @Test func `a range that a beta distribution with that mean gives is drawn from it`() throws {
    // Beta(12, 88): its quantiles by R's qbeta, to six digits.
    let range = (low: 0.064228, high: 0.190116)
    let uncertain = try #require(UncertainShare(share: 0.12, low: range.low, high: range.high))
    guard case .beta(let shapes) = uncertain else {
      Issue.record("\(uncertain)")
      return
    }
    #expect(abs(shapes.alpha - 12) < 0.05 && abs(shapes.beta - 88) < 0.3)
    #expect(abs(BetaShapes(alpha: 12, beta: 88).quantile(0.025) - range.low) < 1e-6)
    #expect(abs(BetaShapes(alpha: 12, beta: 88).quantile(0.975, near: 0.9) - range.high) < 1e-6)
  }

  @Test func `nought and one are ends like others, and a range without width is certain`() throws {
    for (share, low, high) in [(0.0, 0.0, 0.015), (0.02, 0, 0.06), (0.98, 0.9, 1), (1, 0.9, 1)] {
      var random = RandomStream(seed: 1)
      let draws = try #require(UncertainShare(share: share, low: low, high: high)).draws(1000, &random).sorted()
      #expect(draws[0] >= 0 && draws[999] <= 1)
      let slack = 0.02 * (high - low)
      #expect(abs(draws[25] - low) < slack && abs(draws[974] - high) < slack, "\(share) \(draws[25]) \(draws[974])")
    }
    #expect(UncertainShare(share: 0.2, low: 0.2, high: 0.2) == nil)
    #expect(UncertainShare(share: 0.2, low: 0.3, high: 0.4) == nil)
    #expect(UncertainShare(share: .nan, low: 0.3, high: 0.4) == nil)
  }

  @Test func `the two pieces meet the level by the closed form of their distribution`() throws {
    for (mode, low, high) in Self.ranges {
      let pieces = try #require(TwoPieceNormal(mode: mode, low: low, high: high))
      #expect(abs(pieces.quantile(0.025) - low) < 1e-9 && abs(pieces.quantile(0.975) - high) < 1e-9)
      // The mean is that of the draws.
      var random = RandomStream(seed: 3)
      let normal = NormalSampler()
      let mean = (0..<40_000).reduce(0) { sum, _ in sum + pieces.draw(&random, normal) } / 40_000
      #expect(abs(mean - pieces.mean) < 0.02 * (high - low))
    }
    let even = try #require(TwoPieceNormal(mode: 300, low: 241.2, high: 358.8))
    #expect(even.isEven && abs(even.above - 58.8 / 1.959_963_984_540_054) < 1e-9)
    #expect(try #require(TwoPieceNormal(mode: 3, low: 3, high: 3)).mean == 3)
    #expect(TwoPieceNormal(mode: 5, low: 6, high: 7) == nil)
  }
}

/// How sure drawn figures are.
@Suite struct MonteCarloTests {
  @Test(
    arguments: [(Double, Double, Double, Double)]([
      (1_000_123, 316, 1, 1_000_100), (1_000_123, 3.2, 1, 1_000_123), (0.37519, 0.0016, 0.001, 0.37519),
      (0.37519, 0.016, 0.001, 0.38), (0.37519, 0.16, 0.01, 0.4), (5, 0, 1, 5), (1234, 1000, 1, 1000),
      (1234, .nan, 1, 1234),
    ]))
  func `no digit beyond the first of the error`(number: Double, error: Double, unit: Double, shown: Double) {
    #expect(MonteCarlo.rounded(number, error: error, unit: unit) == shown)
  }

  @Test func `the error of a share and of a quantile is how they vary from seed to seed`() {
    let normal = NormalSampler()
    var (places, errors, shares): ([Double], [Double], [Double]) = ([], [], [])
    for seed in 0..<200 {
      var random = RandomStream(seed: UInt64(seed))
      let draws = (0..<400).map { _ in normal.draw(&random) }.sorted()
      places.append(draws[10])
      errors.append(MonteCarlo.error(ofPlace: 10, in: draws))
      shares.append(Double(draws.count { $0 > 1 }) / 400)
    }
    func deviation(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(values.count)
      return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
    }
    #expect(abs(errors.reduce(0, +) / 200 / deviation(places) - 1) < 0.15)
    #expect(abs(MonteCarlo.error(ofShare: 0.1587, draws: 400) / deviation(shares) - 1) < 0.15)
    #expect(MonteCarlo.error(ofShare: 0, draws: 100) > 0)
    #expect(MonteCarlo.error(ofPlace: 0, in: [5.0]) == 0)
  }

  @Test func `the errors of a simulation are how its figures vary from seed to seed`() throws {
    let drivers = RiskDrivers(
      clients: .normal(mean: 1000, deviation: 100), intensity: .lognormal(mean: 2, deviation: 0.3), cost: .constant(10))
    let contract = RiskSimulation.Contract(.priceTimesVolume(tariff: 11))
    let runs = try (0..<80).map { seed in
      try RiskSimulation(drivers, [contract], budget: 80_000, draws: 1000, seed: UInt64(seed)).outcomes[0]
    }
    func agrees(_ value: (RiskOutcome) -> Double, _ error: (RiskOutcome) -> Double) -> Bool {
      let values = runs.map(value)
      let mean = values.reduce(0, +) / 80
      let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 79).squareRoot()
      return abs(runs.map(error).reduce(0, +) / 80 / deviation - 1) < 0.25
    }
    #expect(agrees(\.payment.mean, \.payment.meanError))
    #expect(agrees(\.payment.deviation, \.payment.deviationError))
    #expect(agrees(\.shortfall, \.shortfallError))
    #expect(agrees(\.overChance, \.overChanceError))
    #expect(agrees(\.expectedOver, \.expectedOverError))
    #expect(agrees({ $0.payment.shares[.clients] ?? 0 }, { $0.payment.shareErrors[.clients] ?? 0 }))
    // What does not vary has no error.
    let fixed = try RiskSimulation(drivers, [.init(.lumpSum(budget: 9))], budget: 10, draws: 500, seed: 1).outcomes[0]
    #expect(fixed.payment.meanError == 0 && fixed.overChanceError == 0 && fixed.shortfallError == 0)
  }
}
