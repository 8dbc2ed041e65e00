import Glibc

/// The Cholesky factor of a symmetric, positive definite matrix: `A = L Lᵀ`, `L` lower triangular.
///
/// Source: Golub & Van Loan, Matrix Computations (2013), algorithm 4.2.1.
public struct Cholesky: Sendable {
  private let lower: Matrix

  /// Factors a square matrix, of which the lower triangle is read; nil where it is not positive definite.
  public init?(_ matrix: Matrix) {
    guard matrix.rowCount == matrix.columnCount else { return nil }
    var lower = Matrix(rowCount: matrix.rowCount, columnCount: matrix.rowCount)
    for column in 0..<matrix.rowCount {
      for row in column..<matrix.rowCount {
        var rest = matrix[row, column]
        for inner in 0..<column { rest -= lower[row, inner] * lower[column, inner] }
        if row == column {
          guard rest > 0, rest.isFinite else { return nil }
          lower[row, row] = rest.squareRoot()
        } else {
          lower[row, column] = rest / lower[column, column]
        }
      }
    }
    self.lower = lower
  }

  /// Returns the vector `x` for which `A x = b`.
  public func solve(_ right: [Double]) -> [Double] {
    let size = lower.rowCount
    var solution = right
    for row in 0..<size {
      for column in 0..<row { solution[row] -= lower[row, column] * solution[column] }
      solution[row] /= lower[row, row]
    }
    for row in (0..<size).reversed() {
      for column in row + 1..<max(size, row + 1) { solution[row] -= lower[column, row] * solution[column] }
      solution[row] /= lower[row, row]
    }
    return solution
  }

  /// Returns the matrix `X` for which `A X = B`.
  public func solve(_ right: Matrix) -> Matrix {
    var solution = Matrix(rowCount: right.rowCount, columnCount: right.columnCount)
    for column in 0..<right.columnCount {
      for (row, value) in solve(right.column(column)).enumerated() { solution[row, column] = value }
    }
    return solution
  }

  /// The natural logarithm of the determinant.
  public var logDeterminant: Double {
    (0..<lower.rowCount).reduce(0) { $0 + 2 * log(lower[$1, $1]) }
  }
}
