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
  /// The bids that had the best figure, in the order in which the rule of ties put them; one where there was no tie.
  let best: [Int]
  /// The lowest price among the bids that count; NaN where none does.
  let reference: Double

  /// - Parameters:
  ///   - excluded: by bid, why it does not count whatever it offers; none where it is empty.
  ///   - random: for a draw by lot.
  init(_ bids: [Bid], rule: AwardRule, excluded: [AwardRule.Exclusion?] = [], random: inout RandomStream) {
    let exclusions = bids.indices.map {
      (excluded.indices.contains($0) ? excluded[$0] : nil) ?? rule.exclusion(of: bids[$0])
    }
    let counting = bids.indices.filter { exclusions[$0] == nil }
    let reference = counting.lazy.map { bids[$0].price }.filter { !$0.isNaN }.min() ?? .nan
    let field = rule.field(of: counting.map { bids[$0] })
    var goodness = [Double](repeating: .nan, count: bids.count)
    for bid in counting { goodness[bid] = rule.goodness(bids[bid], in: field) }
    let size = rule.formula.size(of: counting.map { bids[$0].price })
    let found = Ranks(counting.map { goodness[$0] }, size: size)
    var order: [Int] = []
    var ranks = [Int?](repeating: nil, count: bids.count)
    var tied = 0
    var best: [Int] = []
    let groups = Dictionary(grouping: found.order) { found.ranks[$0] }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      let equals = group.map { counting[$0] }
      if equals.count > 1 { tied += equals.count }
      let isBest = order.isEmpty
      let settled = Ranks(Self.preferences(equals, rule.ties, bids, &random))
      for (place, bid) in equals.enumerated() { ranks[bid] = order.count + settled.ranks[place] }
      order += settled.order.map { equals[$0] }
      if isBest { best = order }
    }
    self.exclusions = exclusions
    self.order = order
    self.ranks = ranks
    self.tied = tied
    self.best = best
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
