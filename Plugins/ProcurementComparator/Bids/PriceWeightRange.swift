import Methods

/// Which bid is first for which weight of the price.
struct PriceWeightRange: Sendable, Hashable {
  /// 0 through 1.
  let from: Double
  let to: Double
  let first: Int

  /// Returns the ranges from weight 0 through 1, in order: the upper envelope of lines, one a bid.
  ///
  /// - Parameter bids: those that count, one or more; few enough to compare each with each.
  static func all(_ bids: [Bid], rule: AwardRule) -> [PriceWeightRange] {
    guard rule.formula.usesWeights, !bids.isEmpty else { return [] }
    let reference = bids.map(\.price).min() ?? .nan
    let points = bids.map { rule.formula.pricePoints($0.price, reference: reference) }
    var ranges: [PriceWeightRange] = []
    var weight = 0.0
    // At weight 0 the best quality is first, of equals the one that gains most from price.
    let best = Ranks(bids.map(\.quality))
    var first = bids.indices.filter { best.ranks[$0] == 1 }.max { points[$0] < points[$1] } ?? 0
    while true {
      var turn = 1.0
      var next: Int?
      let slope = points[first] - bids[first].quality
      for other in bids.indices where other != first {
        let rise = points[other] - bids[other].quality
        guard Standing(of: rise, to: slope, size: 1) == .above else { continue }
        // Where three meet in one point, rounding may put a crossing before the one that led here.
        let crossing = (bids[first].quality - bids[other].quality) / (rise - slope)
        guard Standing(of: crossing, to: weight, size: 1).isAtLeast else { continue }
        switch Standing(of: crossing, to: turn, size: 1) {
        case .above: continue
        case .on: if let next, rise <= points[next] - bids[next].quality { continue }
        case .below: break
        }
        turn = max(crossing, weight)
        next = other
      }
      ranges.append(PriceWeightRange(from: weight, to: turn, first: first))
      guard let next, turn < 1 else {
        return ranges.filter { Standing(of: $0.to, to: $0.from, size: 1) == .above }
      }
      weight = turn
      first = next
    }
  }
}
