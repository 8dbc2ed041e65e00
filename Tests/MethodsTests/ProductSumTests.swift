import Glibc
import Methods
import Testing

/// Sums of products of uncertain inputs.
@Suite struct ProductSumTests {
  private static let quantities: [DriverDistribution] = [
    .triangular(low: 4, mode: 6, high: 8), .triangular(low: 5, mode: 10, high: 15),
    .triangular(low: 10, mode: 20, high: 30),
  ]
  private static let sums = ProductSums(
    inputs: quantities,
    terms: [
      .init(factors: [0], weights: [0: 6_000]), .init(factors: [1], weights: [0: 3_645]),
      .init(factors: [2], weights: [0: 2_400]), .init(factors: [], weights: [0: -110_000]),
    ], count: 1)

  @Test func `mean, spread and shares are exact`() throws {
    #expect(abs(Self.sums.mean(0) - 10_450) < 1e-9)
    #expect(abs(Self.sums.variance(0).squareRoot() - 13_242.0) < 1)
    for (found, expected) in zip(Self.sums.shares(0), [0.1369, 0.3157, 0.5475]) {
      #expect(abs(found - expected) < 5e-5)
    }
  }

  @Test func `the draws have that mean, that spread and that chance below nought`() throws {
    let outcome = try ProductSumDraws(Self.sums, draws: 100_000, seed: 3).outcomes[0]
    #expect(abs(outcome.mean - 10_450) < 170 && abs(outcome.deviation - 13_242) < 130)
    #expect(abs(outcome.belowZero - 0.222) < 0.005)
    #expect(abs(outcome.low + 11_400) < 400 && abs(outcome.high - 32_300) < 400)
    let again = try [1, 2].map { _ in try ProductSumDraws(Self.sums, draws: 5_000, seed: 3) }
    #expect(again[0] == again[1])
  }

  @Test func `of a product the variance is that of Goodman 1960`() throws {
    let pair = ProductSums(
      inputs: [.normal(mean: 10, deviation: 2), .uniform(low: 0, high: 12)],
      terms: [.init(factors: [0, 1], weights: [0: 1])], count: 1)
    // 4·12 + 4·36 + 12·100
    #expect(abs(pair.variance(0) - 1_392) < 1e-9 && pair.mean(0) == 60)
    let shares = pair.shares(0)
    #expect(abs(shares[0] - 144.0 / 1_392) < 1e-12 && abs(shares[1] - 1_200.0 / 1_392) < 1e-12)
    let drawn = try ProductSumDraws(pair, draws: 200_000, seed: 1).outcomes[0]
    #expect(abs(drawn.deviation - pair.variance(0).squareRoot()) < 0.3)
    #expect(pair.fixing(0).variance(0) == 1_200 && pair.fixing(1, at: 3).mean(0) == 30)
  }

  @Test func `the moments of each distribution are those of its draws, and the quantiles go back`() throws {
    let all: [DriverDistribution] = [
      .constant(3), .normal(mean: 5, deviation: 2), .lognormal(mean: 0.2, deviation: 0.4),
      .triangular(low: -1, mode: 0, high: 4), .poisson(mean: 6), .uniform(low: 2, high: 9),
      .twoPiece(TwoPieceNormal(mode: 4, below: 1, above: 3)),
    ]
    for distribution in all {
      let sums = ProductSums(inputs: [distribution], terms: [.init(factors: [0], weights: [0: 1])], count: 1)
      let drawn = try ProductSumDraws(sums, draws: 200_000, seed: 9).outcomes[0]
      let spread = distribution.variance.squareRoot()
      #expect(abs(drawn.mean - distribution.mean) <= 0.012 * max(spread, 1e-9), "\(distribution)")
      #expect(abs(drawn.deviation - spread) <= 0.02 * max(spread, 1e-9), "\(distribution)")
      #expect(abs(drawn.low - distribution.quantile(0.05)) <= 0.06 * max(spread, 1e-9), "\(distribution)")
      #expect(abs(drawn.belowZero - distribution.partBelowZero) < 0.005, "\(distribution)")
    }
  }

  @Test func `what is known is not drawn, and a trace of rounding is not below nought`() throws {
    let known = ProductSums(
      inputs: [.constant(0.1), .constant(3)],
      terms: [.init(factors: [0, 1], weights: [0: 1]), .init(factors: [], weights: [0: -0.3])], count: 2)
    let outcomes = try ProductSumDraws(known, draws: 10, seed: 0).outcomes
    #expect(outcomes[0].belowZero == 0 && outcomes[0].low == outcomes[0].high && outcomes[1].mean == 0)
    #expect(known.shares(0) == [0, 0])
  }

  @Test func `the order of the draws is that of sorting them`() throws {
    // Uniform on nought to one: the ends of ninety per cent lie at .05 and .95.
    let sums = ProductSums(
      inputs: [.uniform(low: 0, high: 1)], terms: [.init(factors: [0], weights: [0: 1])], count: 1)
    for draws in [1, 2, 19, 20, 101, 4_097] {
      var stream = RandomStream(seed: 4, stream: 0)
      let sorted = (0..<draws).map { _ in stream.uniform() }.sorted()
      let found = try ProductSumDraws(sums, draws: draws, seed: 4).outcomes[0]
      let edge = Int((Double(draws) * 0.05).rounded(.down))
      let ends = (sorted[edge], sorted[draws - 1 - edge])
      #expect(found.low == ends.0 && found.high == ends.1, "\(draws)")
    }
  }

  @Test func `words of a distribution`() throws {
    func read(_ text: String) throws -> DriverDistribution { try DistributionWords.read(text) { Double($0) } }
    #expect(try read("1000") == .constant(1000) && read("triangular:4:6:8") == .triangular(low: 4, mode: 6, high: 8))
    #expect(try read("range:1:1:1").isConstant && read("poisson:3") == .poisson(mean: 3))
    for text in ["", "x", "normal:1", "normal:1:2:3", "driehoek:1:2:3"] {
      #expect(throws: DistributionWords.Problem.unknown, "\(text)") { try read(text) }
    }
    for text in ["normal:1:-1", "triangular:8:6:4", "uniform:2:1", "range:3:2:1", "poisson:-1", "normal:a:1"] {
      #expect(throws: DistributionWords.Problem.impossible, "\(text)") { try read(text) }
    }
  }
}
