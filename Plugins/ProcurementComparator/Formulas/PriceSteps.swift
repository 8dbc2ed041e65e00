import Methods

/// Price points by bracket: up to and including each bound its part of the points, beyond the last none.
struct PriceSteps: Sendable, Hashable {
  struct Step: Sendable, Hashable {
    /// In euros, or a part above the lowest price.
    let upTo: Double
    /// 0 through 1.
    let points: Double
  }

  /// Ascending bounds; points that do not rise.
  let steps: [Step]
  /// Whether the bounds are parts above the lowest price, and no euros.
  let isOfLowest: Bool

  /// - Returns: nil unless the bounds rise and the points, of 0 through 1, do not.
  init?(_ steps: [Step], isOfLowest: Bool) {
    let areOrdered = zip(steps, steps.dropFirst()).allSatisfy { $0.upTo < $1.upTo && $0.points >= $1.points }
    guard !steps.isEmpty, areOrdered, steps.allSatisfy({ $0.upTo >= 0 && (0...1).contains($0.points) }) else {
      return nil
    }
    self.steps = steps
    self.isOfLowest = isOfLowest
  }

  func points(_ price: Double, lowest: Double) -> Double {
    steps.first { Standing(of: price, to: isOfLowest ? lowest * (1 + $0.upTo) : $0.upTo).isAtMost }?.points ?? 0
  }
}
