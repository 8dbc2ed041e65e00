import Methods

/// Which bid is first for which weight of the price.
struct PriceWeightRange: Sendable, Hashable {
  /// 0 through 1.
  let from: Double
  let to: Double
  let first: Int

  /// Returns the ranges from weight 0 through 1, in order: the upper envelope of lines, one a bid.
  ///
  /// - Parameter bids: those that count; few enough to compare each with each. None where points are rounded, since the order
  ///   then changes by leaps, or where a price or a quality is missing.
  static func all(_ bids: [Bid], rule: AwardRule) -> [PriceWeightRange] {
    guard rule.formula.usesWeights, rule.rounding == nil, !bids.isEmpty else { return [] }
    // The points that a formula gives for any weight of the price.
    var open = rule
    open.priceWeight = 0.5
    let field = open.field(of: bids)
    let points = bids.map { open.points($0, in: field) }
    guard points.allSatisfy({ $0.price.isFinite && $0.quality.isFinite }) else { return [] }
    var ranges: [PriceWeightRange] = []
    var weight = 0.0
    // At weight 0 the best quality is first, of equals the one that gains most from price.
    let best = Ranks(points.map(\.quality))
    var first = bids.indices.filter { best.ranks[$0] == 1 }.max { points[$0].price < points[$1].price } ?? 0
    while true {
      var turn = 1.0
      var next: Int?
      let slope = points[first].price - points[first].quality
      for other in bids.indices where other != first {
        let rise = points[other].price - points[other].quality
        guard Standing(of: rise, to: slope, size: 1) == .above else { continue }
        // Where three meet in one point, rounding may put a crossing before the one that led here.
        let crossing = (points[first].quality - points[other].quality) / (rise - slope)
        guard Standing(of: crossing, to: weight, size: 1).isAtLeast else { continue }
        switch Standing(of: crossing, to: turn, size: 1) {
        case .above: continue
        case .on: if let next, rise <= points[next].price - points[next].quality { continue }
        case .below: break
        }
        turn = max(crossing, weight)
        next = other
      }
      // Of equal prices the turn at the whole weight is one but for its last bit.
      if Standing(of: turn, to: 1, size: 1) == .on { turn = 1 }
      ranges.append(PriceWeightRange(from: weight, to: turn, first: first))
      guard let next, turn < 1 else {
        return ranges.filter { Standing(of: $0.to, to: $0.from, size: 1) == .above }
      }
      weight = turn
      first = next
    }
  }
}
