import Glibc

/// Returns the value below which a standard normal variable falls with this probability; ±∞ at 0 and 1, NaN outside.
///
/// Found from the complementary error function by Halley's method, to about the last bit of a double; the start is the
/// approximation of Abramowitz & Stegun (1964), 26.2.23.
public func normalQuantile(_ probability: Double) -> Double {
  guard probability > 0, probability < 1 else {
    return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
  }
  // By the nearer tail, where the probability is held exactly.
  guard probability <= 0.5 else { return -normalQuantile(1 - probability) }
  let root = (-2 * log(probability)).squareRoot()
  let above = 2.515517 + root * (0.802853 + root * 0.010328)
  let below = 1 + root * (1.432788 + root * (0.189269 + root * 0.001308))
  var value = above / below - root
  for _ in 0..<4 {
    let density = exp(-value * value / 2) / (2 * Double.pi).squareRoot()
    guard density > 0 else { break }
    let step = (0.5 * erfc(-value / Double(2).squareRoot()) - probability) / density
    value -= step / (1 + value * step / 2)
  }
  return value
}

/// Returns how many standard deviations around the mean hold this share of a normal distribution: 1.96 for .95.
///
/// - Parameter level: above 0 and below 1.
public func normalDeviate(level: Double) -> Double { -normalQuantile((1 - level) / 2) }
