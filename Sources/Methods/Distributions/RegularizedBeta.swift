/// Returns the probability that a beta variable is at most this value: the regularized incomplete beta function.
///
/// To about fourteen digits, and to eight where shapes are as large as 1e15. Source: Didonato & Morris, Significant digit computation of
/// the incomplete beta function ratios, ACM Transactions on Mathematical Software 18 (1992), section 4.
/// - Parameters:
///   - value: 0 through 1.
///   - alpha: above nought and finite; likewise beta.
public func regularizedBeta(_ value: Double, alpha: Double, beta: Double) -> Double {
  regularizedBeta(value, complement: 1 - value, alpha: alpha, beta: beta)
}

/// - Parameter complement: what the value leaves of 1, given apart: near 1 the value itself no longer tells it.
func regularizedBeta(_ value: Double, complement: Double, alpha: Double, beta: Double) -> Double {
  guard alpha > 0, beta > 0, !value.isNaN else { return .nan }
  if value <= 0 { return 0 }
  if complement <= 0 { return 1 }
  let density =
    Saddlepoint.binomial(value, complement: complement, alpha: alpha, beta: beta) * alpha * (beta / (alpha + beta))
  // The fraction converges fast on the side of the mean.
  return (alpha + 1) * complement > (beta + 1) * value
    ? density * continuedFraction(value, complement, alpha, beta)
    : 1 - density * continuedFraction(complement, value, beta, alpha)
}

/// Enough for shapes of 1e15 at their very mean; the terms needed grow with the square root, and get few away from it.
private let mostTerms = 1_000_000

/// The function over `value^alpha complement^beta / B(alpha, beta)`, by a fraction whose terms are no small differences of large
/// numbers: how far the value lies from the mean enters once, at the start.
private func continuedFraction(_ value: Double, _ complement: Double, _ alpha: Double, _ beta: Double) -> Double {
  let start = 1 + (alpha * complement - beta * value)
  var (numerator, denominator) = (1.0, start / (1 + 1 / alpha))
  var (earlierNumerator, earlierDenominator) = (0.0, 1.0)
  var fraction = numerator / denominator
  for step in 1...mostTerms {
    let n = Double(step)
    let whole = alpha + 2 * n - 1
    let weight = n * (beta - n) * value
    let before = 1 + (n - 1) / alpha
    let above = before * (before + beta / alpha) * (alpha / whole) * (alpha / whole) * (weight * value)
    let across = (1 + n / alpha) / (1 + (1 + 2 * n) / alpha)
    let below = n + weight / whole + across * (start + n * (complement + 1))
    (earlierNumerator, numerator) = (numerator, above * earlierNumerator + below * numerator)
    (earlierDenominator, denominator) = (denominator, above * earlierDenominator + below * denominator)
    let next = numerator / denominator
    let isSettled = abs(next - fraction) <= 1e-15 * next
    fraction = next
    if isSettled { break }
    earlierNumerator /= denominator
    earlierDenominator /= denominator
    (numerator, denominator) = (next, 1)
  }
  return fraction
}
