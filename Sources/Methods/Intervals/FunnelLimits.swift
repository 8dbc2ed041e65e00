/// Returns the limits within which the share of a group of this size falls by chance, when its real share is the target:
/// `p ± z √(p (1 - p) / n)`, cut off at 0 and 1.
///
/// Source: Spiegelhalter, Statistics in Medicine 24 (2005), the normal approximation.
/// - Parameters:
///   - target: 0 through 1.
///   - count: the size of the group, above nought.
///   - level: above 0 and below 1.
public func funnelLimits(target: Double, count: Double, level: Double = 0.95) -> Interval {
  let half = normalDeviate(level: level) * (target * (1 - target) / count).squareRoot()
  return Interval(low: max(0, target - half), high: min(1, target + half))
}
