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
    var first = bids.indices.max { (bids[$0].quality, points[$0]) < (bids[$1].quality, points[$1]) } ?? 0
    while true {
      var turn = 1.0
      var next: Int?
      let slope = points[first] - bids[first].quality
      for other in bids.indices where other != first {
        let gain = points[other] - bids[other].quality - slope
        guard gain > 1e-15 else { continue }
        let crossing = (bids[first].quality - bids[other].quality) / gain
        if crossing < turn || crossing == turn && next.map({ points[other] > points[$0] }) == true,
          crossing >= weight
        {
          turn = crossing
          next = other
        }
      }
      ranges.append(PriceWeightRange(from: weight, to: turn, first: first))
      guard let next, turn < 1 else { return ranges.filter { $0.to > $0.from } }
      weight = turn
      first = next
    }
  }
}
