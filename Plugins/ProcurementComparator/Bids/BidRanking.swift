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
    let size = rule.formula.size(of: counting.map { bids[$0].price })
    let found = Ranks(counting.map { goodness[$0] }, size: size)
    var order: [Int] = []
    var ranks = [Int?](repeating: nil, count: bids.count)
    var tied = 0
    let groups = Dictionary(grouping: found.order) { found.ranks[$0] }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      let equals = group.map { counting[$0] }
      if equals.count > 1 { tied += equals.count }
      let settled = Ranks(Self.preferences(equals, rule.ties, bids, &random))
      for (place, bid) in equals.enumerated() { ranks[bid] = order.count + settled.ranks[place] }
      order += settled.order.map { equals[$0] }
    }
    self.exclusions = exclusions
    self.order = order
    self.ranks = ranks
    self.tied = tied
    self.reference = reference
    figures = goodness.map { rule.formula.lowestWins ? -$0 : $0 }
  }

  /// What parts equals by the rule, more is better.
  private static func preferences(
    _ equals: [Int], _ rule: AwardRule.Ties, _ bids: [Bid], _ random: inout RandomStream
  ) -> [Double] {
    switch rule {
    case .shared: equals.map { _ in 0 }
    case .quality: equals.map { bids[$0].quality }
    case .price: equals.map { -bids[$0].price }
    case .draw: equals.count > 1 ? equals.map { _ in -random.uniform() } : [0]
    }
  }
}
