/// Alternatives by their scores, the highest first.
///
/// Scores that differ by rounding alone (`Standing`) are equal: they share the best rank and stand in the order in which they were
/// given, and the next ones follow behind as many (1, 2, 2, 4).
public struct Ranks: Sendable, Hashable {
  /// The places of the scores, the highest first; what is no number comes last.
  public let order: [Int]
  /// The rank of each score, from 1.
  public let ranks: [Int]

  /// - Parameters:
  ///   - scores: more is better.
  ///   - size: how large the numbers are that the scores were worked out of, where that may be more than the scores themselves.
  public init(_ scores: [Double], size: Double = 0) {
    var order = scores.indices.sorted { one, other in
      let (left, right) = (scores[one], scores[other])
      if left.isNaN || right.isNaN { return left.isNaN == right.isNaN ? one < other : right.isNaN }
      return left == right ? one < other : left > right
    }
    var ranks = [Int](repeating: 0, count: scores.count)
    var start = 0
    while start < order.count {
      let leader = scores[order[start]]
      var end = start + 1
      while end < order.count, Self.areEqual(leader, scores[order[end]], size) { end += 1 }
      order[start..<end].sort()
      for place in order[start..<end] { ranks[place] = start + 1 }
      start = end
    }
    self.order = order
    self.ranks = ranks
  }

  private static func areEqual(_ one: Double, _ other: Double, _ size: Double) -> Bool {
    one.isNaN ? other.isNaN : Standing(of: other, to: one, size: size) == .on
  }
}
