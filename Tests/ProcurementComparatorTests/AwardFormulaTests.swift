import Methods
import Testing

@testable import ProcurementComparator

/// The formulas, each by published or worked numbers.
@Suite struct AwardFormulaTests {
  private func bids(_ rows: [(Double, Double)]) -> [Bid] {
    rows.enumerated().map { Bid(bidder: String(["A", "B", "C", "D", "E"][$0]), price: $1.0, quality: $1.1) }
  }

  private func rank(_ bids: [Bid], _ rule: AwardRule) -> BidRanking {
    var random = RandomStream(seed: 1)
    return BidRanking(bids, rule: rule, random: &random)
  }

  private func rounded(_ values: [Double], _ places: Double = 1e4) -> [Double] {
    values.map { ($0 * places).rounded() / places }
  }

  @Test func `relative: Q .9 .8 .6 and P 1000 875 600 at 60 to 40 give .7800 .7543 .7600`() {
    let ranking = rank(bids([(1000, 0.9), (875, 0.8), (600, 0.6)]), AwardRule(formula: .relative, priceWeight: 0.4))
    #expect(rounded(ranking.figures) == [0.78, 0.7543, 0.76])
    #expect(ranking.ranks == [1, 3, 2])
  }

  @Test func `gunnen op waarde: 80,000 with 60 % of 2,500 is 78,500`() {
    let ranking = rank(bids([(80_000, 0.6), (79_000, 0)]), AwardRule(formula: .value(qualityEuro: 2500)))
    #expect(ranking.figures == [78_500, 79_000] && ranking.ranks == [1, 2])
  }

  @Test func `linear between given prices keeps the price points within 0 and 1`() {
    let rule = AwardRule(formula: .linear(low: 100, high: 200), priceWeight: 1)
    #expect(rank(bids([(50, 0), (100, 0), (150, 0), (200, 0), (300, 0)]), rule).figures == [1, 1, 0.5, 0, 0])
  }

  @Test func `log A=2: Q .6 .85 .2 and P 100 150 60 at 50 to 50 give .4315 .2640; the third withdrawn .80 .6325`() {
    let rule = AwardRule(formula: .logarithmic(base: 2), priceWeight: 0.5)
    let all = bids([(100, 0.6), (150, 0.85), (60, 0.2)])
    #expect(rounded(Array(rank(all, rule).figures.prefix(2))) == [0.4315, 0.2640])
    let two = rank(Array(all.prefix(2)), rule).figures
    #expect(rounded(two) == [0.8, 0.6325])
    let before = rank(all, rule).figures
    #expect(abs((two[0] - two[1]) - (before[0] - before[1])) < 1e-12)
    #expect(rounded([two[0] - two[1]]) == [0.1675])
  }

  @Test func `price per quality point, quality alone, lowest price`() {
    let all = bids([(100, 0.5), (90, 0.3), (200, 0.9)])
    #expect(rank(all, AwardRule(formula: .ratio)).ranks == [1, 3, 2])
    #expect(rank(all, AwardRule(formula: .utility)).ranks == [2, 3, 1])
    #expect(rank(all, AwardRule(formula: .lowest)).ranks == [2, 1, 3])
    // A bid without quality costs infinitely much a point: last, and no crash.
    #expect(rank(bids([(1, 0), (100, 0.1)]), AwardRule(formula: .ratio)).ranks == [2, 1])
  }

  @Test func `what does not count is told by its reason, and does not set the lowest price`() {
    var rule = AwardRule(formula: .relative, priceWeight: 0.4)
    rule.ceiling = 1000
    rule.minimumQuality = 0.5
    let ranking = rank(bids([(1200, 0.9), (900, 0.4), (0, 0.9), (800, .nan), (1000, 0.8)]), rule)
    #expect(ranking.exclusions == [.aboveCeiling, .belowMinimum, .priceNotPositive, .noQuality, nil])
    #expect(ranking.order == [4] && ranking.reference == 1000 && rounded(ranking.figures.suffix(1)) == [0.88])
    #expect(rank(bids([(.nan, 0.5)]), rule).exclusions == [.noPrice])
  }

  @Test func `equals share a rank unless a rule parts them`() {
    let all = bids([(100, 0.5), (50, 0.25), (50, 0.25), (200, 0.1)])
    var rule = AwardRule(formula: .ratio)
    #expect(rank(all, rule).ranks == [1, 1, 1, 4] && rank(all, rule).tied == 3)
    rule.ties = .quality
    #expect(rank(all, rule).ranks == [1, 2, 2, 4])
    rule.ties = .price
    #expect(rank(all, rule).ranks == [3, 1, 1, 4])
    rule.ties = .draw
    let drawn = rank(all, rule).ranks
    #expect(Set(drawn.prefix(3).compactMap { $0 }) == [1, 2, 3] && drawn[3] == 4)
    #expect(rank(all, rule).ranks == drawn)
  }

  @Test func `no bids, one bid, and a million bids`() {
    let rule = AwardRule(formula: .relative, priceWeight: 0.5)
    #expect(rank([], rule).order == [] && rank([], rule).reference.isNaN)
    #expect(rank(bids([(10, 0.5)]), rule).figures == [0.75])
    let many = (0..<1_000_000).map { Bid(bidder: "", price: Double(1000 + $0 % 977), quality: Double($0 % 101) / 100) }
    #expect(rank(many, rule).order.count == 1_000_000)
  }
}
