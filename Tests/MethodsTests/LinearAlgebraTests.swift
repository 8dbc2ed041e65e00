import Methods
import Testing

@Suite struct LinearAlgebraTests {
  /// Wilkinson's kind of textbook matrix, with a factor of whole numbers: L = [2 0 0; 6 1 0; -8 5 3].
  private let matrix = Matrix([[4, 12, -16], [12, 37, -43], [-16, -43, 98]])

  @Test func choleskySolvesAndKnowsTheDeterminant() throws {
    let factor = try #require(Cholesky(matrix))
    let solution = factor.solve(matrix.times([1, -2, 3]))
    for (found, real) in zip(solution, [1.0, -2, 3]) { #expect(abs(found - real) < 1e-10) }
    #expect(abs(factor.logDeterminant - 3.58351893845611) < 1e-12)
  }

  @Test func aMatrixTimesItsInverseIsTheIdentity() throws {
    let inverse = try #require(Cholesky(matrix)).solve(Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    for column in 0..<3 {
      for (row, found) in matrix.times(inverse.column(column)).enumerated() {
        #expect(abs(found - (row == column ? 1 : 0)) < 1e-9)
      }
    }
  }

  @Test func whatIsNotPositiveDefiniteHasNoFactor() {
    #expect(Cholesky(Matrix([[1, 2], [2, 1]])) == nil)
    #expect(Cholesky(Matrix([[0]])) == nil)
    #expect(Cholesky(Matrix([[1, 2]])) == nil)
    #expect(Cholesky(Matrix([[.nan]])) == nil)
  }

  @Test func theBasisIsOrthonormalAndGivesTheMatrixBack() throws {
    // The columns are nearly the same, which one pass of Gram-Schmidt does not survive.
    let near = Matrix([[1, 1, 1], [1e-7, 0, 0], [0, 1e-7, 0], [0, 0, 1e-7]])
    let decomposition = try OrthogonalBasis(near)
    for one in 0..<3 {
      for other in 0..<3 {
        let product = Matrix.dot(decomposition.basis.column(one), decomposition.basis.column(other))
        #expect(abs(product - (one == other ? 1 : 0)) < 1e-12)
      }
    }
    for row in 0..<4 {
      for (found, real) in zip(decomposition.coordinates(near.row(row)), decomposition.basis.row(row)) {
        #expect(abs(found - real) < 1e-8)
      }
    }
  }

  @Test func coefficientsOfTheBasisAreThoseOfTheMatrix() throws {
    let line = Matrix([[1, 1], [1, 2], [1, 3]])
    let decomposition = try OrthogonalBasis(line)
    let onBasis = decomposition.basis.crossProduct(weights: [1, 1, 1], with: [5, 7, 9])
    for (found, real) in zip(decomposition.coefficients(onBasis), [3.0, 2]) { #expect(abs(found - real) < 1e-12) }
  }

  @Test func aColumnThatFollowsFromOthersIsNamed() {
    #expect(throws: OrthogonalBasis.Problem.dependent(column: 2)) {
      try OrthogonalBasis(Matrix([[1, 2, 3], [1, 5, 6], [1, 9, 10], [1, 4, 5]]))
    }
    #expect(throws: OrthogonalBasis.Problem.dependent(column: 1)) { try OrthogonalBasis(Matrix([[1, 0], [1, 0]])) }
  }
}
