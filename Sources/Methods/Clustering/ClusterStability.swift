/// How well each group is found again in resamples: the mean Jaccard coefficient of a group with the group of the resample that is
/// most like it. Below .6 a group is called unstable; above .75 it is found again as a rule.
///
/// A resample draws as many rows as there are, with replacement, and takes a row that is drawn again once. Source: Hennig,
/// Cluster-wise assessment of cluster stability, Computational Statistics & Data Analysis 52 (2007).
/// - Parameters:
///   - weights: for how much each row counts in the coefficient; nil where all count alike. Rows are drawn alike.
///   - resamples: how many; 100 is usual.
///   - cluster: divides some of the rows, in the order given, into groups.
///   - beforeResample: is called before each; what it throws ends the work.
/// - Returns: a number from 0 through 1 for each group, with its standard error because no more resamples were drawn.
public func clusterStability(
  _ assignment: [Int], weights: [Double]? = nil, resamples: Int = 100, using stream: inout RandomStream,
  beforeResample: (Int) throws -> Void = { _ in }, cluster: ([Int]) throws -> [Int]
) throws -> [(mean: Double, error: Double)] {
  let count = assignment.count
  let groups = (assignment.max() ?? -1) + 1
  var sums = [Double](repeating: 0, count: groups)
  var squares = sums
  var times = sums
  for resample in 0..<resamples {
    try beforeResample(resample)
    var isDrawn = [Bool](repeating: false, count: count)
    for _ in 0..<count { isDrawn[stream.index(below: count)] = true }
    let rows = isDrawn.indices.filter { isDrawn[$0] }
    let found = try cluster(rows)
    let others = (found.max() ?? -1) + 1
    var both = [Double](repeating: 0, count: groups * others)
    var own = [Double](repeating: 0, count: groups)
    var theirs = [Double](repeating: 0, count: others)
    for (row, other) in zip(rows, found) {
      let weight = weights?[row] ?? 1
      both[assignment[row] * others + other] += weight
      own[assignment[row]] += weight
      theirs[other] += weight
    }
    // A group of which nobody was drawn says nothing in this resample.
    for group in 0..<groups where own[group] > 0 {
      var best = 0.0
      for other in 0..<others {
        let shared = both[group * others + other]
        best = max(best, shared / (own[group] + theirs[other] - shared))
      }
      sums[group] += best
      squares[group] += best * best
      times[group] += 1
    }
  }
  return (0..<groups).map { group in
    guard times[group] > 0 else { return (.nan, .nan) }
    let mean = sums[group] / times[group]
    let variance = max(squares[group] / times[group] - mean * mean, 0)
    return (mean, (variance / max(times[group] - 1, 1)).squareRoot())
  }
}
