/// All combinations of the levels of independent factors, in one order: the last factor turns fastest.
public struct FactorialGrid: Sendable, Hashable {
  /// Of each factor the chances of its levels, which sum to 1.
  public let weights: [[Double]]
  /// How far apart in the order two levels of each factor lie.
  private let strides: [Int]
  /// How many combinations there are.
  public let count: Int

  /// - Parameter weights: of each factor those of its levels, at least one, none below nought and not all nought; they are brought to
  ///   a sum of 1.
  public init(_ weights: [[Double]]) {
    self.weights = weights.map { levels in
      let sum = levels.reduce(0, +)
      return levels.map { $0 / sum }
    }
    var (strides, size) = ([Int](), 1)
    for levels in weights.reversed() {
      strides.append(size)
      size *= levels.count
    }
    self.strides = strides.reversed()
    count = size
  }

  /// The level that a factor has in a combination.
  public func level(of factor: Int, in combination: Int) -> Int {
    combination / strides[factor] % weights[factor].count
  }

  /// The chance of a combination.
  public func weight(of combination: Int) -> Double {
    weights.indices.reduce(1) { $0 * weights[$1][level(of: $1, in: combination)] }
  }

  /// The group of combinations in which the chosen factors have the same levels.
  func group(of combination: Int, choosing factors: Int) -> Int {
    var group = 0
    for factor in weights.indices where factors >> factor & 1 == 1 {
      group = group * weights[factor].count + level(of: factor, in: combination)
    }
    return group
  }
}
