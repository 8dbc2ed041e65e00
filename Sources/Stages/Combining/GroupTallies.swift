import Methods
import WorkbenchKit

/// A figure of each group.
struct GroupValues {
  /// NaN for a group without any number.
  let values: [Double]
  /// Whether some group has several numbers.
  let isOfSeveral: Bool
  /// How many numbers are missing.
  let lacking: Int
  /// Of how many groups the weights add up to nought.
  let weightless: Int
}

/// What is kept of all groups while their rows come by.
protocol GroupGathering {
  var groupCount: Int { get }
  /// Adds what was kept of other rows.
  mutating func add(_ others: Self)
}

/// Of so few groups each piece of the rows keeps what it gathers, and that is put together in the end.
private let fewGroups = 1_024

extension GroupGathering {
  /// What is kept of all rows, taken in pieces on all cores where there are few groups; this is what is kept of none.
  ///
  /// - Parameters:
  ///   - check: asked often; what it throws ends the work.
  ///   - take: takes in a row; called from several threads at once.
  @inline(__always)
  func gathering(_ rowCount: Int, _ check: () throws -> Void, _ take: (Int, inout Self) -> Void) throws -> Self {
    var whole = self
    guard groupCount <= fewGroups else {
      for row in 0..<rowCount {
        if row & 0xFFFF == 0 { try check() }
        take(row, &whole)
      }
      return whole
    }
    return try gatheringPieces(rowCount, check) { rows, part in
      for row in rows { take(row, &part) }
    }
  }

  /// The same of few groups.
  ///
  /// - Parameter take: takes in the rows of a piece; called from several threads at once.
  @inline(__always)
  func gatheringPieces(
    _ rowCount: Int, _ check: () throws -> Void, _ take: (Range<Int>, inout Self) -> Void
  ) throws -> Self {
    var whole = self
    let parts = try Cores.inPieces(
      rowCount, of: 32_768, asking: { _ throws in try check() },
      { rows in
        var part = self
        take(rows, &part)
        return part
      })
    for part in parts { whole.add(part) }
    return whole
  }
}

/// What is kept of all groups while their rows come by.
struct GroupTallies: GroupGathering {
  var groups: [GroupTally]
  /// How many values are missing.
  var lacking = 0

  var groupCount: Int { groups.count }

  /// - Parameters:
  ///   - tally: that of nothing.
  ///   - check: asked often; what it throws ends the work.
  ///   - take: takes in a row; called from several threads at once.
  @inline(__always)
  static func values(
    _ tally: GroupTally, _ groups: Grouping, rowCount: Int, _ check: () throws -> Void,
    _ take: (Int, inout GroupTallies) -> Void
  ) throws -> GroupValues {
    let none = GroupTallies(groups: [GroupTally](repeating: tally, count: groups.sizes.count))
    let all = try none.gathering(rowCount, check, take)
    return GroupValues(
      values: all.groups.map(\.value), isOfSeveral: all.groups.contains { $0.count > 1 }, lacking: all.lacking,
      weightless: all.groups.count { $0.isWeightless })
  }

  mutating func add(_ others: GroupTallies) {
    lacking += others.lacking
    for group in groups.indices { groups[group].add(others.groups[group]) }
  }
}

/// The sums of all groups, with how many numbers each has, while their rows come by.
struct GroupSums: GroupGathering {
  private var sums: DecimalSums
  private var counts: [Int]
  private var lacking = 0

  /// - Parameters:
  ///   - isMean: whether the means are asked for.
  ///   - check: asked often; what it throws ends the work.
  ///   - take: takes in a row; called from several threads at once.
  @inline(__always)
  static func values(
    isMean: Bool, _ groups: Grouping, rowCount: Int, _ check: () throws -> Void, _ take: (Int, inout GroupSums) -> Void
  ) throws -> GroupValues {
    try none(groups).gathering(rowCount, check, take).values(isMean: isMean, check)
  }

  /// The same of all rows of a column.
  static func values(
    isMean: Bool, _ groups: Grouping, of numbers: [Double], _ check: () throws -> Void
  ) throws -> GroupValues {
    guard groups.sizes.count <= fewGroups else {
      return try values(isMean: isMean, groups, rowCount: numbers.count, check) { row, sums in
        sums.add(numbers[row], to: groups.groupOfRow[row])
      }
    }
    return try numbers.withUnsafeBufferPointer { numbers in
      try groups.groupOfRow.withUnsafeBufferPointer { groupOfRow in
        try none(groups).gatheringPieces(numbers.count, check) { rows, sums in
          sums.add(UnsafeBufferPointer(rebasing: numbers[rows]), to: UnsafeBufferPointer(rebasing: groupOfRow[rows]))
        }
      }
    }.values(isMean: isMean, check)
  }

  private static func none(_ groups: Grouping) -> GroupSums {
    let count = groups.sizes.count
    return GroupSums(sums: DecimalSums(count: count), counts: [Int](repeating: 0, count: count))
  }

  private func values(isMean: Bool, _ check: () throws -> Void) throws -> GroupValues {
    let values = try everyRow(counts.count, check) { group in
      if counts[group] == 0 { return Double.nan }
      let sum = sums.value(group)
      return isMean ? DecimalArithmetic.quotient(sum, Double(counts[group])) : sum
    }
    return GroupValues(
      values: values, isOfSeveral: counts.contains { $0 > 1 }, lacking: lacking, weightless: 0)
  }

  private mutating func add(_ numbers: UnsafeBufferPointer<Double>, to groups: UnsafeBufferPointer<Int>) {
    lacking += sums.add(numbers, to: groups, counting: &counts)
  }

  @inline(__always)
  mutating func add(_ number: Double, to group: Int) {
    if number.isNaN {
      lacking += 1
    } else {
      counts[group] += 1
      sums.add(number, to: group)
    }
  }

  mutating func add(_ others: GroupSums) {
    lacking += others.lacking
    for group in counts.indices { counts[group] += others.counts[group] }
    sums.add(others.sums)
  }

  var groupCount: Int { counts.count }
}

/// What is kept of a group's numbers while they come by.
struct GroupTally {
  private let statistic: GroupStatistic
  private var sum = DecimalSum()
  /// One, or none while every number counts the same: there are as many tallies as groups, and each takes little room.
  private var weight: [DecimalSum] = []
  private var extreme = Double.nan
  private(set) var count = 0

  init(_ statistic: GroupStatistic) { self.statistic = statistic }

  mutating func add(_ number: Double, _ weight: Double?) {
    count += 1
    switch statistic {
    case .sum, .mean:
      sum.add(weight.map { DecimalArithmetic.product(number, $0) } ?? number)
      guard let weight else { return }
      if self.weight.isEmpty { self.weight = [DecimalSum()] }
      self.weight[0].add(weight)
    case .min: extreme = count == 1 ? number : min(extreme, number)
    case .max: extreme = count == 1 ? number : max(extreme, number)
    case .count: break
    }
  }

  /// Adds what was kept of other rows of the group.
  mutating func add(_ other: GroupTally) {
    guard other.count > 0 else { return }
    switch statistic {
    case .sum, .mean:
      sum.add(other.sum)
      if let more = other.weight.first {
        if weight.isEmpty { weight = [DecimalSum()] }
        weight[0].add(more)
      }
    case .min: extreme = count == 0 ? other.extreme : min(extreme, other.extreme)
    case .max: extreme = count == 0 ? other.extreme : max(extreme, other.extreme)
    case .count: break
    }
    count += other.count
  }

  /// Adds what one row stands for.
  mutating func add(_ values: TalliedRows.Values, _ row: Int) {
    guard values.present[row] > 0 else { return }
    let isFirst = count == 0
    count += values.present[row]
    switch statistic {
    case .sum, .mean:
      // What is no number is missing, and no nought.
      if !sum.add(decimal: values.sums[row]) { sum.add(.nan) }
    case .min: extreme = isFirst ? values.least[row] : min(extreme, values.least[row])
    case .max: extreme = isFirst ? values.most[row] : max(extreme, values.most[row])
    case .count: break
    }
  }

  /// Adds what one row stands for, each value for its weight.
  mutating func add(_ values: TalliedRows.Weighted, _ row: Int) {
    guard values.present[row] > 0 else { return }
    count += values.present[row]
    if weight.isEmpty { weight = [DecimalSum()] }
    if !sum.add(decimal: values.products[row]) { sum.add(.nan) }
    if !weight[0].add(decimal: values.weights[row]) { weight[0].add(.nan) }
  }

  var isWeightless: Bool { weight.first?.value == 0 }

  /// NaN where there is none.
  var value: Double {
    if count == 0 { return .nan }
    switch statistic {
    case .sum: return sum.value
    case .mean: return isWeightless ? .nan : DecimalArithmetic.quotient(sum.value, weight.first?.value ?? Double(count))
    case .count: return Double(count)
    // Of noughts with and without a sign the first would else count.
    case .min, .max: return extreme == 0 ? 0 : extreme
    }
  }
}
