/// Groups around medoids that were found in samples.
public struct SampledPartition: Sendable, Hashable {
  public let medoids: [Int]
  /// The group of each row, numbered in the order in which they first occur.
  public let assignment: [Int]
  /// The distance of each row to its medoid; NaN where the two have nothing in common.
  public let distances: [Double]
  /// The rows of the best sample.
  public let sample: [Int]
}

/// Divides many rows around medoids by CLARA: PAM on samples, every row to the nearest of its medoids, and the sample kept for
/// which all rows lie nearest. Source: Kaufman & Rousseeuw, Finding groups in data (1990), chapter 3.
///
/// - Parameters:
///   - weights: for how much each row counts, 0 or more; nil where all count for one.
///   - samples: how many; each after the first takes the best medoids so far along.
///   - size: how many rows a sample has.
///   - beforeSample: is called before each sample and within it; what it throws ends the work.
/// - Throws: `NothingInCommon` of two rows of a sample, and what `beforeSample` throws.
public func clusterLargeApplications(
  _ gower: Gower, weights: [Double]? = nil, k: Int, samples: Int = 20, size: Int? = nil,
  using stream: inout RandomStream,
  beforeSample: () throws -> Void = {}
) throws -> SampledPartition {
  let count = gower.rowCount
  let size = min(count, max(size ?? 200 + 2 * k, k + 1))
  var best: (medoids: [Int], sample: [Int], sum: Double)?
  for _ in 0..<max(samples, 1) {
    try beforeSample()
    var rows = Set(best?.medoids ?? [])
    while rows.count < size { rows.insert(stream.index(below: count)) }
    let sample = rows.sorted()
    let matrix = try gower.matrix(among: sample)
    let medoids = try partitionAroundMedoids(
      matrix, weights: weights.map { all in sample.map { all[$0] } }, k: k, beforeRound: beforeSample
    ).medoids.map { sample[$0] }
    let sum = gower.nearest(medoids).distances.enumerated().reduce(0) {
      $0 + (weights?[$1.offset] ?? 1) * ($1.element.isNaN ? 1 : $1.element)
    }
    if sum < best?.sum ?? .infinity { best = (medoids, sample, sum) }
  }
  guard let best else { return SampledPartition(medoids: [], assignment: [], distances: [], sample: []) }
  let found = gower.nearest(best.medoids)
  let assignment = Partition.inOrder(found.groups)
  var medoids = best.medoids
  for (old, new) in zip(found.groups, assignment) { medoids[new] = best.medoids[old] }
  return SampledPartition(
    medoids: medoids, assignment: assignment, distances: found.distances, sample: best.sample)
}

extension Gower {
  /// The distances among some rows.
  ///
  /// - Throws: `NothingInCommon`, with the places of the rows among all.
  public func matrix(among rows: [Int]) throws -> Dissimilarity {
    do { return try Gower(self, rows).matrix() } catch let problem as NothingInCommon {
      throw NothingInCommon(first: rows[problem.first], second: rows[problem.second], pairs: problem.pairs)
    }
  }

  /// To which of some rows each row is nearest, the first of equals, and how far.
  public func nearest(_ medoids: [Int]) -> (groups: [Int], distances: [Double]) {
    var groups = [Int](repeating: 0, count: rowCount)
    var nearest = [Double](repeating: .nan, count: rowCount)
    for (group, medoid) in medoids.enumerated() {
      for (row, distance) in distances(from: medoid, to: 0..<rowCount).enumerated() {
        if distance < nearest[row] || nearest[row].isNaN && !distance.isNaN {
          (groups[row], nearest[row]) = (group, distance)
        }
      }
    }
    // A medoid stands for itself, even where another one lies at no distance.
    for (group, medoid) in medoids.enumerated() where medoid < rowCount { groups[medoid] = group }
    return (groups, nearest)
  }
}
