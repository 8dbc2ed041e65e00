import Glibc

/// Weights from how much alternatives differ on each criterion.
public struct EntropyWeights: Sendable, Hashable {
  /// `-Σ p ln p / ln m` of each criterion, 0 through 1: 1 where all alternatives are the same on it.
  public let entropies: [Double]
  /// `(1 - e) / Σ (1 - e)`; equal where nothing differs.
  public let weights: [Double]

  /// Source: Shannon (1948), as Hwang & Yoon, Multiple attribute decision making (1981), chapter 3, use it.
  ///
  /// - Parameter values: a row for each of at least two alternatives, nought or more, no column all noughts.
  /// - Throws: `DecisionProblem.shape`, `.values`.
  public init(_ values: Matrix) throws(DecisionProblem) {
    guard values.rowCount > 1, values.columnCount > 0 else { throw .shape }
    var entropies: [Double] = []
    for column in 0..<values.columnCount {
      guard let parts = shares(of: values.column(column)) else { throw .values }
      let sum = parts.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
      entropies.append(min(max(sum / log(Double(values.rowCount)), 0), 1))
    }
    self.entropies = entropies
    let differences = entropies.map { 1 - $0 < 1e-12 ? 0 : 1 - $0 }
    weights = shares(of: differences) ?? entropies.map { _ in 1 / Double(entropies.count) }
  }
}
