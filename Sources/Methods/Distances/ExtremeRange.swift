/// What keeps the range of huge and of tiny numbers, and one over it, among the doubles.
enum ExtremeRange {
  /// Returns the power of two to multiply numbers by before they are taken from each other; 1 for all but extreme ranges, which makes
  /// no difference to any digit.
  ///
  /// - Parameters:
  ///   - low: the least of them, finite.
  ///   - high: the largest, finite.
  static func factor(from low: Double, to high: Double) -> Double {
    let range = high - low
    if range.isInfinite { return 0x1p-200 }
    return range < 1e-290 ? 0x1p900 : 1
  }
}
