import Glibc

/// Densities of the binomial and the Poisson kind without the loss of digits that comes of taking huge logarithms of factorials
/// from each other: at a million million of people those leave three digits, this nearly all.
///
/// Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
enum Saddlepoint {
  /// Returns `value^shape e^-value / Γ(shape + 1)`.
  ///
  /// - Parameters:
  ///   - shape: above nought.
  ///   - value: likewise.
  static func poisson(shape: Double, value: Double) -> Double {
    exp(-stirlingError(shape) - deviance(shape, value)) / (2 * .pi * shape).squareRoot()
  }

  /// Returns `value^alpha complement^beta Γ(alpha + beta + 1) / (Γ(alpha + 1) Γ(beta + 1))`.
  ///
  /// - Parameters:
  ///   - value: above 0 and below 1.
  ///   - complement: what is left of 1, given apart: near 1 the value itself no longer tells it.
  ///   - alpha: above nought; likewise beta.
  static func binomial(_ value: Double, complement: Double, alpha: Double, beta: Double) -> Double {
    let count = alpha + beta
    let exponent =
      stirlingError(count) - stirlingError(alpha) - stirlingError(beta)
      - deviance(alpha, count * value) - deviance(beta, count * complement)
    return exp(exponent) * (count / (2 * .pi * alpha) / beta).squareRoot()
  }

  /// What Stirling's formula leaves of the logarithm of a factorial.
  private static func stirlingError(_ number: Double) -> Double {
    guard number > 15 else {
      var sign: Int32 = 0
      return lgamma_r(number + 1, &sign) - (number + 0.5) * log(number) + number - 0.5 * log(2 * .pi)
    }
    let square = number * number
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square)
      / number
  }

  /// `x log(x / mean) + mean - x`, also where the two are near each other.
  private static func deviance(_ x: Double, _ mean: Double) -> Double {
    guard abs(x - mean) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
    let ratio = (x - mean) / (x + mean)
    var sum = (x - mean) * ratio
    var term = 2 * x * ratio
    for step in 1...1000 {
      term *= ratio * ratio
      let next = sum + term / Double(2 * step + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }
}
