/// Whether those who changed did so more in one direction than chance explains, exactly and two-sided.
///
/// Source: McNemar, Psychometrika 12 (1947), with the exact binomial distribution in the place of his approximation.
public struct McNemarExact: Sendable, Hashable {
  /// How many changed in the one direction.
  public let there: Int
  /// How many changed in the other.
  public let back: Int
  /// The chance of at least so uneven a division where both directions are equally likely; 1 where nobody changed.
  public let probability: Double

  /// - Parameters:
  ///   - there: nought or more.
  ///   - back: nought or more.
  public init(there: Int, back: Int) {
    (self.there, self.back) = (max(0, there), max(0, back))
    let changed = self.there + self.back
    let most = max(self.there, self.back)
    // The middle one of an even number stands in both tails.
    probability =
      self.there == self.back ? 1 : min(1, 2 * binomialTail(atLeast: most, of: changed, probability: 0.5))
  }
}
