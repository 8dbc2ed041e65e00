import Glibc

/// The mean of what many clients get, each drawn for itself: below nought is nought.
///
/// Few clients are drawn one by one; the mean of many is normal by the central limit theorem, with the moments of what one of them
/// gets.
public struct ClientMean: Sendable, Hashable {
  /// How many clients are drawn one by one.
  public static let fewest = 40
  /// Of what one client gets, cut off at nought.
  public let mean: Double
  public let deviation: Double
  /// Which part of the clients would get less than nought.
  public let below: Double
  private let distribution: DriverDistribution

  /// - Parameter distribution: what one client gets; valid.
  public init(_ distribution: DriverDistribution) {
    self.distribution = distribution
    var (sum, squares, weight, under) = (0.0, 0.0, 0.0, 0.0)
    if case .poisson(let mean) = distribution {
      (sum, squares, weight) = (mean, mean + mean * mean, 1)
    } else if distribution.isConstant {
      let value = max(distribution.mean, 0)
      (sum, squares, weight, under) = (value, value * value, 1, distribution.mean < 0 ? 1 : 0)
    } else {
      // Over the scores from -9 through 9, beyond which nothing is left.
      let steps = 7200
      for step in 0...steps {
        let score = Double(step) / Double(steps) * 18 - 9
        let density = exp(-score * score / 2)
        let value = distribution.value(score: score)
        let kept = max(value, 0)
        weight += density
        sum += density * kept
        squares += density * kept * kept
        if value < 0 { under += density }
      }
    }
    mean = sum / weight
    deviation = max(squares / weight - mean * mean, 0).squareRoot()
    below = under / weight
  }

  /// How far the mean of so many clients spreads.
  public func deviation(of clients: Double) -> Double { clients > 0 ? deviation / clients.squareRoot() : 0 }

  @inline(__always)
  func draw(_ clients: Double, _ random: inout RandomStream, _ normal: NormalSampler) -> Double {
    guard deviation > 0 else { return mean }
    if clients > Double(Self.fewest) { return max(mean + deviation / clients.squareRoot() * normal.draw(&random), 0) }
    let count = max(Int(clients.rounded()), 1)
    var sum = 0.0
    for _ in 0..<count { sum += max(distribution.draw(&random, normal), 0) }
    return sum / Double(count)
  }
}
