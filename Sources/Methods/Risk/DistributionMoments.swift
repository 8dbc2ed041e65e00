import Glibc

extension DriverDistribution {
  /// The variance, before anything is cut off.
  public var variance: Double {
    switch self {
    case .constant: return 0
    case .normal(_, let deviation): return deviation * deviation
    case .lognormal(let mean, let deviation):
      return expm1(deviation * deviation) * exp(2 * mean + deviation * deviation)
    case .triangular(let low, let mode, let high):
      let (left, right) = (mode - low, high - mode)
      return (left * left + left * right + right * right) / 18
    case .poisson(let mean): return mean
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    // John (1982): the variance of a two-piece normal distribution.
    case .twoPiece(let pieces):
      let gap = pieces.above - pieces.below
      return (1 - 2 / Double.pi) * gap * gap + pieces.above * pieces.below
    }
  }

  /// Returns the value with this part of the distribution below it.
  ///
  /// - Parameter part: above 0 and below 1.
  public func quantile(_ part: Double) -> Double { value(score: normalQuantile(part)) }

  /// What lies below nought, as a part of all.
  public var partBelowZero: Double {
    switch self {
    case .constant(let value): return value < 0 ? 1 : 0
    case .lognormal, .poisson: return 0
    case .triangular(let low, _, _) where low >= 0: return 0
    case .uniform(let low, _) where low >= 0: return 0
    case .normal(_, 0), .twoPiece, .triangular, .uniform, .normal:
      // The part rises with the value: halved until it is known.
      if isConstant { return mean < 0 ? 1 : 0 }
      var (least, most) = (-8.0, 8.0)
      for _ in 0..<60 {
        let middle = (least + most) / 2
        if value(score: middle) < 0 { least = middle } else { most = middle }
      }
      return 0.5 * erfc(-least / 2.0.squareRoot())
    }
  }
}
