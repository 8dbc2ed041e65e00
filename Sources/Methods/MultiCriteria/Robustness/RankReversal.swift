/// Two alternatives that change places when a third is left out.
public struct RankReversal: Sendable, Hashable {
  public let dropped: Int
  /// The one that comes first when all are there, and last without the third.
  public let above: Int
  public let below: Int

  public init(dropped: Int, above: Int, below: Int) {
    self.dropped = dropped
    self.above = above
    self.below = below
  }
}

/// Returns every pair that changes places when one alternative is left out.
///
/// Scores that are equal within a rounding, before or after, change nothing.
/// - Parameters:
///   - alternatives: how many there are.
///   - size: how large the numbers are that the scores are worked out of, as `Ranks` takes it.
///   - scores: works out the scores of these alternatives, in this order; more is better.
public func rankReversals(
  _ alternatives: Int, size: Double = 0, scores: ([Int]) throws -> [Double]
) rethrows -> [RankReversal] {
  let all = Array(0..<alternatives)
  let before = Ranks(try scores(all), size: size).ranks
  var found: [RankReversal] = []
  for dropped in all {
    let rest = all.filter { $0 != dropped }
    let after = Ranks(try scores(rest), size: size).ranks
    for (one, above) in rest.enumerated() {
      for (other, below) in rest.enumerated() where before[above] < before[below] && after[one] > after[other] {
        found.append(RankReversal(dropped: dropped, above: above, below: below))
      }
    }
  }
  return found
}
