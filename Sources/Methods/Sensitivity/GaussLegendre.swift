import Glibc

/// The few values by which an even spread is stood for, so that means of polynomials of degree 2n - 1 and below are exact.
///
/// Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 25.4.29 and table 25.4; the roots by Newton's method.
public enum GaussLegendre {
  /// Returns values between 0 and 1, the least first, with weights that sum to 1.
  ///
  /// - Parameter count: 1 or more; less counts as 1.
  public static func levels(_ count: Int) -> [(value: Double, weight: Double)] {
    let count = max(count, 1)
    return (0..<count).map { place in
      var root = -cos(Double.pi * (Double(place) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<64 {
        let (value, derivative) = polynomial(count, at: root)
        slope = derivative
        let step = value / derivative
        root -= step
        if abs(step) < 1e-15 { break }
      }
      return ((1 + root) / 2, 1 / ((1 - root * root) * slope * slope))
    }
  }

  /// The Legendre polynomial and its derivative, by their recurrence.
  private static func polynomial(_ degree: Int, at x: Double) -> (value: Double, derivative: Double) {
    var (before, now) = (1.0, x)
    for step in 2..<max(degree + 1, 2) {
      let next = (Double(2 * step - 1) * x * now - Double(step - 1) * before) / Double(step)
      (before, now) = (now, next)
    }
    return (now, Double(degree) * (x * now - before) / (x * x - 1))
  }
}
