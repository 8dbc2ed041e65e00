/// Returns the rank of each score, the highest first; equal scores share the best rank and the next ones follow behind as
/// many (1, 2, 2, 4).
///
/// - Parameters:
///   - scores: what is no number comes last.
///   - tolerance: scores that differ by no more, relative to the largest, are equal: what is equal on paper stays so after
///     rounding.
public func competitionRanks(_ scores: [Double], tolerance: Double = 1e-9) -> [Int] {
  let order = bestFirst(scores)
  let largest = scores.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
  var ranks = [Int](repeating: 0, count: scores.count)
  var leader = order.first
  for (place, alternative) in order.enumerated() {
    if let first = leader, !isSame(scores[first], scores[alternative], tolerance * largest) { leader = alternative }
    ranks[alternative] = leader == alternative ? place + 1 : ranks[leader ?? alternative]
  }
  return ranks
}

/// Returns the places of the scores, the highest first; equal ones as they stand, what is no number last.
public func bestFirst(_ scores: [Double]) -> [Int] {
  scores.indices.sorted { one, other in
    let (left, right) = (scores[one], scores[other])
    if left.isNaN || right.isNaN { return left.isNaN == right.isNaN ? one < other : right.isNaN }
    return left == right ? one < other : left > right
  }
}

private func isSame(_ one: Double, _ other: Double, _ tolerance: Double) -> Bool {
  one == other || one.isNaN && other.isNaN || abs(one - other) <= tolerance
}
