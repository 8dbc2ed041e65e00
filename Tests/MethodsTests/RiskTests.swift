import Glibc
import Testing

@testable import Methods

/// The simulation against what can be worked out on paper.
@Suite struct RiskTests {
  private func simulate(
    _ drivers: RiskDrivers, _ forms: [PaymentForm], budget: Double? = nil, draws: Int = 200_000, seed: UInt64 = 1
  ) -> RiskSimulation {
    RiskSimulation(drivers, forms.map { .init($0) }, budget: budget, draws: draws, seed: seed) { _ in }
  }

  private let plain = RiskDrivers(
    clients: .normal(mean: 1000, deviation: 100), intensity: .constant(10), cost: .constant(100))

  @Test func `N(1,000,000; 100,000): expected overrun at one million 39,894, ES95 1,206,271`() {
    let outcome = simulate(plain, [.priceTimesVolume(tariff: 100)], budget: 1_000_000, draws: 1_000_000).outcomes[0]
    #expect(abs(outcome.payment.mean - 1_000_000) < 400 && abs(outcome.payment.deviation - 100_000) < 300)
    #expect(abs(outcome.expectedOver - 39_894) < 200)
    #expect(abs(outcome.shortfall - 1_206_271) < 700)
    #expect(abs(outcome.overChance - 0.5) < 0.002)
    // Price times volume at cost price leaves the provider with nothing, in every draw.
    #expect(outcome.result.mean == 0 && outcome.lossChance == 0 && abs(outcome.carried - 1) < 1e-9)
  }

  @Test func `a lump sum has no spread for the municipality, and the provider loses in half of the draws`() {
    let outcome = simulate(plain, [.lumpSum(budget: 1_000_000)], budget: 1_000_000, draws: 1_000_000).outcomes[0]
    #expect(outcome.payment.mean == 1_000_000 && outcome.payment.deviation == 0 && outcome.shortfall == 1_000_000)
    #expect(outcome.overChance == 0 && outcome.expectedOver == 0 && outcome.carried == 0)
    #expect(abs(outcome.result.mean) < 400 && abs(outcome.lossChance - 0.5) < 0.002)
    #expect(abs(outcome.expectedLoss - 39_894) < 200)
    #expect(abs((outcome.result.shares[.clients] ?? 0) - 1) < 1e-6 && outcome.result.shares[.cost] == 0)
  }

  @Test func `one driver after the other: the shares of a product of independent lognormals, by Sobol's definition`() {
    let deviations = [0.2, 0.3, 0.1]
    let drivers = RiskDrivers(
      clients: .lognormal(mean: 2, deviation: 0.2), intensity: .lognormal(mean: 1, deviation: 0.3),
      cost: .lognormal(mean: 0, deviation: 0.1))
    let outcome = simulate(drivers, [.lumpSum(budget: 0)], draws: 400_000).outcomes[0]
    let whole = deviations.reduce(1) { $0 * exp($1 * $1) } - 1
    for (driver, deviation) in zip(RiskDrivers.Driver.allCases, deviations) {
      let share = (exp(deviation * deviation) - 1) / whole
      #expect(abs((outcome.result.shares[driver] ?? 0) - share) < 0.01, "\(driver)")
    }
  }

  @Test func `a driver that does not matter has no share, also with few draws`() {
    let drivers = RiskDrivers(
      clients: .normal(mean: 100, deviation: 10), intensity: .uniform(low: 1, high: 3), cost: .constant(5))
    for draws in [1000, 5000, 50_000] {
      let shares = simulate(drivers, [.arrangement(price: 10)], draws: draws).outcomes[0].payment.shares
      #expect((shares[.intensity] ?? 1) < 0.05 && abs((shares[.clients] ?? 0) - 1) < 0.001)
    }
  }

  @Test func `several forms share the draws, and the order of forms does not matter`() {
    let forms: [PaymentForm] = [.priceTimesVolume(tariff: 100), .lumpSum(budget: 5), .arrangement(price: 900)]
    let together = simulate(plain, forms, budget: 1, draws: 10_000).outcomes
    #expect(simulate(plain, [forms[2]], budget: 1, draws: 10_000).outcomes[0] == together[2])
    #expect(
      simulate(plain, forms.reversed(), draws: 10_000).outcomes.map(\.payment.mean)
        == together.map(\.payment.mean).reversed())
    #expect(simulate(plain, forms, draws: 10_000, seed: 2).outcomes[0] != together[0])
  }

  @Test func `a ceiling, a population budget and a corridor pay what they say`() {
    #expect(PaymentForm.ceiling(tariff: 10, ceiling: 950).payment(clients: 10, intensity: 9) == 900)
    #expect(PaymentForm.ceiling(tariff: 10, ceiling: 950).payment(clients: 10, intensity: 10) == 950)
    #expect(PaymentForm.population(inhabitants: 1000, perInhabitant: 3).payment(clients: 5, intensity: 5) == 3000)
    #expect(PaymentForm.arrangement(price: 7).payment(clients: 5, intensity: 9) == 35)
    let band = ClientBand(contracted: 100, up: 0.05, down: 0.1)
    #expect([108, 105, 103, 92, 91, 90, 89].map(band.direction) == [.up, .none, .none, .none, .none, .down, .down])
    #expect(band.factor(90) == 0.9)
    let open = ClientBand(contracted: 100, up: 0, down: 0)
    #expect([101, 100, 99].map(open.direction) == [.up, .none, .down])
    #expect([108, 103, 89].map(band.factor) == [1.08, 1, 0.89])
    let excess = ClientBand(contracted: 100, up: 0.05, down: 0.1, beyond: .excess)
    #expect(abs(excess.factor(108) - 1.03) < 1e-12 && abs(excess.factor(89) - 0.99) < 1e-12)
  }

  @Test func `correlation widens what adds up: clients and intensity together`() {
    var drivers = RiskDrivers(
      clients: .lognormal(mean: 0, deviation: 0.1), intensity: .lognormal(mean: 0, deviation: 0.1), cost: .constant(1))
    let apart = simulate(drivers, [.priceTimesVolume(tariff: 1)]).outcomes[0].payment.deviation
    drivers.clientsIntensity = 1
    let joined = simulate(drivers, [.priceTimesVolume(tariff: 1)]).outcomes[0].payment.deviation
    // The logarithm has deviation .1 √2 apart, .2 together.
    #expect(abs(apart - exp(0.01) * (exp(0.02) - 1).squareRoot()) < 0.002)
    #expect(abs(joined - exp(0.02) * (exp(0.04) - 1).squareRoot()) < 0.002)
    drivers.clientsIntensity = -1
    #expect(simulate(drivers, [.priceTimesVolume(tariff: 1)]).outcomes[0].payment.deviation < 1e-9)
  }

  @Test func `correlations that cannot go together are not valid`() {
    var drivers = plain
    drivers.clientsIntensity = 0.9
    drivers.clientsCost = 0.9
    drivers.intensityCost = -0.9
    #expect(!drivers.isValid)
    drivers.intensityCost = 0.9
    #expect(drivers.isValid)
    drivers.clientsIntensity = 1.5
    #expect(!drivers.isValid)
  }

  @Test(arguments: [
    DriverDistribution.constant(3), .normal(mean: 3, deviation: 0.5), .lognormal(mean: 1, deviation: 0.4),
    .triangular(low: 1, mode: 2, high: 6), .poisson(mean: 4), .uniform(low: 2, high: 5), .poisson(mean: 400),
  ])
  func `a correlated driver keeps its own distribution`(_ distribution: DriverDistribution) {
    var drivers = RiskDrivers(
      clients: distribution, intensity: .normal(mean: 10, deviation: 1), cost: .constant(1))
    let apart = simulate(drivers, [.arrangement(price: 1)]).outcomes[0].payment
    drivers.clientsIntensity = 0.7
    let joined = simulate(drivers, [.arrangement(price: 1)]).outcomes[0].payment
    #expect(abs(apart.mean - distribution.mean) < 0.01 * distribution.mean)
    #expect(abs(joined.mean - distribution.mean) < 0.01 * distribution.mean)
    #expect(abs(joined.deviation - apart.deviation) < 0.02 * max(apart.deviation, 1e-9))
  }

  @Test func `distributions that cannot be are not valid`() {
    let bad: [DriverDistribution] = [
      .normal(mean: 1, deviation: -1), .triangular(low: 3, mode: 2, high: 4), .poisson(mean: -1),
      .uniform(low: 2, high: 1), .lognormal(mean: 1000, deviation: 1), .constant(.nan),
      .normal(mean: .infinity, deviation: 1),
    ]
    #expect(bad.allSatisfy { !$0.isValid })
  }

  @Test func `clients and intensity are cut off at nought, and counted`() {
    let drivers = RiskDrivers(
      clients: .normal(mean: 0, deviation: 1), intensity: .constant(1), cost: .normal(mean: 0, deviation: 1))
    let simulation = simulate(drivers, [.arrangement(price: 1)], draws: 10_000)
    #expect(abs(Double(simulation.cut) - 5000) < 200 && abs(Double(simulation.negativeCosts) - 5000) < 200)
    #expect(abs(simulation.outcomes[0].payment.mean - 0.3989) < 0.02)
  }

  @Test func `the upper tail is the mean of the highest part, whatever comes in which order`() {
    for count in [1, 3, 20, 101, 5000] {
      var tail = UpperTail(part: 0.05, of: count)
      var random = RandomStream(seed: 7)
      let values = (0..<count).map { _ in (random.uniform() * 50).rounded() }
      for value in values { tail.add(value) }
      let size = max(0.05 * Double(count), 1)
      let sorted = values.sorted(by: >)
      let whole = Int(size)
      var sum = sorted[..<whole].reduce(0, +)
      if whole < count { sum += (size - Double(whole)) * sorted[whole] }
      #expect(abs(tail.mean - sum / size) < 1e-9, "\(count)")
    }
  }

  @Test func `one draw, and a work that is stopped`() {
    let one = simulate(plain, [.priceTimesVolume(tariff: 1)], draws: 1).outcomes[0]
    #expect(one.payment.deviation == 0 && one.carried.isNaN && one.shortfall == one.payment.mean)
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try RiskSimulation(plain, [.init(.lumpSum(budget: 1))], budget: nil, draws: 1_000_000, seed: 1) {
        if $0 > 10_000 { throw Stop() }
      }
    }
  }

  @Test func `the classes of results hold every draw`() {
    let outcome = simulate(plain, [.lumpSum(budget: 1_000_000)], draws: 30_000).outcomes[0]
    #expect(outcome.classCounts.reduce(0, +) == 30_000 && outcome.classWidth > 0)
  }
}
