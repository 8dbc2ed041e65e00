/// Within what range of one criterion's weight an order holds, the other weights keeping their proportions.
public struct WeightRange: Sendable, Hashable {
  /// 0 through 1; `low` is at most `high`.
  public let low: Double
  public let high: Double
  /// The pair of alternatives that change places below `low`, and above `high`; nil where the range ends at 0 or 1.
  public let atLow: Pair?
  public let atHigh: Pair?

  /// Two alternatives, as they stand now.
  public struct Pair: Sendable, Hashable {
    public let above: Int
    public let below: Int

    public init(above: Int, below: Int) {
      self.above = above
      self.below = below
    }
  }
}

/// Returns for each criterion the range of its weight in which the first alternatives keep their places by the weighted
/// sum.
///
/// Scores are straight lines in a weight, so the ends are exact: where a line crosses that of the one before. Alternatives
/// that are equal now bound nothing. Where a criterion has all the weight, the others count as equal.
/// - Parameters:
///   - utilities: a row for each alternative.
///   - weights: as many as there are columns, adding up to 1.
///   - places: how many of the first places are to stay as they are; 1 keeps the first first.
public func weightRanges(_ utilities: Matrix, weights: [Double], keeping places: Int = 1) -> [WeightRange] {
  let scores = weightedSum(utilities, weights: weights)
  let size = utilities.largest
  let order = Ranks(scores, size: size).order
  var pairs: [WeightRange.Pair] = []
  for (place, above) in order.prefix(places).enumerated() {
    for below in order[(place + 1)...]
    where Standing(of: scores[above], to: scores[below], size: size) == .above {
      pairs.append(WeightRange.Pair(above: above, below: below))
    }
  }
  return weights.indices.map { criterion in
    let own = weights[criterion]
    let rest = weights.indices.map { other in
      other == criterion ? 0 : own < 1 ? weights[other] / (1 - own) : 1 / Double(max(weights.count - 1, 1))
    }
    let others = weightedSum(utilities, weights: rest)
    var (low, high) = (0.0, 1.0)
    var atLow: WeightRange.Pair?
    var atHigh: WeightRange.Pair?
    for pair in pairs {
      let atZero = others[pair.above] - others[pair.below]
      let atOne = utilities[pair.above, criterion] - utilities[pair.below, criterion]
      guard atZero * atOne < 0, case let turn = atZero / (atZero - atOne) else { continue }
      if atZero < 0, turn > low, turn <= own { (low, atLow) = (turn, pair) }
      if atOne < 0, turn < high, turn >= own { (high, atHigh) = (turn, pair) }
    }
    return WeightRange(low: low, high: high, atLow: atLow, atHigh: atHigh)
  }
}
