import Methods

/// Bids in their order by a rule.
struct BidRanking: Sendable {
  /// By bid: the figure by which it is ranked; NaN for one that does not count.
  let figures: [Double]
  /// By bid, from 1; nil for one that does not count.
  let ranks: [Int?]
  /// By bid.
  let exclusions: [AwardRule.Exclusion?]
  /// The bids that count, the best first.
  let order: [Int]
  /// How many bids have the same figure as another; the rule of ties parted them, if it could.
  let tied: Int
  /// The lowest price among the bids that count; NaN where none does.
  let reference: Double

  /// Figures nearer to each other than this part of their size are equal: the rest is rounding.
  static let tolerance = 1e-12

  /// - Parameters:
  ///   - knockedOut: by bid, whether it falls short on a criterion; none where it is empty.
  ///   - random: for a draw by lot.
  init(_ bids: [Bid], rule: AwardRule, knockedOut: [Bool] = [], random: inout RandomStream) {
    let exclusions = bids.indices.map {
      rule.exclusion(of: bids[$0], isKnockedOut: knockedOut.indices.contains($0) && knockedOut[$0])
    }
    let counting = bids.indices.filter { exclusions[$0] == nil }
    let reference = counting.lazy.map { bids[$0].price }.filter { !$0.isNaN }.min() ?? .nan
    var goodness = [Double](repeating: .nan, count: bids.count)
    for bid in counting {
      goodness[bid] = rule.formula.goodness(bids[bid], priceWeight: rule.priceWeight, reference: reference)
    }
    var order = counting.sorted { goodness[$0] != goodness[$1] ? goodness[$0] > goodness[$1] : $0 < $1 }
    var ranks = [Int?](repeating: nil, count: bids.count)
    var tied = 0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, Self.areEqual(goodness[order[end - 1]], goodness[order[end]]) { end += 1 }
      if end - start > 1 { tied += end - start }
      Self.settle(&order[start..<end], from: start, rule.ties, bids, &ranks, &random)
      start = end
    }
    self.exclusions = exclusions
    self.order = order
    self.ranks = ranks
    self.tied = tied
    self.reference = reference
    figures = goodness.map { rule.formula.lowestWins ? -$0 : $0 }
  }

  static func areEqual(_ one: Double, _ other: Double) -> Bool {
    one == other || one.isFinite && other.isFinite && abs(one - other) <= tolerance * max(1, abs(one), abs(other))
  }

  /// Orders equals by the rule, and gives them their ranks.
  private static func settle(
    _ equals: inout ArraySlice<Int>, from start: Int, _ rule: AwardRule.Ties, _ bids: [Bid], _ ranks: inout [Int?],
    _ random: inout RandomStream
  ) {
    let key: (Int) -> Double
    switch rule {
    case .shared: key = { _ in 0 }
    case .quality: key = { bids[$0].quality.isNaN ? .infinity : -bids[$0].quality }
    case .price: key = { bids[$0].price.isNaN ? .infinity : bids[$0].price }
    case .draw:
      var lots: [Int: Double] = [:]
      if equals.count > 1 { for bid in equals.sorted() { lots[bid] = random.uniform() } }
      let drawn = lots
      key = { drawn[$0] ?? 0 }
    }
    equals.sort { (key($0), $0) < (key($1), $1) }
    var rank = start + 1
    var previous: Int?
    for (place, bid) in equals.enumerated() {
      if let previous, key(previous) != key(bid) { rank = start + place + 1 }
      ranks[bid] = rank
      previous = bid
    }
  }
}
