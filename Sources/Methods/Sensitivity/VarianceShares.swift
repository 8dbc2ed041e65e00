/// What part of the variance of an outcome comes from each of its independent factors, so that the parts add up to all of it.
///
/// The part of a factor is its Shapley effect: on average over all orders in which the factors become known, how much of the variance
/// goes when it does. What comes from the interplay of factors is divided evenly among them. Worked out in full over the grid, without
/// draws. Sources: Owen, SIAM/ASA Journal on Uncertainty Quantification 2 (2014); Song, Nelson & Staum, same journal 4 (2016).
public struct VarianceShares: Sendable, Hashable {
  /// More factors make too many combinations of them.
  public static let mostFactors = 12

  public let mean: Double
  public let variance: Double
  /// Of each factor its part of the variance, which together are the variance.
  public let effects: [Double]

  /// - Parameters:
  ///   - grid: of at most `mostFactors` factors.
  ///   - outcomes: finite, one for each combination of the grid, in its order.
  /// - Returns: nil where the outcomes are not as many, or not all finite.
  public init?(_ grid: FactorialGrid, _ outcomes: [Double]) {
    let factors = grid.weights.count
    guard outcomes.count == grid.count, factors <= Self.mostFactors, outcomes.allSatisfy(\.isFinite) else { return nil }
    let weights = outcomes.indices.map(grid.weight)
    let mean = zip(weights, outcomes).reduce(0) { $0 + $1.0 * $1.1 }
    // Around the mean: the variance of figures that are large beside their spread keeps its digits.
    let deviations = outcomes.map { $0 - mean }
    // Of each set of factors the variance that they explain, then that which only they explain together.
    var parts = (0..<1 << factors).map { Self.explained(grid, deviations, weights, by: $0) }
    for factor in 0..<factors {
      for set in parts.indices where set >> factor & 1 == 1 { parts[set] -= parts[set ^ (1 << factor)] }
    }
    self.mean = mean
    variance = zip(weights, deviations).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    effects = (0..<factors).map { factor in
      max(
        0,
        parts.indices.reduce(0) { sum, set in
          set >> factor & 1 == 1 ? sum + parts[set] / Double(set.nonzeroBitCount) : sum
        })
    }
  }

  /// The parts of 1; nil where the outcome does not vary.
  public var shares: [Double]? {
    let sum = effects.reduce(0, +)
    let size = mean.magnitude * 1e-12
    guard variance > size * size, sum > 0 else { return nil }
    return effects.map { $0 / sum }
  }

  private static func explained(
    _ grid: FactorialGrid, _ deviations: [Double], _ weights: [Double], by factors: Int
  ) -> Double {
    var sums: [Int: (weight: Double, sum: Double)] = [:]
    for index in deviations.indices {
      let group = grid.group(of: index, choosing: factors)
      let before = sums[group] ?? (0, 0)
      sums[group] = (before.weight + weights[index], before.sum + weights[index] * deviations[index])
    }
    // In the order of the groups: the last digits are the same every time.
    return sums.keys.sorted().reduce(0) { total, group in
      guard let (weight, sum) = sums[group], weight > 0 else { return total }
      return total + sum * sum / weight
    }
  }
}
