import Glibc

/// Shares on the scale of the arcsine of their root, where the variance of a share in a sample does not hang on the share and
/// no bound that is taken back leaves 0 through 1.
///
/// A share `p` of a sample of `n` becomes `arcsin √((np + ¼)/(n + ½))`, whose bias is of the order `1/n²`, with the variance
/// `1/(4n)`. Source: Brown, Cai & Zhou, Annals of Statistics 38 (2010).
public struct ArcsineShare: Sendable, Hashable {
  public let value: Double
  public let variance: Double

  /// - Parameters:
  ///   - share: 0 through 1.
  ///   - sample: of how many people, above nought; need not be whole.
  public init(share: Double, sample: Double) {
    value = asin(((sample * share + 0.25) / (sample + 0.5)).squareRoot())
    variance = 1 / (4 * sample)
  }

  /// A share with the standard error that it has, whatever the way it was sampled: the sample is the one that a simple draw would
  /// need for that error. At 0 and at 1 that is the error of the interval of Wilson.
  ///
  /// - Parameters:
  ///   - share: 0 through 1.
  ///   - standardError: above nought.
  public init(share: Double, standardError: Double) {
    self.init(share: share, sample: Self.sample(share: share, standardError: standardError))
  }

  static func sample(share: Double, standardError: Double) -> Double {
    let rest = share * (1 - share)
    let sample = rest > 0 ? rest / (standardError * standardError) : wilsonSample(share, standardError)
    // Less than a quarter of a person would tell less than that a share is a share.
    return min(max(sample, 0.25), 1e15)
  }

  /// The sample in which the interval of Wilson of 95 percent is 2 · 1.96 of these errors wide.
  public static func wilsonSample(_ share: Double, _ standardError: Double) -> Double {
    let square = normalDeviate(level: 0.95) * normalDeviate(level: 0.95)
    let error = standardError * standardError
    let half = error * square - share * (1 - share) / 2
    let constant = error * square * square - square / 4
    let root = half * half - error * constant
    return root > 0 ? (root.squareRoot() - half) / error : 0
  }

  /// Returns a value on the scale for a share that is known.
  public static func value(of share: Double) -> Double { asin(min(max(share, 0), 1).squareRoot()) }

  /// Returns the share that a value stands for, 0 through 1: values outside the scale stand for its ends.
  public static func share(_ value: Double) -> Double {
    let root = sin(min(max(value, 0), Double.pi / 2))
    return root * root
  }

  /// Returns the mean of the share where the value is normal: `E sin² θ`, which `sin²` of the mean is not.
  public static func meanShare(_ mean: Double, variance: Double) -> Double {
    (1 - exp(-2 * variance) * cos(2 * mean)) / 2
  }

  /// Returns the standard deviation of the share where the value is normal, by `E sin⁴ θ`.
  public static func deviationOfShare(_ mean: Double, variance: Double) -> Double {
    let share = meanShare(mean, variance: variance)
    let square = (3 - 4 * exp(-2 * variance) * cos(2 * mean) + exp(-8 * variance) * cos(4 * mean)) / 8
    return max(square - share * share, 0).squareRoot()
  }
}
