import Glibc

/// Weights from comparisons of criteria two by two (AHP).
public struct PairwiseComparison: Sendable, Hashable {
  /// The principal eigenvector; adds up to 1.
  public let weights: [Double]
  /// The principal eigenvalue: the number of criteria where the comparisons agree, else more.
  public let largestEigenvalue: Double
  /// `(λ - n) / (n - 1)`; 0 with fewer than three criteria.
  public let consistencyIndex: Double

  /// Works out weights by power iteration.
  ///
  /// Source: Saaty, Journal of Mathematical Psychology 15 (1977).
  /// - Parameter matrix: square, above nought, reciprocal: how many times as important each row's criterion is as each
  ///   column's.
  /// - Throws: `PairwiseProblem`.
  public init(_ matrix: Matrix) throws(PairwiseProblem) {
    let count = matrix.rowCount
    guard count > 0, matrix.columnCount == count else { throw .shape }
    for row in 0..<count {
      for column in 0..<count {
        let cell = matrix[row, column]
        guard cell > 0, cell.isFinite else { throw .cell(row: row, column: column) }
        guard abs(cell * matrix[column, row] - 1) <= 1e-6 else { throw .reciprocity(row: row, column: column) }
      }
    }
    var weights = [Double](repeating: 1 / Double(count), count: count)
    var eigenvalue = Double(count)
    for _ in 0..<10_000 {
      let image = matrix.times(weights)
      eigenvalue = image.reduce(0, +)
      let next = image.map { $0 / eigenvalue }
      let change = zip(next, weights).reduce(0) { max($0, abs($1.0 - $1.1)) }
      weights = next
      if change < 1e-15 { break }
    }
    self.weights = weights
    largestEigenvalue = eigenvalue
    // Rounding may take the eigenvalue a hair below the number of criteria.
    consistencyIndex = count < 3 ? 0 : max(eigenvalue - Double(count), 0) / Double(count - 1)
  }

  /// Returns the index over that of random comparisons: 0.1 or less is usually called consistent. Nil where the table of
  /// random indices does not reach so far.
  public func consistencyRatio(_ table: RandomIndex) -> Double? {
    guard weights.count > 2 else { return 0 }
    return table.value(weights.count).map { consistencyIndex / $0 }
  }
}

/// What keeps comparisons from giving weights.
public enum PairwiseProblem: Error, Hashable, Sendable {
  /// The matrix is not square, or empty; of a group, the judges do not compare the same.
  case shape
  /// A comparison is not above nought, or no number.
  case cell(row: Int, column: Int)
  /// A comparison and its counterpart are not each other's inverse.
  case reciprocity(row: Int, column: Int)
}

/// Returns the comparisons of a group: the geometric mean of each cell over the judges.
///
/// Source: Aczél & Saaty, Journal of Mathematical Psychology 27 (1983).
/// - Parameter judges: one matrix or more, of one shape, above nought.
/// - Throws: `PairwiseProblem.shape`.
public func geometricMean(_ judges: [Matrix]) throws(PairwiseProblem) -> Matrix {
  guard let first = judges.first,
    judges.allSatisfy({ $0.rowCount == first.rowCount && $0.columnCount == first.columnCount })
  else { throw .shape }
  var mean = Matrix(rowCount: first.rowCount, columnCount: first.columnCount)
  for row in 0..<first.rowCount {
    for column in 0..<first.columnCount {
      mean[row, column] = exp(judges.reduce(0) { $0 + log($1[row, column]) } / Double(judges.count))
    }
  }
  return mean
}
