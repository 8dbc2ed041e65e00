import Glibc
import Methods
import Testing

@Suite struct WeighingTests {
  private func expect(_ found: [Double], _ known: [Double], within tolerance: Double) {
    #expect(found.count == known.count)
    for (one, other) in zip(found, known) { #expect(abs(one - other) <= tolerance, "\(found)") }
  }

  @Test func ahpGivesTheWeightsOfTheSpecification() throws {
    let result = try PairwiseComparison(Matrix([[1, 3, 5], [1.0 / 3, 1, 3], [1.0 / 5, 1.0 / 3, 1]]))
    expect(result.weights, [0.637, 0.2583, 0.1047], within: 0.00005)
    expect(
      [result.largestEigenvalue, result.consistencyRatio(.saaty) ?? 0, result.consistencyRatio(.doneganDodd) ?? 0],
      [3.0385, 0.0332, 0.0392], within: 0.00005)
  }

  @Test func ahpGivesTheDrinksOfSaaty2008() throws {
    // Coffee, wine, tea, beer, sodas, milk, water; only what stands above the diagonal.
    let above: [[Double]] = [
      [9, 5, 2, 1, 1, 1.0 / 2], [1.0 / 3, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9],
      [1.0 / 3, 1.0 / 4, 1.0 / 3, 1.0 / 9],
      [1.0 / 2, 1, 1.0 / 3], [2, 1.0 / 2], [1.0 / 3],
    ]
    var matrix = Matrix(rowCount: 7, columnCount: 7, repeating: 1)
    for (row, cells) in above.enumerated() {
      for (offset, cell) in cells.enumerated() {
        matrix[row, row + 1 + offset] = cell
        matrix[row + 1 + offset, row] = 1 / cell
      }
    }
    let result = try PairwiseComparison(matrix)
    expect(result.weights, [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], within: 0.0011)
    expect([result.consistencyRatio(.saaty) ?? 0], [0.022], within: 0.001)
  }

  @Test func theRandomIndexOfThreeByDoneganAndDodd1991IsTheMeanOverAllMatrices() throws {
    // 1 stands for itself and for its inverse, as in their scale of 18 values.
    let scale = (1...9).flatMap { [Double($0), 1 / Double($0)] }
    var sum = 0.0
    for first in scale {
      for second in scale {
        for third in scale {
          // The eigenvalue of three is known in closed form.
          let root = cbrt(second / (first * third))
          sum += (root + 1 / root - 2) / 2
        }
      }
    }
    expect([sum / 5832], [try #require(RandomIndex.doneganDodd.value(3))], within: 0.00005)
  }

  @Test func comparisonsThatAgreeGiveBackTheirWeights() throws {
    let weights = [0.5, 0.3, 0.15, 0.05]
    let result = try PairwiseComparison(Matrix(weights.map { one in weights.map { one / $0 } }))
    expect(result.weights, weights, within: 1e-12)
    #expect(result.consistencyIndex < 1e-12)
    #expect(try PairwiseComparison(Matrix([[1, 4], [0.25, 1]])).consistencyRatio(.saaty) == 0)
    #expect(RandomIndex.saaty.value(16) == nil && RandomIndex.doneganDodd.value(20) == 1.5371)
  }

  @Test func comparisonsThatAreNoneAreNamed() {
    #expect(throws: PairwiseProblem.reciprocity(row: 0, column: 1)) {
      try PairwiseComparison(Matrix([[1, 3], [1, 1]]))
    }
    #expect(throws: PairwiseProblem.cell(row: 0, column: 1)) { try PairwiseComparison(Matrix([[1, 0], [1, 1]])) }
    #expect(throws: PairwiseProblem.shape) { try PairwiseComparison(Matrix([[1, 1]])) }
    #expect(throws: PairwiseProblem.shape) { try geometricMean([Matrix]()) }
  }

  @Test func aGroupIsReciprocalWhereItsJudgesAre() throws {
    let one = Matrix([[1, 9], [1.0 / 9, 1]])
    let other = Matrix([[1, 1], [1, 1]])
    let mean = try geometricMean([one, other])
    expect(mean.values, [1, 3, 1.0 / 3, 1], within: 1e-12)
    expect(try PairwiseComparison(mean).weights, [0.75, 0.25], within: 1e-12)
  }

  @Test func theGeometricMeanIsTheRootOfTheProduct() {
    #expect(abs(geometricMean([2.0, 8]) - 4) < 1e-12 && geometricMean([0.0, 8]) == 0)
    let none: [Double] = []
    #expect(geometricMean(none).isNaN && geometricMean([-1.0]).isNaN)
  }

  @Test func rankOrderCentroidsAreThoseOfBarronAndBarrett1996() {
    expect(rankOrderCentroid([1, 2, 3]), [0.6111, 0.2778, 0.1111], within: 0.00005)
    expect(rankOrderCentroid([4, 3, 2, 1]), [0.0625, 0.1458, 0.2708, 0.5208], within: 0.00005)
    expect(rankOrderCentroid([1, 2, 2]), [0.6111, 0.19445, 0.19445], within: 0.00005)
    #expect(rankOrderCentroid([1, .nan]) == [] && rankOrderCentroid([7]) == [1])
  }

  @Test func pointsAreSharesOfTheirSum() {
    #expect(pointAllocation([50, 30, 20]) == [0.5, 0.3, 0.2])
    #expect(pointAllocation([0, 0]) == nil && pointAllocation([1, -1]) == nil && pointAllocation([]) == nil)
  }

  @Test func entropyGivesTheWeightsOfTheAircraftOfHwangAndYoon1981() throws {
    let result = try EntropyWeights(
      Matrix([
        [2.0, 1500, 20000, 5.5, 5, 9], [2.5, 2700, 18000, 6.5, 3, 5], [1.8, 2000, 21000, 4.5, 7, 7],
        [2.2, 1800, 20000, 5.0, 5, 5],
      ]))
    // Printed from entropies rounded on the way.
    expect(result.entropies, [0.9946, 0.9829, 0.9989, 0.9931, 0.9703, 0.9770], within: 0.0002)
    expect(result.weights, [0.0649, 0.2055, 0.0133, 0.0829, 0.3570, 0.2764], within: 0.002)
  }

  @Test func entropyWithoutDifferencesWeighsAllAlike() throws {
    #expect(try EntropyWeights(Matrix([[3, 5], [3, 5]])).weights == [0.5, 0.5])
    expect(try EntropyWeights(Matrix([[3, 5], [3, 9]])).weights, [0, 1], within: 1e-12)
    #expect(throws: DecisionProblem.shape) { try EntropyWeights(Matrix([[3, 5]])) }
    #expect(throws: DecisionProblem.values) { try EntropyWeights(Matrix([[0, 5], [0, 6]])) }
  }
}
