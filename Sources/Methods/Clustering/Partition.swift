/// Rows put into groups: to which group each belongs.
public enum Partition {
  /// Renumbers groups in the order in which they first occur, so that the first row is always in group 0.
  static func inOrder(_ assignment: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return assignment.map { group in
      if let number = numbers[group] { return number }
      numbers[group] = numbers.count
      return numbers.count - 1
    }
  }

  /// The rows of each group.
  public static func members(_ assignment: [Int]) -> [[Int]] {
    var members = [[Int]](repeating: [], count: (assignment.max() ?? -1) + 1)
    for (row, group) in assignment.enumerated() { members[group].append(row) }
    return members
  }

  /// The row of each group with the smallest sum of distances to the others in it, the first of equals.
  ///
  /// - Parameter weights: for how much each of the others counts; nil where all count alike.
  public static func medoids(
    _ assignment: [Int], _ dissimilarity: Dissimilarity, weights: [Double]? = nil
  ) -> [Int] {
    members(assignment).map { rows in
      var best = (row: rows.first ?? 0, sum: Double.infinity)
      for row in rows {
        var sum = 0.0
        for other in rows { sum += (weights?[other] ?? 1) * dissimilarity[row, other] }
        if sum < best.sum { best = (row, sum) }
      }
      return best.row
    }
  }
}
