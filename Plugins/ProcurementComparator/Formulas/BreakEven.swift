import Methods

/// The price at which a bid would just be first, all others as they are.
enum BreakEven {
  /// Returns that price, at most the ceiling; nil where it would not be first even for next to nothing, infinity where at any price.
  ///
  /// A lower price of one's own never makes one's own place worse: its points rise, and as it changes the lowest, the highest or
  /// the mean price those of the others fall. So there is one turning point, found by halving.
  /// - Parameters:
  ///   - bids: those that count, with prices above nought.
  ///   - bid: whose.
  static func price(of bid: Int, _ bids: [Bid], rule: AwardRule) -> Double? {
    guard rule.usesPrice, bids.count > 1 else { return nil }
    let highest = (bids.map(\.price).max() ?? 1)
    let size = rule.formula.size(of: bids.map(\.price))
    let others = bids.indices.filter { $0 != bid }.map { bids[$0] }
    let fields = BidFields(others, looks: rule.looks)
    func isFirst(_ price: Double) -> Bool {
      let changed = Bid(bidder: "", price: price, quality: bids[bid].quality)
      let field = fields.field(adding: changed)
      let own = rule.goodness(changed, in: field)
      return others.allSatisfy { Standing(of: own, to: rule.goodness($0, in: field), size: size).isAtLeast }
    }
    var low = highest * 1e-9
    let ceiling = rule.ceiling ?? .infinity
    var high = min(highest * 1e6, ceiling)
    guard low <= high, isFirst(low) else { return nil }
    // Dearer than the ceiling it would not count at all.
    if isFirst(high) { return ceiling }
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if isFirst(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
