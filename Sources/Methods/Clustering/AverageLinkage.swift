/// The tree of groups that grow together, two at a time.
public struct Dendrogram: Sendable, Hashable {
  /// One step: two groups, each named by its first row, became one.
  public struct Merge: Sendable, Hashable {
    public let first: Int
    public let second: Int
    /// The mean distance between the members of the two.
    public let height: Double
  }

  public let count: Int
  /// One less than there are rows, the lowest first.
  public let merges: [Merge]

  public var heights: [Double] { merges.map(\.height) }

  /// Returns the `k` groups that are left when the last `k - 1` steps are taken back, in the order in which they first occur.
  public func cut(_ k: Int) -> [Int] {
    var group = Array(0..<count)
    for merge in merges.prefix(max(0, count - max(k, 1))) {
      for row in 0..<count where group[row] == merge.second { group[row] = merge.first }
    }
    return Partition.inOrder(group)
  }
}

/// Joins the two groups with the smallest mean distance between their members, until one is left (UPGMA).
///
/// Of pairs equally near, those of the first rows are joined first. Source: Sokal & Michener, University of Kansas Science
/// Bulletin 38 (1958); the update of distances by Lance & Williams (1967).
/// - Parameters:
///   - weights: for how much each row counts in these means, above 0; nil where all count alike.
///   - beforeMerge: is called before each step; what it throws ends the work.
public func averageLinkage(
  _ dissimilarity: Dissimilarity, weights: [Double]? = nil, beforeMerge: (Int) throws -> Void = { _ in }
) throws -> Dendrogram {
  let count = dissimilarity.count
  var distances = dissimilarity.values
  // Rows that weigh nothing still lie somewhere.
  var sizes = weights.map { $0.map { max($0, 1e-9) } } ?? [Double](repeating: 1, count: count)
  var alive = Array(0..<count)
  // Of each group the nearest among those with a higher number.
  var nearest = [Int](repeating: -1, count: count)
  var merges: [Dendrogram.Merge] = []

  func findNearest(of row: Int) {
    var best = Double.infinity
    nearest[row] = -1
    for other in alive where other > row && distances[row * count + other] < best {
      (best, nearest[row]) = (distances[row * count + other], other)
    }
  }
  for row in 0..<count { findNearest(of: row) }
  while alive.count > 1 {
    try beforeMerge(merges.count)
    var (first, height) = (-1, Double.infinity)
    for row in alive where nearest[row] >= 0 && distances[row * count + nearest[row]] < height {
      (first, height) = (row, distances[row * count + nearest[row]])
    }
    // Distances that are no numbers would leave nothing to join.
    guard first >= 0 else { break }
    let second = nearest[first]
    merges.append(Dendrogram.Merge(first: first, second: second, height: height))
    alive.removeAll { $0 == second }
    let total = sizes[first] + sizes[second]
    for other in alive where other != first {
      let mean =
        (sizes[first] * distances[first * count + other] + sizes[second] * distances[second * count + other]) / total
      distances[first * count + other] = mean
      distances[other * count + first] = mean
    }
    sizes[first] = total
    findNearest(of: first)
    for row in alive where row != first {
      if nearest[row] == first || nearest[row] == second {
        findNearest(of: row)
      } else if row < first, distances[row * count + first] < distances[row * count + max(nearest[row], 0)] {
        nearest[row] = first
      }
    }
  }
  return Dendrogram(count: count, merges: merges)
}
