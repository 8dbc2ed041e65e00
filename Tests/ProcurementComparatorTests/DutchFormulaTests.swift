import Methods
import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Award formulas of Dutch practice, each by what was published of it.
@Suite struct DutchFormulaTests {
  private func bids(_ rows: [(Double, Double)]) -> [Bid] {
    rows.enumerated().map { Bid(bidder: String(["A", "B", "C", "D", "E", "F"][$0]), price: $1.0, quality: $1.1) }
  }

  private func figures(_ bids: [Bid], _ rule: AwardRule, _ places: Double = 1e4) -> [Double] {
    var random = RandomStream(seed: 1)
    return BidRanking(bids, rule: rule, random: &random).figures.map { ($0 * places).rounded() / places }
  }

  @Test
  func `utility index, Mercell and Negometrix: Q .9 .8 .6 and P 1000 875 600 at 60 to 40 give 60 %, 58.29 %, 55 %`() {
    let all = bids([(1000, 0.9), (875, 0.8), (600, 0.6)])
    let rule = AwardRule(formula: .utilityIndex, priceWeight: 0.4)
    #expect(figures(all, rule) == [0.6, 0.5829, 0.55])
    // Their price deficit: B would be as good as A at 850, C at 550.
    #expect(abs((BreakEven.price(of: 1, all, rule: rule) ?? 0) - 850) < 1e-6)
    #expect(abs((BreakEven.price(of: 2, all, rule: rule) ?? 0) - 550) < 1e-6)
  }

  @Test
  func `relative price points: 40, 80 and 100 euros of 50 points give 50, 25 and 20, and without the first 50 and 40`()
  {
    // Smid-Verheul, Relatief beoordelen, reden voor ontslag? (vindinkoopenaanbesteding.nl).
    let rule = AwardRule(formula: .relative, priceWeight: 1)
    #expect(figures(bids([(40, 0), (80, 0), (100, 0)]), rule).map { $0 * 50 } == [50, 25, 20])
    #expect(figures(bids([(80, 0), (100, 0)]), rule).map { $0 * 50 } == [50, 40])
    // Puntenmodel (aanbestedingszaken.nl): 1,000,000 and 1,250,000 of 60 points.
    #expect(figures(bids([(1_000_000, 0), (1_250_000, 0)]), rule).map { $0 * 60 } == [60, 48])
  }

  @Test func `log: 100 - 50 log(P/LP)/log 2 of 80, 100 and 125 is 100, 83.9 and 67.8`() {
    // Chen's example, as Verhoef tells it (Eerste hulp bij aanbesteden, iBestuur): 50 points at twice the lowest, none at four times.
    let rule = AwardRule(formula: .logarithmic(base: 4), priceWeight: 1)
    #expect(figures(bids([(80, 0), (100, 0), (125, 0)]), rule, 1e3) == [1, 0.839, 0.678])
  }

  @Test func `the mean has 50 points, and each percent above or below it one fewer or more`() {
    // Mean Calculation (procurementtemplates.co.uk).
    let rule = AwardRule(formula: .average(base: 0.5), priceWeight: 1)
    #expect(figures(bids([(90, 0), (100, 0), (110, 0)]), rule) == [0.6, 0.5, 0.4])
  }

  @Test
  func `a ladder of 300, 250, 200 and 150 points by place; equals have the better place, beyond it there is nothing`()
    throws
  {
    // Siertsema, Valkuilen bij het beoordelen van prijzen.
    let points = try #require(AwardFormula.places(["300", "250", "200", "150"]))
    let rule = AwardRule(formula: .places(points), priceWeight: 1)
    let all = bids([(12, 0), (10, 0), (11, 0), (11, 0), (14, 0), (13, 0)])
    #expect(figures(all, rule).map { ($0 * 300).rounded() } == [150, 300, 250, 250, 0, 0])
  }

  @Test func `2 - P/L: none at twice the lowest, fewer than none beyond, unless it stops at nought`() {
    let all = bids([(100, 0), (150, 0), (200, 0), (250, 0)])
    #expect(figures(all, AwardRule(formula: .linear2L(floored: false), priceWeight: 1)) == [1, 0.5, 0, -0.5])
    #expect(figures(all, AwardRule(formula: .linear2L(floored: true), priceWeight: 1)) == [1, 0.5, 0, 0])
  }

  @Test func `between the lowest and the highest price; one price has all points`() {
    let rule = AwardRule(formula: .lowestHighest, priceWeight: 1)
    #expect(figures(bids([(100, 0), (130, 0), (140, 0)]), rule) == [1, 0.25, 0])
    #expect(figures(bids([(100, 0), (100, 0)]), rule) == [1, 1])
    #expect(figures(bids([(100, 0)]), rule) == [1])
  }

  @Test func `brackets count up to and including their bound, in euros or above the lowest price`() throws {
    let euros = try AwardFormula(typed: "steps:100=1:110=0.5:120=20%", qualityEuro: nil)
    let all = bids([(100, 0), (100.01, 0), (110, 0), (120, 0), (120.01, 0)])
    #expect(figures(all, AwardRule(formula: euros, priceWeight: 1)) == [1, 0.5, 0.5, 0.2, 0])
    let parts = try AwardFormula(typed: "steps:0%=1:10%=0.6", qualityEuro: nil)
    // 110 is just 10 % above 100, though 1.1 times 100 is not in binary.
    #expect(figures(all, AwardRule(formula: parts, priceWeight: 1)) == [1, 0.6, 0.6, 0, 0])
  }

  @Test func `by the sum that is ours the Superformule of 100,000 at 70 % and 130,000 at 100 % has n 1`() throws {
    // Negometrix, The EMVI Super Formula (2019).
    let formula = try #require(Superformula(price: 100_000, quality: 0.7, equalPrice: 130_000))
    #expect(abs(formula.exponent - 1) < 1e-9)
    let rule = AwardRule(formula: .superformula(formula))
    #expect(figures(bids([(100_000, 0.7), (130_000, 1), (90_000, 0.8), (100_000, 0)]), rule, 1e6).prefix(2) == [2, 2])
    #expect(figures(bids([(90_000, 0.8)]), rule) == [1.775])
    // No exponent makes full quality at twice the price as good as half of it at once the price.
    #expect(Superformula(price: 100, quality: 0.5, equalPrice: 200) == nil)
    #expect(Superformula(price: 100, quality: 0.5, equalPrice: 100) == nil)
    let near = try #require(Superformula(price: 100, quality: 0.5, equalPrice: 199.9))
    #expect(near.exponent > 0 && abs(near.figure(price: 199.9, quality: 1) - 2) < 1e-6)
    let steep = try #require(Superformula(price: 100, quality: 0.9, equalPrice: 100.001))
    #expect(abs(steep.figure(price: 100.001, quality: 1) - 2) < 1e-6)
  }

  @Test func `relative quality: who is best has all points, as 61 of 70 becomes 70`() {
    // De Weert, Gunnen, maar dan eerlijk (2023).
    var rule = AwardRule(formula: .relative, priceWeight: 0.3)
    rule.quality = .best
    let all = bids([(100, 61.0 / 70), (100, 30.5 / 70)])
    #expect(figures(all, rule) == [1, 0.65])
    rule.quality = .places([1, 0.5])
    #expect(figures(all, rule) == [1, 0.65])
    rule.quality = .best
    // Where nobody has any quality, nobody gets points for it.
    #expect(figures(bids([(100, 0), (200, 0)]), rule) == [0.3, 0.15])
  }

  @Test func `whole points are rounded each before they are added, a half upwards`() {
    var rule = AwardRule(formula: .relative, priceWeight: 0.7)
    rule.rounding = PointRounding(decimals: 0, total: 100)
    // 70 x 100/140 is 50, 70 x 100/112 is 62.5.
    #expect(figures(bids([(100, 0.5), (140, 0.55), (112, 0)]), rule).map { ($0 * 100).rounded() } == [85, 67, 63])
    #expect(PointRounding(decimals: 1, total: 100).rounded(0.2625) == 0.263)
    #expect(PointRounding(decimals: 0, total: 100).rounded(-0.125) == -0.13)
  }

  @Test func `a weight of nought needs no score, and no price`() {
    let price = AwardRule(formula: .relative, priceWeight: 1)
    #expect(figures(bids([(80, .nan), (100, .nan)]), price) == [1, 0.8])
    #expect(figures(bids([(.nan, 0.5), (0, 0.8)]), AwardRule(formula: .relative, priceWeight: 0)) == [0.5, 0.8])
    #expect(figures(bids([(80, .nan)]), AwardRule(formula: .value(qualityEuro: 0))) == [80])
  }

  // MARK: The audit holds for the very formula

  private static let rules: [AwardRule] = {
    var formulas: [AwardFormula] = [
      .relative, .logarithmic(base: 2), .linear2L(floored: false), .linear2L(floored: true), .lowestHighest,
      .average(base: 0.5), .places([1, 0.8, 0.5]), .utilityIndex, .linear(low: 10, high: 100), .value(qualityEuro: 50),
    ]
    if let formula = Superformula(price: 50, quality: 0.5, equalPrice: 80) { formulas.append(.superformula(formula)) }
    return formulas.flatMap { formula in
      [QualityPoints.absolute, .best, .places([1, 0.4])].map { quality in
        var rule = AwardRule(formula: formula, priceWeight: 0.4)
        rule.quality = quality
        return rule
      }
    }
  }()

  @Test func `it finds what ranking anew after each withdrawal finds, by every formula`() throws {
    var random = RandomStream(seed: 7)
    for round in 0..<12 {
      let all = bids(
        (0..<5).map { _ in (10 + (random.uniform() * 40).rounded(), (random.uniform() * 10).rounded() / 10) })
      for var rule in Self.rules {
        if round % 3 == 0 { rule.rounding = PointRounding(decimals: 0, total: 100) }
        #expect(
          try OrderAudit(all, rule: rule).count == byHand(all, rule), "\(rule.formula.name) \(rule.quality) \(all)")
      }
    }
  }

  private func byHand(_ bids: [Bid], _ rule: AwardRule) -> Int {
    func sign(_ kept: [Int], _ one: Int, _ other: Int) -> Int {
      var random = RandomStream(seed: 1)
      let ranks = BidRanking(kept.map { bids[$0] }, rule: rule, random: &random).ranks
      let (first, second) = (ranks[kept.firstIndex(of: one) ?? 0] ?? 0, ranks[kept.firstIndex(of: other) ?? 0] ?? 0)
      return first == second ? 0 : first < second ? 1 : -1
    }
    let pairs = bids.indices.flatMap { one in bids.indices.filter { $0 > one }.map { [one, $0] } }
    return (bids.indices.map { [$0] } + pairs).reduce(0) { found, out in
      let kept = bids.indices.filter { !out.contains($0) }
      return found
        + pairs.count { pair in
          pair.allSatisfy { !out.contains($0) }
            && sign(Array(bids.indices), pair[0], pair[1]) != sign(kept, pair[0], pair[1])
        }
    }
  }

  @Test func `who is first over all weights is who ranking finds, by every formula that takes weights`() {
    var random = RandomStream(seed: 8)
    for _ in 0..<10 {
      let all = bids(
        (0..<5).map { _ in (10 + (random.uniform() * 40).rounded(), (random.uniform() * 100).rounded() / 100) })
      for rule in Self.rules where rule.formula.usesWeights {
        let ranges = PriceWeightRange.all(all, rule: rule)
        #expect(ranges.first?.from == 0 && ranges.last?.to == 1)
        for step in 1...19 {
          var weighed = rule
          weighed.priceWeight = Double(step) / 20 + 0.001
          var stream = RandomStream(seed: 1)
          let ranking = BidRanking(all, rule: weighed, random: &stream)
          let first = ranges.first { $0.from <= weighed.priceWeight && weighed.priceWeight <= $0.to }?.first ?? -1
          #expect(ranking.ranks[first] == 1, "\(rule.formula.name) \(weighed.priceWeight)")
        }
      }
    }
  }

  @Test func `at its break-even price a bid is first and a cent above it is not, by every formula`() {
    var random = RandomStream(seed: 9)
    for _ in 0..<10 {
      let all = bids(
        (0..<4).map { _ in (10 + (random.uniform() * 40).rounded(), 0.2 + (random.uniform() * 80).rounded() / 100) })
      for rule in Self.rules {
        for bid in all.indices {
          guard let price = BreakEven.price(of: bid, all, rule: rule), price.isFinite, price > 0.02 else { continue }
          for (shift, isFirst) in [(-0.01, true), (0.01, false)] {
            var changed = all
            changed[bid] = Bid(bidder: "", price: price + shift, quality: all[bid].quality)
            var stream = RandomStream(seed: 1)
            let rank = BidRanking(changed, rule: rule, random: &stream).ranks[bid]
            #expect((rank == 1) == isFirst, "\(rule.formula.name) \(rule.quality) \(bid) \(price + shift) \(all)")
          }
        }
      }
    }
  }
}
