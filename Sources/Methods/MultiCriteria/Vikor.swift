/// A compromise between what is best for the group and what is least regretted (VIKOR).
public struct Vikor: Sendable, Hashable {
  /// The weighted sum of each alternative's distances to the best, and the largest of them; lower is better.
  public let groupUtility: [Double]
  public let regret: [Double]
  /// `v (S - S*) / (S⁻ - S*) + (1 - v) (R - R*) / (R⁻ - R*)`, 0 through 1; lower is better.
  public let compromise: [Double]
  /// How far the first has to be ahead of the second: `1 / (alternatives - 1)`.
  public let threshold: Double
  /// Where the lead of the first stands to the threshold; above it where there is no second.
  public let advantage: Standing
  public var hasAdvantage: Bool { advantage.isAtLeast }
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
    // Distances, weights and measures are parts of 1.
    let order = Ranks(measures.map(-), size: 1).order
    let first = order[0]
    let threshold = 1 / Double(max(matrix.alternatives - 1, 1))
    func lead(over other: Int) -> Standing { Standing(of: measures[other] - measures[first], to: threshold, size: 1) }
    self.threshold = threshold
    advantage = order.count < 2 ? .above : lead(over: order[1])
    isStable = [sums, regrets].contains { Ranks($0.map(-), size: 1).ranks[first] == 1 }
    if !advantage.isAtLeast {
      solution = order.filter { lead(over: $0) == .below }
    } else {
      solution = isStable ? [first] : Array(order.prefix(2))
    }
  }

  /// From the lowest (0) to the highest (1); nought for all where they are the same.
  private static func share(_ values: [Double]) -> [Double] {
    guard let low = values.min(), let high = values.max(),
      Standing(of: high, to: low, size: 1) == .above
    else {
      return values.map { _ in 0 }
    }
    return values.map { ($0 - low) / (high - low) }
  }
}
