/// Returns weights from the order of importance: the middle of all weights that keep to it, `1/n Σ 1/k` from the
/// criterion's place on.
///
/// Equal ranks share the mean of their places. Source: Barron & Barrett, Management Science 42 (1996).
/// - Parameter ranks: one for each criterion, the lowest the most important; any finite numbers.
/// - Returns: weights that add up to 1; none where there are no ranks or one is no number.
public func rankOrderCentroid(_ ranks: [Double]) -> [Double] {
  guard ranks.allSatisfy(\.isFinite) else { return [] }
  let count = ranks.count
  let places = (0..<count).map { place in
    (place..<count).reduce(0.0) { $0 + 1 / Double($1 + 1) } / Double(count)
  }
  return ranks.map { rank in
    let before = ranks.count { $0 < rank }
    let same = ranks.count { $0 == rank }
    return places[before..<before + same].reduce(0, +) / Double(same)
  }
}

/// Returns weights in proportion to points; nil where one is negative or no number, or all are nought.
public func pointAllocation(_ points: [Double]) -> [Double]? { points.isEmpty ? nil : shares(of: points) }
