/// How far two raters agree beyond what chance gives, where some disagreements weigh more than others.
///
/// Source: Cohen, Educational and Psychological Measurement 20 (1960); with weights Cohen, Psychological Bulletin 70 (1968).
public struct WeightedKappa: Sendable, Hashable {
  /// What a disagreement weighs by how far apart two categories stand.
  public enum Weights: String, Sendable, Hashable, CaseIterable {
    /// Every disagreement alike: Cohen's kappa of 1960.
    case unweighted
    /// By the number of categories between.
    case linear
    /// By its square; then kappa is an intraclass correlation (Fleiss & Cohen 1973).
    case quadratic
  }

  /// 1 for full agreement, 0 for what chance gives, negative for less; nil where chance leaves nothing to disagree on.
  public let kappa: Double?
  /// One minus the weighed disagreement that was seen, over the most there can be; 0 through 1.
  public let observed: Double
  /// The same as chance would give it.
  public let byChance: Double

  /// - Parameters:
  ///   - table: of the first rater's category (row) by the second's (column), how often; square, nothing negative.
  ///   - weights: what a disagreement weighs.
  /// - Returns: nil where the table is not square, holds something negative or not finite, or nothing at all.
  public init?(_ table: [[Double]], weights: Weights = .unweighted) {
    let count = table.count
    let most = Double(max(count - 1, 1))
    self.init(
      table,
      disagreement: (0..<count).map { row in
        (0..<count).map { column in
          let apart = Double(abs(row - column))
          switch weights {
          case .unweighted: return row == column ? 0 : 1
          case .linear: return apart / most
          case .quadratic: return apart * apart / (most * most)
          }
        }
      })
  }

  /// - Parameters:
  ///   - table: as above.
  ///   - disagreement: what each pair of categories weighs; nought where they are the same, nothing negative.
  /// - Returns: nil as above, and where the weights are of another shape or all nought.
  public init?(_ table: [[Double]], disagreement: [[Double]]) {
    let count = table.count
    let total = table.joined().reduce(0, +)
    guard count > 0, table.allSatisfy({ $0.count == count }), total > 0, total.isFinite,
      table.joined().allSatisfy({ $0 >= 0 }), disagreement.count == count,
      disagreement.allSatisfy({ $0.count == count }),
      disagreement.joined().allSatisfy({ $0 >= 0 && $0.isFinite }), let most = disagreement.joined().max()
    else { return nil }
    let rows = table.map { $0.reduce(0, +) / total }
    let columns = (0..<count).map { column in table.reduce(0) { $0 + $1[column] } / total }
    var (seen, expected) = (0.0, 0.0)
    for row in 0..<count {
      for column in 0..<count {
        seen += disagreement[row][column] * table[row][column] / total
        expected += disagreement[row][column] * rows[row] * columns[column]
      }
    }
    guard most > 0 else {
      // One category: nothing to disagree on.
      guard count == 1 else { return nil }
      (kappa, observed, byChance) = (nil, 1, 1)
      return
    }
    observed = 1 - seen / most
    byChance = 1 - expected / most
    kappa = expected > 0 ? 1 - seen / expected : nil
  }
}
