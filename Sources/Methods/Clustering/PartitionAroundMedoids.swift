/// Groups around medoids: rows that stand for those nearest to them.
public struct MedoidPartition: Sendable, Hashable {
  /// A row for each group; group `g` is around `medoids[g]`.
  public let medoids: [Int]
  /// The group of each row, numbered in the order in which they first occur.
  public let assignment: [Int]
  /// The sum of the distances of all rows to their medoid.
  public let cost: Double
  public let swaps: Int
}

/// Divides rows around `k` medoids: BUILD, then SWAP until no exchange of a medoid for another row lowers the sum of distances.
///
/// The result is that of Kaufman & Rousseeuw, Finding groups in data (1990), chapter 2, equal exchanges apart; each round
/// weighs all exchanges at once as in FastPAM1 (Schubert & Rousseeuw, Information Systems 101, 2021), in the time of `n²`.
/// - Parameters:
///   - weights: for how much each row counts in that sum, 0 or more; nil where all count for one. With whole numbers the sum is
///     that of as many rows alike.
///   - k: 1 through the number of rows; what is more is brought back to it.
///   - beforeRound: is called before each medoid is built and each exchange; what it throws ends the work.
public func partitionAroundMedoids(
  _ dissimilarity: Dissimilarity, weights: [Double]? = nil, k: Int, beforeRound: () throws -> Void = {}
) throws -> MedoidPartition {
  let count = dissimilarity.count
  let k = min(max(k, 1), count)
  guard count > 0 else { return MedoidPartition(medoids: [], assignment: [], cost: 0, swaps: 0) }
  // To weigh the way to a row changes no order among the ways to it, so that all below goes by the weighed ones.
  let ways = weights.map(dissimilarity.weighing) ?? dissimilarity
  var state = MedoidState(ways, try build(ways, k: k, beforeRound: beforeRound))
  var swaps = 0
  while k < count {
    try beforeRound()
    guard let exchange = state.bestExchange(ways) else { break }
    state.exchange(exchange.group, for: exchange.row, ways)
    swaps += 1
  }
  // A row that weighs nothing lies at no distance from any medoid until it is measured unweighed.
  let nearest = weights == nil ? state.nearest : MedoidState(dissimilarity, state.medoids).nearest
  let assignment = Partition.inOrder(nearest)
  var medoids = [Int](repeating: 0, count: k)
  for medoid in state.medoids { medoids[assignment[medoid]] = medoid }
  return MedoidPartition(medoids: medoids, assignment: assignment, cost: state.cost, swaps: swaps)
}

/// The first medoids: the row nearest to all, then each time the row that brings the others nearest.
private func build(_ dissimilarity: Dissimilarity, k: Int, beforeRound: () throws -> Void) throws -> [Int] {
  let count = dissimilarity.count
  var medoids: [Int] = []
  var nearest = [Double](repeating: .infinity, count: count)
  for _ in 0..<k {
    try beforeRound()
    var best = (row: 0, sum: Double.infinity)
    dissimilarity.values.withUnsafeBufferPointer { values in
      nearest.withUnsafeBufferPointer { nearest in
        for row in 0..<count where !medoids.contains(row) {
          var sum = 0.0
          let start = row * count
          for other in 0..<count { sum += min(values[start + other], nearest[other]) }
          if sum < best.sum { best = (row, sum) }
        }
      }
    }
    medoids.append(best.row)
    for other in 0..<count { nearest[other] = min(nearest[other], dissimilarity[best.row, other]) }
  }
  return medoids
}

/// Which medoid is nearest to each row and how far, and how far the second nearest is.
private struct MedoidState {
  var medoids: [Int]
  var nearest: [Int]
  var toNearest: [Double]
  var toSecond: [Double]

  var cost: Double { toNearest.reduce(0, +) }

  init(_ dissimilarity: Dissimilarity, _ medoids: [Int]) {
    self.medoids = medoids
    nearest = [Int](repeating: 0, count: dissimilarity.count)
    toNearest = [Double](repeating: 0, count: dissimilarity.count)
    toSecond = toNearest
    settle(dissimilarity)
  }

  mutating func exchange(_ group: Int, for row: Int, _ dissimilarity: Dissimilarity) {
    medoids[group] = row
    settle(dissimilarity)
  }

  private mutating func settle(_ dissimilarity: Dissimilarity) {
    for row in 0..<dissimilarity.count {
      var (best, first, second) = (0, Double.infinity, Double.infinity)
      for (group, medoid) in medoids.enumerated() {
        let distance = dissimilarity[medoid, row]
        // A medoid stands for itself, even where another one lies at no distance.
        if medoid == row {
          (best, second, first) = (group, first, 0)
        } else if distance < first {
          (best, second, first) = (group, first, distance)
        } else if distance < second {
          second = distance
        }
      }
      (nearest[row], toNearest[row], toSecond[row]) = (best, first, second)
    }
  }

  /// The exchange that lowers the sum of distances most; nil where none does.
  func bestExchange(_ dissimilarity: Dissimilarity) -> (group: Int, row: Int)? {
    let count = dissimilarity.count
    var loss = [Double](repeating: 0, count: medoids.count)
    // With one medoid there is no second to fall back on, and every row goes to the new one.
    let second = medoids.count == 1 ? [Double](repeating: 0, count: count) : toSecond
    for row in 0..<count { loss[nearest[row]] += second[row] - toNearest[row] }
    var best = (group: 0, row: -1, change: -1e-12 * max(1, cost))
    let isMedoid = Set(medoids)
    let single = medoids.count == 1
    dissimilarity.values.withUnsafeBufferPointer { values in
      toNearest.withUnsafeBufferPointer { first in
        second.withUnsafeBufferPointer { second in
          nearest.withUnsafeBufferPointer { nearest in
            var changes = loss
            for row in 0..<count where !isMedoid.contains(row) {
              for group in changes.indices { changes[group] = loss[group] }
              var gain = 0.0
              let start = row * count
              for other in 0..<count {
                let distance = values[start + other]
                if single {
                  changes[0] += distance
                } else if distance < first[other] {
                  gain += distance - first[other]
                  changes[nearest[other]] += first[other] - second[other]
                } else if distance < second[other] {
                  changes[nearest[other]] += distance - second[other]
                }
              }
              for group in changes.indices where changes[group] + gain < best.change {
                best = (group, row, changes[group] + gain)
              }
            }
          }
        }
      }
    }
    return best.row < 0 ? nil : (best.group, best.row)
  }
}
