import Glibc

/// What amounts of several years are worth in the first of them.
public enum PresentValue {
  /// Returns what one euro a year is worth in the first year, over a stretch of years.
  ///
  /// Year t counts `(1 - decline)^(t - first) / (1 + rate)^t`, t being 0 in the first year of all. Source of the form: Cabinet
  /// Office (2012), A guide to Social Return on Investment, stages 4 and 5.
  ///
  /// - Parameters:
  ///   - years: from the first in which the amount is there to the last, counted from 0; none gives 0.
  ///   - rate: of discount, above -1.
  ///   - decline: the part of the amount that falls away each year after its first, 0 through 1.
  public static func factor(years: Range<Int>, rate: Double, decline: Double = 0) -> Double {
    var sum = 0.0
    for year in years {
      sum += pow(1 - decline, Double(year - years.lowerBound)) / pow(1 + rate, Double(year))
    }
    return sum
  }
}
