/// Distributions as people type them, `triangular:800:1000:1500`: the one place where the words stand.
public enum DistributionWords {
  /// All words, in the order in which they are offered.
  public static let names = ["range", "normal", "lognormal", "triangular", "poisson", "uniform"]

  /// Returns what a word and its numbers stand for, which need not be possible; nil for a word that is not there or other numbers
  /// than it takes.
  ///
  /// - Parameters:
  ///   - name: one of `names`.
  ///   - numbers: as they stand behind it; NaN for what is no number.
  public static func distribution(_ name: String, _ numbers: [Double]) -> DriverDistribution? {
    switch (name, numbers.count) {
    case ("range", 3):
      let pieces = TwoPieceNormal(mode: numbers[1], low: numbers[0], high: numbers[2])
      return .twoPiece(pieces ?? TwoPieceNormal(mode: .nan, below: 0, above: 0))
    case ("normal", 2): return .normal(mean: numbers[0], deviation: numbers[1])
    case ("lognormal", 2): return .lognormal(mean: numbers[0], deviation: numbers[1])
    case ("triangular", 3): return .triangular(low: numbers[0], mode: numbers[1], high: numbers[2])
    case ("poisson", 1): return .poisson(mean: numbers[0])
    case ("uniform", 2): return .uniform(low: numbers[0], high: numbers[1])
    default: return nil
    }
  }
}
