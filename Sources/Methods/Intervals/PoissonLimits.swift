/// Returns the exact limits of the mean of a Poisson variable of which this count was seen.
///
/// The lower is the mean at which so many or more have a probability of half of what the level leaves, the upper that at
/// which so many or fewer do. Source: Garwood, Biometrika 28 (1936).
/// - Parameters:
///   - count: 0 through 1e12; where it is no whole number, the gamma distribution goes between.
///   - level: above 0 and below 1.
public func poissonLimits(count: Double, level: Double = 0.95) -> Interval {
  let tail = (1 - level) / 2
  let low =
    count <= 0
    ? 0
    : solve(near: byarLimit(count, -normalDeviate(level: level))) {
      RegularizedGamma(shape: count, value: $0).lower > tail
    }
  let high = solve(near: byarLimit(count + 1, normalDeviate(level: level))) {
    RegularizedGamma(shape: count + 1, value: $0).upper < tail
  }
  return Interval(low: low, high: high)
}

/// The approximation of Byar, in Breslow & Day (1987): right to some thousandths above a count of ten.
private func byarLimit(_ count: Double, _ deviate: Double) -> Double {
  let root = 1 - 1 / (9 * count) + deviate / (3 * count.squareRoot())
  return max(count * 1e-12, count * root * root * root)
}

/// Returns where a condition begins to hold that holds from some value on, by halving.
private func solve(near start: Double, until holds: (Double) -> Bool) -> Double {
  var (low, high) = (start * 0.99, start * 1.01)
  for _ in 0..<1100 where holds(low) && low > 0 { low /= 2 }
  for _ in 0..<1100 where !holds(high) && high.isFinite { high *= 2 }
  for _ in 0..<200 {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high { break }
    if holds(middle) { high = middle } else { low = middle }
  }
  return low + (high - low) / 2
}
