/// A compromise between what is best for the group and what is least regretted (VIKOR).
public struct Vikor: Sendable, Hashable {
  /// The weighted sum of each alternative's distances to the best, and the largest of them; lower is better.
  public let groupUtility: [Double]
  public let regret: [Double]
  /// `v (S - S*) / (S⁻ - S*) + (1 - v) (R - R*) / (R⁻ - R*)`, 0 through 1; lower is better.
  public let compromise: [Double]
  /// Whether the first is at least `1 / (alternatives - 1)` ahead of the second.
  public let hasAdvantage: Bool
  /// Whether the first is first by `groupUtility` or by `regret` as well.
  public let isStable: Bool
  /// The alternatives that are proposed, the best first: the first alone where it has the advantage and is stable.
  public let solution: [Int]

  /// Source: Opricovic & Tzeng, European Journal of Operational Research 156 (2004).
  ///
  /// - Parameter strategy: `v`, the weight of the group's utility, 0 through 1.
  public init(_ matrix: DecisionMatrix, strategy: Double = 0.5) {
    var sums = [Double](repeating: 0, count: matrix.alternatives)
    var regrets = sums
    for criterion in 0..<matrix.criteria {
      let distances = UtilityScale.minMax.utilities(matrix.gains(criterion), isCost: false).map { 1 - $0 }
      for (alternative, distance) in distances.enumerated() {
        sums[alternative] += matrix.weights[criterion] * distance
        regrets[alternative] = max(regrets[alternative], matrix.weights[criterion] * distance)
      }
    }
    let measures = zip(Self.share(sums), Self.share(regrets)).map { strategy * $0 + (1 - strategy) * $1 }
    groupUtility = sums
    regret = regrets
    compromise = measures
    let order = bestFirst(measures.map(-))
    let first = order[0]
    // A hair below the threshold by rounding is on it.
    let threshold = 1 / Double(max(matrix.alternatives - 1, 1)) - 1e-12
    hasAdvantage = order.count < 2 || measures[order[1]] - measures[first] >= threshold
    isStable = competitionRanks(sums.map(-))[first] == 1 || competitionRanks(regrets.map(-))[first] == 1
    if !hasAdvantage {
      solution = order.filter { measures[$0] - measures[first] < threshold }
    } else {
      solution = isStable ? [first] : Array(order.prefix(2))
    }
  }

  /// From the lowest (0) to the highest (1); nought for all where they are the same.
  private static func share(_ values: [Double]) -> [Double] {
    guard let low = values.min(), let high = values.max(), high - low > 1e-12 * high else {
      return values.map { _ in 0 }
    }
    return values.map { ($0 - low) / (high - low) }
  }
}
