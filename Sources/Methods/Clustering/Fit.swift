/// Which rows no group fits: those that lie nearer to another group (silhouette below 0, Rousseeuw 1987), and those that lie far
/// out of the spread of their own group.
public enum GroupFit {
  /// - Parameters:
  ///   - silhouettes: NaN where unknown.
  ///   - distances: of each row to what stands for its group; NaN, nothing in common, fits nowhere.
  ///   - assignment: the group of each row, from 0.
  ///   - halfways: for each group half the way to what stands for the nearest other one; nought where there is none.
  public static func unfit(
    silhouettes: [Double], distances: [Double], assignment: [Int], halfways: [Double]
  ) -> [Bool] {
    let limits = Partition.members(assignment).enumerated().map { group, rows in
      limit(of: rows.map { distances[$0] }, halfway: halfways.indices.contains(group) ? halfways[group] : 0)
    }
    return assignment.indices.map { row in
      silhouettes[row] < 0 || distances[row].isNaN
        || Standing(of: distances[row], to: limits[assignment[row]], size: 1) == .above
    }
  }

  /// How far from what stands for its group a row may lie and still fit.
  ///
  /// That is the outer fence of the distances within the group (Tukey 1977): the third quartile and three times the distance
  /// between the quartiles. A group whose quartiles are one has no spread of its own to judge by; there it is half the way to
  /// the nearest other group, as far as that lies beyond the quartile.
  ///
  /// - Parameters:
  ///   - distances: of the members of the group; NaN is passed over.
  ///   - halfway: half the way to what stands for the nearest other group; nought where there is none.
  public static func limit(of distances: [Double], halfway: Double) -> Double {
    let known = distances.filter { !$0.isNaN }
    let (low, high) = (quantile(known, 0.25), quantile(known, 0.75))
    let hasSpread = Standing(of: high, to: low, size: 1) == .above
    return hasSpread ? high + 3 * (high - low) : max(high, halfway.isNaN ? 0 : halfway)
  }

  /// The quantile by linear interpolation between the order statistics (Hyndman & Fan 1996, type 7); nought without numbers.
  public static func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    guard low + 1 < sorted.count else { return last }
    return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
  }
}
