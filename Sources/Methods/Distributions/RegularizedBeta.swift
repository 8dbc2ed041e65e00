import Glibc

/// Returns the probability that a beta variable is at most this value: the regularized incomplete beta function.
///
/// By its continued fraction, evaluated by the method of Lentz; to about twelve digits. Source: Press et al., Numerical
/// Recipes (2007), 6.4; NIST Handbook of Mathematical Functions 8.17.
/// - Parameters:
///   - value: 0 through 1.
///   - alpha: above nought and finite; likewise beta.
public func regularizedBeta(_ value: Double, alpha: Double, beta: Double) -> Double {
  guard alpha > 0, beta > 0, !value.isNaN else { return .nan }
  if value <= 0 { return 0 }
  if value >= 1 { return 1 }
  var sign: Int32 = 0
  let scale = lgamma_r(alpha + beta, &sign) - lgamma_r(alpha, &sign) - lgamma_r(beta, &sign)
  let front = exp(scale + alpha * log(value) + beta * log1p(-value))
  // The fraction converges fast on the side of the mean.
  return value < (alpha + 1) / (alpha + beta + 2)
    ? front * continuedFraction(value, alpha, beta) / alpha
    : 1 - front * continuedFraction(1 - value, beta, alpha) / beta
}

private func continuedFraction(_ value: Double, _ alpha: Double, _ beta: Double) -> Double {
  let smallest = 1e-300
  func kept(_ number: Double) -> Double { abs(number) < smallest ? smallest : number }
  var upper = 1.0
  var lower = 1 / kept(1 - (alpha + beta) * value / (alpha + 1))
  var fraction = lower
  for step in 1...10_000 {
    let m = Double(step)
    let even = m * (beta - m) * value / ((alpha + 2 * m - 1) * (alpha + 2 * m))
    lower = 1 / kept(1 + even * lower)
    upper = kept(1 + even / upper)
    fraction *= lower * upper
    let odd = -(alpha + m) * (alpha + beta + m) * value / ((alpha + 2 * m) * (alpha + 2 * m + 1))
    lower = 1 / kept(1 + odd * lower)
    upper = kept(1 + odd / upper)
    let change = lower * upper
    fraction *= change
    if abs(change - 1) < 1e-15 { break }
  }
  return fraction
}
