/// How well each row lies in its group: `(b - a) / max(a, b)`, with `a` the mean distance to the rows of its own group and `b`
/// that to the nearest other group; from -1 (lies elsewhere) through 1, and 0 for a row that is alone.
///
/// Source: Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987).
/// - Returns: a number for each row; nought for all where there are fewer than two groups.
public func silhouettes(_ dissimilarity: Dissimilarity, _ assignment: [Int]) -> [Double] {
  let count = assignment.count
  let groups = (assignment.max() ?? -1) + 1
  guard groups > 1, dissimilarity.count == count else { return [Double](repeating: 0, count: count) }
  var sizes = [Double](repeating: 0, count: groups)
  for group in assignment { sizes[group] += 1 }
  var sums = [Double](repeating: 0, count: groups)
  return dissimilarity.values.withUnsafeBufferPointer { values in
    (0..<count).map { row in
      for group in 0..<groups { sums[group] = 0 }
      let start = row * count
      for other in 0..<count { sums[assignment[other]] += values[start + other] }
      let own = assignment[row]
      guard sizes[own] > 1 else { return 0 }
      let within = sums[own] / (sizes[own] - 1)
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
}
