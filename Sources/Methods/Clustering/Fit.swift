/// Which rows no group fits: those that lie nearer to another group (silhouette below 0), and those further from the medoid of
/// their group than 95 % of all rows are from theirs.
public enum GroupFit {
  /// - Parameters:
  ///   - silhouettes: NaN where unknown.
  ///   - distances: of each row to the medoid of its group; NaN, nothing in common, fits nowhere.
  public static func unfit(silhouettes: [Double], distances: [Double]) -> [Bool] {
    let limit = quantile(distances.filter { !$0.isNaN }, 0.95)
    return zip(silhouettes, distances).map { silhouette, distance in
      silhouette < 0 || distance.isNaN || Standing(of: distance, to: limit, size: 1) == .above
    }
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
