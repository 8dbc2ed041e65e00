import Methods
import Testing

@testable import ProcurementComparator

/// Whether an order hangs on who takes part, on the weights, on the formula.
@Suite struct OrderAuditTests {
  private let relative = AwardRule(formula: .relative, priceWeight: 0.4)

  private func bids(_ rows: [(Double, Double)]) -> [Bid] {
    rows.enumerated().map { Bid(bidder: "\($0)", price: $1.0, quality: $1.1) }
  }

  private func scores(_ bids: [Bid], _ rule: AwardRule) -> [Double] {
    var random = RandomStream(seed: 1)
    return BidRanking(bids, rule: rule, random: &random).figures.map { ($0 * 1e4).rounded() / 1e4 }
  }

  @Test func `the paradox: Q .4 .65 .1, P 80 180 30 give .39 .4567 .46; without the third .64 .5678`() throws {
    let all = bids([(80, 0.4), (180, 0.65), (30, 0.1)])
    #expect(scores(all, relative) == [0.39, 0.4567, 0.46])
    #expect(scores(Array(all.prefix(2)), relative) == [0.64, 0.5678])
    let audit = try OrderAudit(all, rule: relative)
    #expect(audit.count == 1 && audit.withdrawals == 6)
    #expect(audit.reversals == [.init(dropped: [2], one: 0, other: 1, before: -1, after: 1)])
  }

  @Test func `a formula that gives none says 0, also the logarithmic one, whose differences stay`() throws {
    let all = bids([(80, 0.4), (180, 0.65), (30, 0.1), (95, 0.5), (60, 0.3)])
    for formula in [
      AwardFormula.linear(low: 0, high: 200), .logarithmic(base: 2), .value(qualityEuro: 100), .ratio, .utility,
      .lowest,
    ] {
      #expect(try OrderAudit(all, rule: AwardRule(formula: formula, priceWeight: 0.4)).count == 0)
    }
    #expect(try OrderAudit(all, rule: relative).count > 0)
  }

  @Test func `it finds what ranking anew after each withdrawal finds`() throws {
    var random = RandomStream(seed: 20)
    for _ in 0..<200 {
      let all = (0..<5).map { _ in (10 + (random.uniform() * 100).rounded(), (random.uniform() * 10).rounded() / 10) }
      let sheet = bids(all)
      #expect(try OrderAudit(sheet, rule: relative).count == byHand(sheet))
    }
  }

  /// Every withdrawal of one and of two, ranked anew, every pair that is left.
  private func byHand(_ bids: [Bid]) -> Int {
    func sign(_ kept: [Int], _ one: Int, _ other: Int) -> Int {
      let field = relative.field(of: kept.map { bids[$0] })
      let figures = [one, other].map { relative.figure(bids[$0], in: field) }
      return abs(figures[0] - figures[1]) < 1e-12 ? 0 : figures[0] > figures[1] ? 1 : -1
    }
    var dropped: [[Int]] = bids.indices.map { [$0] }
    for one in bids.indices { for other in bids.indices where other > one { dropped.append([one, other]) } }
    var found = 0
    for out in dropped {
      let kept = bids.indices.filter { !out.contains($0) }
      for one in kept {
        for other in kept where other > one {
          if sign(Array(bids.indices), one, other) != sign(kept, one, other) { found += 1 }
        }
      }
    }
    return found
  }

  @Test func `two bids or one cannot change places`() throws {
    #expect(try OrderAudit(bids([(80, 0.4), (180, 0.65)]), rule: relative).count == 0)
    #expect(try OrderAudit(bids([(80, 0.4)]), rule: relative).count == 0)
    #expect(try OrderAudit([], rule: relative).count == 0)
  }

  @Test func `at its break-even price a bid is first, a cent above it is not`() throws {
    let all = bids([(1000, 0.9), (875, 0.8), (600, 0.6)])
    for bid in all.indices {
      let price = try #require(BreakEven.price(of: bid, all, rule: relative))
      for (shift, isFirst) in [(-0.01, true), (0.01, false)] {
        var changed = all
        changed[bid] = Bid(bidder: "", price: price + shift, quality: all[bid].quality)
        var random = RandomStream(seed: 1)
        #expect((BidRanking(changed, rule: relative, random: &random).ranks[bid] == 1) == isFirst, "\(bid) \(shift)")
      }
    }
    // By gunnen op waarde it is the best other's fictitious price plus one's own worth.
    let rule = AwardRule(formula: .value(qualityEuro: 500))
    #expect(abs((BreakEven.price(of: 0, all, rule: rule) ?? 0) - (300 + 450)) < 1e-6)
    #expect(BreakEven.price(of: 0, all, rule: AwardRule(formula: .utility)) == nil)
    // Without any quality no price makes a bid first where price hardly weighs.
    #expect(
      BreakEven.price(of: 1, bids([(100, 1), (100, 0)]), rule: AwardRule(formula: .relative, priceWeight: 0.1)) == nil)
  }

  @Test func `who is first over all weights of the price follows the upper envelope`() throws {
    let all = bids([(1000, 0.9), (875, 0.8), (600, 0.6)])
    let ranges = PriceWeightRange.all(all, rule: relative)
    #expect(ranges.first?.from == 0 && ranges.last?.to == 1)
    #expect(ranges.map(\.first) == [0, 2])
    // .9 (1 - w) + .6 w = .6 (1 - w) + w gives w = .3 / .7.
    #expect(abs((ranges.first?.to ?? 0) - 3.0 / 7) < 1e-12)
    for step in 0...100 {
      let weight = Double(step) / 100
      var random = RandomStream(seed: 1)
      let first = BidRanking(all, rule: AwardRule(formula: .relative, priceWeight: weight), random: &random).order.first
      #expect(ranges.contains { $0.from <= weight && weight <= $0.to && $0.first == first })
    }
    #expect(PriceWeightRange.all(all, rule: AwardRule(formula: .lowest)) == [])
    #expect(PriceWeightRange.all(bids([(5, 0.5)]), rule: relative).map(\.to) == [1])
    #expect(PriceWeightRange.all(bids([(5, 0.5), (5, 0.5)]), rule: relative).map(\.first).count == 1)
  }

  @Test func `nought, placeholders and abnormally low prices are told apart`() throws {
    let signs = PriceSigns([0, 1, 500, 950, 1000, 1050, .nan], limit: 0.7)
    #expect(signs.zero == [0] && signs.placeholders == [1] && signs.abnormallyLow == [2] && signs.median == 975)
    // Among prices of an hour, 1.00 is a price.
    #expect(PriceSigns([1, 2, 3], limit: 0.7).placeholders == [])
    #expect(PriceSigns([], limit: 0.7).median.isNaN)
  }
}
