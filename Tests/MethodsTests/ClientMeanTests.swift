import Methods
import Testing

/// The mean of what many clients get, and several years of one contract.
@Suite struct ClientMeanTests {
  private func isNear(_ one: Double, _ other: Double, _ part: Double = 1e-6) -> Bool {
    abs(one - other) <= part * max(abs(other), 1)
  }

  @Test func `the moments of one client: a normal cut off at nought, and distributions that need no cut`() {
    // Of a censored normal: μΦ(μ/σ) + σφ(μ/σ), and (μ² + σ²)Φ(μ/σ) + μσφ(μ/σ) for the square; Φ(2) = .977249868, φ(2) = .053990967.
    let normal = ClientMean(.normal(mean: 50, deviation: 25))
    #expect(isNear(normal.mean, 50 * 0.977249868 + 25 * 0.053990967))
    let square = 3125 * 0.977249868 + 1250 * 0.053990967
    #expect(isNear(normal.deviation, (square - normal.mean * normal.mean).squareRoot(), 1e-5))
    #expect(isNear(normal.below, 1 - 0.977249868, 1e-4))
    let uniform = ClientMean(.uniform(low: 2, high: 8))
    #expect(isNear(uniform.mean, 5, 1e-5) && isNear(uniform.deviation, 3.0.squareRoot(), 1e-4) && uniform.below == 0)
    let count = ClientMean(.poisson(mean: 9))
    #expect(count.mean == 9 && isNear(count.deviation, 3))
    #expect(isNear(ClientMean(.lognormal(mean: 0, deviation: 0.5)).mean, 1.1331484530668263))
    let fixed = ClientMean(.constant(10))
    #expect(fixed.mean == 10 && fixed.deviation == 0 && fixed.deviation(of: 0) == 0)
  }

  private func simulated(_ drivers: RiskDrivers, _ forms: [RiskSimulation.Contract], budget: Double? = nil) throws
    -> [RiskOutcome]
  {
    try RiskSimulation(drivers, forms, budget: budget, draws: 40_000, seed: 5).outcomes
  }

  @Test(arguments: [1.0, 7, 40, 41, 400, 10_000])
  func `the mean of n clients spreads by one over the root of n, drawn one by one or not`(clients: Double) throws {
    var drivers = RiskDrivers(
      clients: .constant(clients), intensity: .uniform(low: 2, high: 8), cost: .constant(1))
    drivers.isIntensityPerClient = true
    let outcome = try simulated(drivers, [.init(.priceTimesVolume(tariff: 1))])[0]
    #expect(isNear(outcome.payment.mean, 5 * clients, 0.005))
    #expect(isNear(outcome.payment.deviation, (3 * clients).squareRoot(), 0.02))
  }

  @Test func `a common factor stands apart, and correlates`() throws {
    var drivers = RiskDrivers(
      clients: .constant(10_000), intensity: .normal(mean: 10, deviation: 3), cost: .constant(1))
    drivers.isIntensityPerClient = true
    drivers.commonIntensity = .normal(mean: 1, deviation: 0.1)
    #expect(isNear(drivers.meanIntensity, 10, 1e-3))
    let outcome = try simulated(drivers, [.init(.priceTimesVolume(tariff: 1))])[0]
    #expect(isNear(outcome.payment.deviation, 10_000, 0.02))
    drivers.clients = .normal(mean: 10_000, deviation: 1000)
    let apart = try simulated(drivers, [.init(.priceTimesVolume(tariff: 1))])[0].payment.deviation
    drivers.clientsIntensity = 1
    let together = try simulated(drivers, [.init(.priceTimesVolume(tariff: 1))])[0].payment.deviation
    #expect(isNear(apart, 2.0.squareRoot() * 10_000, 0.03) && isNear(together, 20_000, 0.03))
  }

  @Test func `years add up, each with its clients, cost and price, and a ceiling holds for each`() throws {
    let drivers = RiskDrivers(clients: .constant(1000), intensity: .constant(10), cost: .constant(100))
    var years = [RiskSimulation.Year()]
    for _ in 1..<4 {
      let last = years[years.count - 1]
      years.append(.init(clients: last.clients * 1.03, cost: last.cost * 1.025, price: last.price * 1.025))
    }
    let forms: [PaymentForm] = [
      .priceTimesVolume(tariff: 102), .lumpSum(budget: 1_020_000), .ceiling(tariff: 102, ceiling: 1_030_000),
    ]
    let contracts = forms.map { form in
      var contract = RiskSimulation.Contract(form)
      contract.years = years
      return contract
    }
    let budget = years.reduce(0) { $0 + 1_020_000 * $1.price }
    let outcomes = try RiskSimulation(drivers, contracts, budget: budget, draws: 100, seed: 1).outcomes
    let grown = years.map { $0.clients * $0.price }
    #expect(isNear(outcomes[0].payment.mean, 1_020_000 * grown.reduce(0, +), 1e-12))
    #expect(isNear(outcomes[0].costMean, 1_000_000 * grown.reduce(0, +), 1e-12) && outcomes[0].lossChance == 0)
    #expect(isNear(outcomes[1].payment.mean, budget, 1e-12) && outcomes[1].overChance == 0)
    #expect(isNear(outcomes[2].yearPayments[0], 1_020_000) && isNear(outcomes[2].yearPayments[1], 1_030_000 * 1.025))
    #expect(outcomes[0].yearCosts.count == 4 && isNear(outcomes[0].yearCosts.reduce(0, +), outcomes[0].costMean, 1e-12))
  }
}
