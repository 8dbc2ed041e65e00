/// Returns the score interval of a share that was found in a sample; always within 0 through 1.
///
/// Source: Wilson, Journal of the American Statistical Association 22 (1927).
/// - Parameters:
///   - share: 0 through 1.
///   - count: the size of the sample, above nought.
///   - level: above 0 and below 1.
public func wilsonInterval(share: Double, count: Double, level: Double = 0.95) -> Interval {
  let deviate = normalDeviate(level: level)
  let square = deviate * deviate
  let centre = share + square / (2 * count)
  let half = deviate * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
  let scale = 1 + square / count
  // At 0 and 1 the limit is exact; rounding would put it a hair beside.
  return Interval(
    low: share <= 0 ? 0 : max(0, (centre - half) / scale), high: share >= 1 ? 1 : min(1, (centre + half) / scale))
}
