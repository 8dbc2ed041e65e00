/// A distribution as a person types it: `1000`, `normal:1000:100`, `triangular:800:1000:1500`.
public enum DistributionWords {
  /// Why words are no distribution.
  public enum Problem: Error, Sendable, Hashable {
    /// They begin with no name of one, or have too few or too many numbers.
    case unknown
    /// There is none with these numbers.
    case impossible
  }

  /// The names with which they begin.
  public static let names = ["range", "normal", "lognormal", "triangular", "poisson", "uniform"]

  /// Returns the distribution that words stand for: a number, `range:low:best:high` (95 % lies between), `normal:mean:deviation`,
  /// `lognormal:mean:deviation` of the logarithm, `triangular:low:mode:high`, `poisson:mean` or `uniform:low:high`.
  ///
  /// - Parameters:
  ///   - text: without blanks.
  ///   - number: reads one number; nil for none.
  /// - Throws: `Problem`.
  public static func read(_ text: String, number: (String) -> Double?) throws(Problem) -> DriverDistribution {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.dropFirst().map { number($0) ?? .nan }
    let read: DriverDistribution
    switch (parts[0], numbers.count) {
    case (_, 0):
      guard let value = number(parts[0]) else { throw .unknown }
      read = .constant(value)
    case ("range", 3):
      guard let pieces = TwoPieceNormal(mode: numbers[1], low: numbers[0], high: numbers[2]) else { throw .impossible }
      read = .twoPiece(pieces)
    case ("normal", 2): read = .normal(mean: numbers[0], deviation: numbers[1])
    case ("lognormal", 2): read = .lognormal(mean: numbers[0], deviation: numbers[1])
    case ("triangular", 3): read = .triangular(low: numbers[0], mode: numbers[1], high: numbers[2])
    case ("poisson", 1): read = .poisson(mean: numbers[0])
    case ("uniform", 2): read = .uniform(low: numbers[0], high: numbers[1])
    default: throw .unknown
    }
    guard read.isValid else { throw .impossible }
    return read
  }
}
