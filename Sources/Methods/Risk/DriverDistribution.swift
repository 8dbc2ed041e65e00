import Glibc

/// What is believed of a quantity that is not known: a number, or a distribution.
public enum DriverDistribution: Sendable, Hashable {
  case constant(Double)
  case normal(mean: Double, deviation: Double)
  /// Mean and deviation of the logarithm.
  case lognormal(mean: Double, deviation: Double)
  case triangular(low: Double, mode: Double, high: Double)
  case poisson(mean: Double)
  case uniform(low: Double, high: Double)
  /// A range around what is most likely, unevenly as may be.
  case twoPiece(TwoPieceNormal)

  /// Whether the parameters are finite, in order, and no spread is negative.
  public var isValid: Bool {
    switch self {
    case .constant(let value): value.isFinite
    case .normal(let mean, let deviation): mean.isFinite && deviation >= 0 && deviation.isFinite
    case .lognormal(let mean, let deviation):
      mean.isFinite && deviation >= 0 && deviation.isFinite && exp(mean + deviation * deviation / 2).isFinite
    case .triangular(let low, let mode, let high): low <= mode && mode <= high && low.isFinite && high.isFinite
    case .poisson(let mean): mean >= 0 && mean <= 1e15
    case .uniform(let low, let high): low <= high && low.isFinite && high.isFinite
    case .twoPiece(let pieces):
      pieces.mode.isFinite && pieces.below >= 0 && pieces.above >= 0 && (pieces.below + pieces.above).isFinite
    }
  }

  /// The mean, before anything is cut off.
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .normal(let mean, _): mean
    case .lognormal(let mean, let deviation): exp(mean + deviation * deviation / 2)
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .poisson(let mean): mean
    case .uniform(let low, let high): low / 2 + high / 2
    case .twoPiece(let pieces): pieces.mean
    }
  }

  /// Whether every draw is the same.
  public var isConstant: Bool {
    switch self {
    case .constant: true
    case .normal(_, let deviation), .lognormal(_, let deviation): deviation == 0
    case .triangular(let low, _, let high), .uniform(let low, let high): low == high
    case .poisson(let mean): mean == 0
    case .twoPiece(let pieces): pieces.below + pieces.above == 0
    }
  }

  /// Returns the quantity times a factor of nought or more, with the same form where it has one; nil for a Poisson count,
  /// which is no Poisson count any more.
  public func times(_ factor: Double) -> DriverDistribution? {
    guard factor > 0 else { return .constant(0) }
    switch self {
    case .constant(let value): return .constant(value * factor)
    case .normal(let mean, let deviation): return .normal(mean: mean * factor, deviation: deviation * factor)
    case .lognormal(let mean, let deviation): return .lognormal(mean: mean + log(factor), deviation: deviation)
    case .triangular(let low, let mode, let high):
      return .triangular(low: low * factor, mode: mode * factor, high: high * factor)
    case .poisson: return nil
    case .uniform(let low, let high): return .uniform(low: low * factor, high: high * factor)
    case .twoPiece(let pieces): return .twoPiece(pieces.times(factor))
    }
  }

  /// Returns the value that a standard normal score stands for: the one with the same part of the distribution below it.
  @inline(__always)
  func value(score: Double) -> Double {
    switch self {
    case .constant(let value): return value
    case .normal(let mean, let deviation): return mean + deviation * score
    case .lognormal(let mean, let deviation): return exp(mean + deviation * score)
    case .uniform(let low, let high): return low + (high - low) * Self.part(score)
    case .triangular(let low, let mode, let high):
      guard low < high else { return low }
      let part = Self.part(score)
      let turn = (mode - low) / (high - low)
      return part < turn
        ? low + (part * (high - low) * (mode - low)).squareRoot()
        : high - ((1 - part) * (high - low) * (high - mode)).squareRoot()
    case .poisson(let mean): return Self.poissonQuantile(mean, score)
    // What rounds to certainty lies beyond eight spreads, where there is nothing.
    case .twoPiece(let pieces): return pieces.quantile(min(max(Self.part(score), 1e-15), 1 - 1e-15))
    }
  }

  private static func part(_ score: Double) -> Double { 0.5 * erfc(-score / 2.0.squareRoot()) }

  /// The least count with at least this part below or on it, searched from the normal approximation outwards.
  private static func poissonQuantile(_ mean: Double, _ score: Double) -> Double {
    guard mean > 0 else { return 0 }
    let part = Self.part(score)
    // Cornish-Fisher: the skewness of a Poisson count is one over the root of its mean.
    let start = mean + mean.squareRoot() * score + (score * score - 1) / 6
    var count = max(0, start.rounded())
    func below(_ count: Double) -> Double { count < 0 ? 0 : RegularizedGamma(shape: count + 1, value: mean).upper }
    // The approximation is off by a few at most; the limit keeps a score far out in the tail from searching long.
    for _ in 0..<64 {
      if below(count) < part {
        count += 1
      } else if count > 0, below(count - 1) >= part {
        count -= 1
      } else {
        break
      }
    }
    return count
  }

  /// Returns an independent draw.
  @inline(__always)
  func draw(_ random: inout RandomStream, _ normal: NormalSampler) -> Double {
    switch self {
    case .constant(let value): value
    case .normal(let mean, let deviation): mean + deviation * normal.draw(&random)
    case .lognormal(let mean, let deviation): exp(mean + deviation * normal.draw(&random))
    case .triangular(let low, let mode, let high): random.triangular(low: low, mode: mode, high: high)
    case .poisson(let mean): random.poisson(mean: mean)
    case .uniform(let low, let high): low + (high - low) * random.uniform()
    case .twoPiece(let pieces): pieces.draw(&random, normal)
    }
  }
}
