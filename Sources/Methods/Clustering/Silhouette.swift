/// How well each row lies in its group: `(b - a) / max(a, b)`, with `a` the mean distance to the rows of its own group and `b`
/// that to the nearest other group; from -1 (lies elsewhere) through 1, and 0 for a row that is alone.
///
/// Source: Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987).
/// - Parameter weights: for how much each row counts in these means, 0 or more; nil where all count alike. A row does not count
///   in the mean distance to its own group, whatever its weight, so that the scale of the weights does not matter.
/// - Returns: a number for each row; nought for all where there are fewer than two groups.
public func silhouettes(
  _ dissimilarity: Dissimilarity, _ assignment: [Int], weights: [Double]? = nil
) -> [Double] {
  let count = assignment.count
  let groups = (assignment.max() ?? -1) + 1
  guard groups > 1, dissimilarity.count == count else { return [Double](repeating: 0, count: count) }
  let weights = weights ?? [Double](repeating: 1, count: count)
  var sizes = [Double](repeating: 0, count: groups)
  var members = [Int](repeating: 0, count: groups)
  for (group, weight) in zip(assignment, weights) {
    sizes[group] += weight
    if weight > 0 { members[group] += 1 }
  }
  var sums = [Double](repeating: 0, count: groups)
  return dissimilarity.values.withUnsafeBufferPointer { values in
    (0..<count).map { row in
      for group in 0..<groups { sums[group] = 0 }
      let start = row * count
      for other in 0..<count { sums[assignment[other]] += weights[other] * values[start + other] }
      let own = assignment[row]
      guard members[own] > (weights[row] > 0 ? 1 : 0) else { return 0 }
      let within = sums[own] / (sizes[own] - weights[row])
      var between = Double.infinity
      for group in 0..<groups where group != own && sizes[group] > 0 {
        between = min(between, sums[group] / sizes[group])
      }
      let larger = max(within, between)
      return larger > 0 && larger.isFinite ? (between - within) / larger : 0
    }
  }
}

extension [Double] {
  /// The mean of the numbers; nought without any.
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }

  /// The mean of the numbers that are known, each for as much as it weighs; NaN where none is.
  ///
  /// - Parameter weights: as many as numbers; nil where all weigh alike.
  func meanOfKnown(weights: [Double]?) -> Double {
    var (sum, all) = (0.0, 0.0)
    for (place, value) in enumerated() where !value.isNaN {
      let weight = weights?[place] ?? 1
      sum += weight * value
      all += weight
    }
    return all > 0 ? sum / all : .nan
  }
}
