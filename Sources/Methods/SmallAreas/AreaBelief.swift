import Glibc

/// What is believed of the value of an area: normal distributions, each with a weight.
public struct AreaBelief: Sendable {
  struct Part: Sendable {
    let weight: Double
    let mean: Double
    let deviation: Double
  }

  private let parts: [Part]

  /// - Parameter parts: not empty, the weights together 1.
  init(_ parts: [Part]) { self.parts = parts }

  /// Returns the range that leaves half of the rest on either side.
  ///
  /// - Parameter level: above 0 and below 1.
  public func interval(level: Double = 0.95) -> Interval {
    Interval(low: quantile((1 - level) / 2), high: quantile((1 + level) / 2))
  }

  /// Returns the same, widened up to an estimate that lies outside it.
  public func interval(level: Double = 0.95, holding estimate: Double) -> Interval {
    let found = interval(level: level)
    return Interval(low: min(found.low, estimate), high: max(found.high, estimate))
  }

  /// Returns the value with this probability below it, by halving between values that surely lie below and above it.
  private func quantile(_ probability: Double) -> Double {
    let reach = abs(normalQuantile(probability))
    var low = parts.reduce(Double.infinity) { min($0, $1.mean - reach * $1.deviation) }
    var high = parts.reduce(-Double.infinity) { max($0, $1.mean + reach * $1.deviation) }
    let close = 1e-10 * max(high - low, (abs(low) + abs(high)) * 1e-3)
    while high - low > close {
      let middle = (low + high) / 2
      if self.probability(below: middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Returns the probability of a value below this one.
  public func probability(below value: Double) -> Double {
    parts.reduce(0) { sum, part in
      guard part.deviation > 0 else { return value < part.mean ? sum : sum + part.weight }
      return sum + part.weight * 0.5 * erfc((part.mean - value) / (part.deviation * Double(2).squareRoot()))
    }
  }

  /// Returns a draw.
  public func draw(_ random: inout RandomStream, _ normal: NormalSampler) -> Double {
    var left = random.uniform()
    let part = parts.first { part in
      left -= part.weight
      return left < 0
    }
    guard let part = part ?? parts.last else { return .nan }
    return part.mean + part.deviation * normal.draw(&random)
  }
}
