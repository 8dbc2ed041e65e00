/// The columns of a matrix as `X = Q R`: `Q` with orthonormal columns, `R` upper triangular.
///
/// Modified Gram-Schmidt, each column orthogonalised twice, which is enough to be orthogonal to working precision.
/// Source: Giraud, Langou & Rozložník, Computers & Mathematics with Applications 50 (2005).
public struct OrthogonalBasis: Sendable {
  public enum Problem: Error, Hashable {
    /// The column is a linear combination of those before it.
    case dependent(column: Int)
  }

  /// As many rows as `X`.
  public let basis: Matrix
  private let upper: Matrix

  /// - Throws: `Problem.dependent` at the first column of which less than 1e-10 of the length stands on its own.
  public init(_ matrix: Matrix) throws(Problem) {
    let size = matrix.columnCount
    var columns: [[Double]] = []
    var upper = Matrix(rowCount: size, columnCount: size)
    for index in 0..<size {
      var column = matrix.column(index)
      let length = Matrix.dot(column, column).squareRoot()
      for _ in 0..<2 {
        for (before, other) in columns.enumerated() {
          let share = Matrix.dot(other, column)
          upper[before, index] += share
          for row in column.indices { column[row] -= share * other[row] }
        }
      }
      let rest = Matrix.dot(column, column).squareRoot()
      guard rest > 1e-10 * length, rest.isFinite else { throw .dependent(column: index) }
      upper[index, index] = rest
      columns.append(column.map { $0 / rest })
    }
    var basis = Matrix(rowCount: matrix.rowCount, columnCount: size)
    for (index, column) in columns.enumerated() {
      for (row, value) in column.enumerated() { basis[row, index] = value }
    }
    self.basis = basis
    self.upper = upper
  }

  /// Returns the coefficients `b` of `X` that say the same as these of `Q`: `R b = c`.
  public func coefficients(_ ofBasis: [Double]) -> [Double] {
    var solution = ofBasis
    for row in solution.indices.reversed() {
      for column in solution.indices where column > row { solution[row] -= upper[row, column] * solution[column] }
      solution[row] /= upper[row, row]
    }
    return solution
  }

  /// Returns another row of `X` as a row of `Q`: `u R = x`.
  public func coordinates(_ row: [Double]) -> [Double] {
    var solution = row
    for column in solution.indices {
      for before in 0..<column { solution[column] -= solution[before] * upper[before, column] }
      solution[column] /= upper[column, column]
    }
    return solution
  }
}
