/// Returns the limits within which the share of a group of this size falls by chance, by the binomial distribution itself:
/// `(r - a) / n`, with r the binomial quantile and a the part of its step that lies beyond the probability asked for.
///
/// Interpolating between whole counts keeps the limits from jumping with the size of the group. Source: Spiegelhalter,
/// Statistics in Medicine 24 (2005), appendix A.1.1.
/// - Parameters:
///   - target: 0 through 1.
///   - count: the size of the group, 1 through 1e15.
///   - level: above 0 and below 1.
public func exactFunnelLimits(target: Double, count: Int, level: Double = 0.95) -> Interval {
  let tail = (1 - level) / 2
  // A step that begins at nobody interpolates to less than nobody.
  return Interval(
    low: max(0, interpolatedQuantile(tail, target, count)), high: max(0, interpolatedQuantile(1 - tail, target, count)))
}

private func interpolatedQuantile(_ probability: Double, _ target: Double, _ count: Int) -> Double {
  let number = Double(count)
  func cumulative(_ successes: Int) -> Double {
    if successes < 0 { return 0 }
    if successes >= count { return 1 }
    return regularizedBeta(
      1 - target, complement: target, alpha: number - Double(successes), beta: Double(successes) + 1)
  }
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if cumulative(middle) >= probability { high = middle } else { low = middle + 1 }
  }
  let step = cumulative(low) - cumulative(low - 1)
  let beyond = step > 0 ? (cumulative(low) - probability) / step : 0
  return (Double(low) - beyond) / number
}
