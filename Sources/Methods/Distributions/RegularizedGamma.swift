/// The regularized incomplete gamma function: the share of a gamma distribution with this shape below and above a value.
///
/// The series below `shape + 1`, the continued fraction above it. Source: Abramowitz & Stegun (1964), 6.5.29 and 6.5.31.
public struct RegularizedGamma: Sendable, Hashable {
  public let lower: Double
  public let upper: Double

  /// - Parameters:
  ///   - shape: above nought.
  ///   - value: nought or more.
  public init(shape: Double, value: Double) {
    guard shape > 0, value > 0 else {
      lower = shape > 0 && value == 0 ? 0 : .nan
      upper = 1 - lower
      return
    }
    let front = shape * Saddlepoint.poisson(shape: shape, value: value)
    if value < shape + 1 {
      lower = min(1, front * Self.series(shape, value))
      upper = 1 - lower
    } else {
      upper = min(1, front * Self.fraction(shape, value))
      lower = 1 - upper
    }
  }

  /// More than enough for any shape below 1e12: the terms needed grow with its square root.
  private static let mostTerms = 100_000_000

  private static func series(_ shape: Double, _ value: Double) -> Double {
    var term = 1 / shape
    var sum = term
    for index in 1...mostTerms {
      term *= value / (shape + Double(index))
      sum += term
      if term < sum * 1e-16 { break }
    }
    return sum
  }

  /// By the modified method of Lentz.
  private static func fraction(_ shape: Double, _ value: Double) -> Double {
    let tiny = 1e-300
    var offset = value + 1 - shape
    var numerator = 1 / tiny
    var denominator = 1 / (abs(offset) < tiny ? tiny : offset)
    var result = denominator
    for index in 1...mostTerms {
      let weight = Double(index) * (shape - Double(index))
      offset += 2
      denominator = weight * denominator + offset
      numerator = offset + weight / numerator
      denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
      if abs(numerator) < tiny { numerator = tiny }
      let factor = denominator * numerator
      result *= factor
      if abs(factor - 1) < 1e-16 { break }
    }
    return result
  }
}
