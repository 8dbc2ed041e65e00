/// Groups of rows of kinds, each around the kind that occurs most in it, trait by trait.
public struct ModePartition: Sendable, Hashable {
  /// The group of each row, numbered in the order in which they first occur.
  public let assignment: [Int]
  /// For each group a level for each trait; -1 where all its rows lack the trait.
  public let modes: [[Int]]
  /// How many values differ from the mode of their group, each for as much as its row weighs; missing ones do not count.
  public let cost: Double
  public let rounds: Int
}

/// Divides rows of kinds into `k` groups by k-modes (Huang, Data Mining and Knowledge Discovery 2, 1998), from the start of Cao,
/// Liang & Bai (Expert Systems with Applications 36, 2009): first the row whose values occur most, then each time the row for
/// which frequency times distance to the nearest chosen is greatest. No chance is in it. A value that is missing is left out
/// of the cost; of levels that occur equally often the first is the mode.
///
/// - Parameters:
///   - observations: kinds only; numbers are left out.
///   - weights: for how much each row counts in what occurs most, 0 or more; nil where all count for one.
///   - k: 1 through the number of rows.
///   - beforeRound: is called before each round; what it throws ends the work.
public func kModes(
  _ observations: Observations, weights: [Double]? = nil, k: Int, rounds limit: Int = 100,
  beforeRound: (Int) throws -> Void = { _ in }
) throws -> ModePartition {
  let table = KindTable(observations, weights)
  guard table.rowCount > 0 else { return ModePartition(assignment: [], modes: [], cost: 0, rounds: 0) }
  var modes = try table.caoStart(min(max(k, 1), table.rowCount), beforeRound)
  var assignment: [Int] = []
  var rounds = 0
  while rounds < limit {
    try beforeRound(rounds)
    rounds += 1
    var next = (0..<table.rowCount).map { row in table.nearest(row, modes).group }
    table.fill(&next, groups: modes.count, modes)
    if next == assignment { break }
    assignment = next
    modes = table.modes(assignment, groups: modes.count)
  }
  let cost = assignment.enumerated().reduce(0) {
    $0 + table.weights[$1.offset] * Double(table.mismatches($1.offset, modes[$1.element]))
  }
  let ordered = Partition.inOrder(assignment)
  var orderedModes = modes
  for (old, new) in zip(assignment, ordered) { orderedModes[new] = modes[old] }
  return ModePartition(assignment: ordered, modes: orderedModes, cost: cost, rounds: rounds)
}

/// Kinds a row at a time.
private struct KindTable {
  let rowCount: Int
  let weights: [Double]
  private let rows: [[Int]]
  private let levels: [Int]

  init(_ observations: Observations, _ weights: [Double]?) {
    let codes = observations.codes
    rowCount = observations.rowCount
    self.weights = weights ?? [Double](repeating: 1, count: observations.rowCount)
    rows = (0..<observations.rowCount).map { row in codes.map { $0[row] } }
    levels = observations.levels
  }

  func mismatches(_ row: Int, _ mode: [Int]) -> Int {
    var count = 0
    for (one, other) in zip(rows[row], mode) where one >= 0 && one != other { count += 1 }
    return count
  }

  func nearest(_ row: Int, _ modes: [[Int]]) -> (group: Int, mismatches: Int) {
    var best = (group: 0, mismatches: Int.max)
    for (group, mode) in modes.enumerated() {
      let found = mismatches(row, mode)
      if found < best.mismatches { best = (group, found) }
    }
    return best
  }

  /// Gives a group that nobody is in the row that lies worst where it is.
  func fill(_ assignment: inout [Int], groups: Int, _ modes: [[Int]]) {
    var sizes = [Int](repeating: 0, count: groups)
    for group in assignment { sizes[group] += 1 }
    for empty in 0..<groups where sizes[empty] == 0 {
      var worst = (row: -1, mismatches: -1)
      for row in 0..<rowCount where sizes[assignment[row]] > 1 {
        let found = mismatches(row, modes[assignment[row]])
        if found > worst.mismatches { worst = (row, found) }
      }
      guard worst.row >= 0 else { return }
      sizes[assignment[worst.row]] -= 1
      assignment[worst.row] = empty
      sizes[empty] = 1
    }
  }

  func modes(_ assignment: [Int], groups: Int) -> [[Int]] {
    var counts = (0..<groups).map { _ in levels.map { [Double](repeating: 0, count: $0) } }
    for (row, group) in assignment.enumerated() {
      for (trait, code) in rows[row].enumerated() where code >= 0 { counts[group][trait][code] += weights[row] }
    }
    return counts.map { traits in
      traits.map { counts in
        guard let most = counts.max(), most > 0 else { return -1 }
        return counts.firstIndex(of: most) ?? -1
      }
    }
  }

  func caoStart(_ k: Int, _ beforeRound: (Int) throws -> Void) throws -> [[Int]] {
    var frequencies = levels.map { [Double](repeating: 0, count: $0) }
    for (row, weight) in zip(rows, weights) {
      for (trait, code) in row.enumerated() where code >= 0 { frequencies[trait][code] += weight }
    }
    let scale = 1 / max(weights.reduce(0, +) * Double(levels.count), 1)
    let density = rows.map { row in
      var sum = 0.0
      for (trait, code) in row.enumerated() where code >= 0 { sum += frequencies[trait][code] }
      return sum * scale
    }
    var chosen = [density.firstIndex(of: density.max() ?? 0) ?? 0]
    var distance = [Double](repeating: .infinity, count: rowCount)
    while chosen.count < k {
      try beforeRound(0)
      let last = rows[chosen[chosen.count - 1]]
      var best = (row: -1, value: -1.0)
      for row in 0..<rowCount {
        distance[row] = min(distance[row], Double(mismatches(row, last)))
        let value = distance[row] * density[row]
        if value > best.value, !chosen.contains(row) { best = (row, value) }
      }
      chosen.append(best.row)
    }
    return chosen.map { rows[$0] }
  }
}
