import Glibc

/// The shapes of a beta distribution.
public struct BetaShapes: Sendable, Hashable {
  public let alpha: Double
  public let beta: Double

  public init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  public var mean: Double { alpha / (alpha + beta) }

  /// Returns the value with this probability below it, by Newton's method within what surely holds it.
  ///
  /// - Parameters:
  ///   - probability: above 0 and below 1.
  ///   - start: where to begin, such as the quantile of a probability nearby.
  public func quantile(_ probability: Double, near start: Double = 0.5) -> Double {
    var sign: Int32 = 0
    let scale = lgamma_r(alpha + beta, &sign) - lgamma_r(alpha, &sign) - lgamma_r(beta, &sign)
    var (low, high) = (0.0, 1.0)
    var value = start > 0 && start < 1 ? start : mean
    for _ in 0..<200 {
      let excess = regularizedBeta(value, alpha: alpha, beta: beta) - probability
      if excess > 0 { high = value } else { low = value }
      let density = exp(scale + (alpha - 1) * log(value) + (beta - 1) * log1p(-value))
      var next = value - excess / density
      // A step out of bounds, or none, is replaced by the middle.
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - value) <= 1e-12 * next || next == low || next == high { return next }
      value = next
    }
    return value
  }

  /// The probability of a range.
  func probability(of low: Double, _ high: Double) -> Double {
    regularizedBeta(high, alpha: alpha, beta: beta) - regularizedBeta(low, alpha: alpha, beta: beta)
  }
}

/// Returns the beta distribution with this mean of which this range holds the level: how sure a share is, from its interval.
///
/// One parameter is free when the mean is given, so the range gets its probability and not each tail half of the rest. Where
/// several distributions do, it is the narrowest. A share of 0 (or 1) gets `Beta(1, b)`, of which the range holds all but half
/// of what the level leaves.
/// - Parameters:
///   - mean: within the range.
///   - low: 0 through the mean.
///   - high: the mean through 1.
///   - level: above 0 and below 1.
/// - Returns: nil where there is nothing uncertain (low is high), or the numbers are out of order.
public func betaShapes(mean: Double, low: Double, high: Double, level: Double = 0.95) -> BetaShapes? {
  guard 0 <= low, low <= mean, mean <= high, high <= 1, low < high, level > 0, level < 1 else { return nil }
  let tail = log((1 - level) / 2)
  if mean == 0 { return high < 1 ? BetaShapes(alpha: 1, beta: tail / log1p(-high)) : BetaShapes(alpha: 1, beta: 1) }
  if mean == 1 { return low > 0 ? BetaShapes(alpha: tail / log(low), beta: 1) : BetaShapes(alpha: 1, beta: 1) }
  func shapes(_ logSize: Double) -> BetaShapes {
    let size = exp(logSize)
    return BetaShapes(alpha: mean * size, beta: (1 - mean) * size)
  }
  func isSurer(_ logSize: Double) -> Bool {
    let shapes = shapes(logSize)
    return shapes.probability(of: low, high) >= level
  }
  // From the narrowest down: e^34 is narrower than a double can tell.
  var surer = 34.0
  var looser = surer
  while looser > -3 {
    looser -= 0.25
    if !isSurer(looser) { break }
    surer = looser
  }
  // A range that holds the level however wide the distribution is: by its variance.
  guard !isSurer(looser) else {
    let deviation = (high - low) / (2 * normalDeviate(level: level))
    let size = max(mean * (1 - mean) / (deviation * deviation) - 1, 1e-3)
    return BetaShapes(alpha: mean * size, beta: (1 - mean) * size)
  }
  guard surer < 34 else { return nil }
  for _ in 0..<60 {
    let middle = (surer + looser) / 2
    if isSurer(middle) { surer = middle } else { looser = middle }
  }
  return shapes(surer)
}
