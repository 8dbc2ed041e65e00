import Methods
import Testing

@Suite struct ProportionalFittingTests {
  private let seed = Matrix([[40, 30, 20, 10], [35, 50, 100, 75], [30, 80, 70, 120], [20, 30, 40, 50]])
  private let rows: [Double] = [150, 300, 400, 150]
  private let columns: [Double] = [200, 300, 400, 100]

  @Test func theFourByFourTableOfTheSpecification() throws {
    let fit = try iterativeProportionalFitting(seed: seed, rows: rows, columns: columns)
    for (found, known) in zip(fit.table.row(0), [64.5585, 46.2325, 35.3843, 3.8247]) {
      #expect(abs(found - known) < 0.00005)
    }
    #expect(fit.converged)
    #expect(fit.rounds < 20)
    #expect(fit.maximumChange < 1e-8)
    #expect(fit.missed.isEmpty)
  }

  @Test func theTotalsAreMetAndTheOddsRatiosKept() throws {
    let fit = try iterativeProportionalFitting(seed: seed, rows: rows, columns: columns, tolerance: 1e-13)
    for (sum, target) in zip(fit.rowSums + fit.columnSums, rows + columns) { #expect(abs(sum - target) < 1e-9) }
    for row in 1..<4 {
      for column in 1..<4 {
        func odds(_ table: Matrix) -> Double {
          table[0, 0] * table[row, column] / (table[0, column] * table[row, 0])
        }
        #expect(abs(odds(fit.table) / odds(seed) - 1) < 1e-12)
      }
    }
  }

  /// Of two by two the odds ratio, here 4, and the totals fix the table.
  @Test func aTwoByTwoTableHasAClosedForm() throws {
    let fit = try iterativeProportionalFitting(
      seed: Matrix([[2, 1], [1, 2]]), rows: [30, 70], columns: [30, 70], tolerance: 1e-14)
    // x (40 + x) = 4 (30 - x)², so 3 x² - 280 x + 3600 = 0.
    let cell = (280 - (280.0 * 280 - 4 * 3 * 3600).squareRoot()) / 6
    #expect(abs(fit.table[0, 0] - cell) < 1e-10)
    #expect(abs(fit.table[1, 1] - (40 + cell)) < 1e-10)
  }

  @Test func anEvenSeedGivesIndependence() throws {
    let fit = try iterativeProportionalFitting(
      seed: Matrix(rowCount: 2, columnCount: 3, repeating: 7), rows: [40, 60], columns: [10, 30, 60])
    for (found, known) in zip(fit.table.values, [4.0, 12, 24, 6, 18, 36]) { #expect(abs(found - known) < 1e-12) }
    #expect(fit.rounds == 2)
  }

  @Test func theScaleOfTheSeedDoesNotMatter() throws {
    let fit = try iterativeProportionalFitting(seed: seed, rows: rows, columns: columns)
    for factor in [1e-300, 1e300] {
      let scaled = Matrix(seed.rows.map { $0.map { $0 * factor } })
      let other = try iterativeProportionalFitting(seed: scaled, rows: rows, columns: columns)
      for (one, two) in zip(fit.table.values, other.table.values) { #expect(abs(one / two - 1) < 1e-9) }
    }
  }

  @Test func structuralZerosStay() throws {
    let fit = try iterativeProportionalFitting(
      seed: Matrix([[0, 1, 1], [1, 0, 1], [1, 1, 0]]), rows: [30, 30, 30], columns: [30, 30, 30])
    #expect(fit.table.rows == [[0, 15, 15], [15, 0, 15], [15, 15, 0]])
    #expect(fit.converged)
  }

  @Test func aTargetOfNoughtEmptiesItsRow() throws {
    let fit = try iterativeProportionalFitting(seed: Matrix([[1, 2], [3, 4]]), rows: [0, 10], columns: [4, 6])
    #expect(fit.table.rows == [[0, 0], [4, 6]])
    #expect(fit.converged)
  }

  @Test func aTargetOutOfReachIsNamed() throws {
    let fit = try iterativeProportionalFitting(
      seed: Matrix([[0, 0], [1, 2]]), rows: [5, 10], columns: [7, 8], rounds: 50)
    #expect(!fit.converged)
    #expect(fit.unreachable == [.row(0)])
    #expect(fit.missed.contains(.row(0)))
    #expect(fit.table.row(0) == [0, 0])
  }

  /// The corner must hold 10 for its row and at most 4 for its column.
  @Test func totalsThatZerosForbidAreMissed() throws {
    let fit = try iterativeProportionalFitting(
      seed: Matrix([[1, 0], [1, 1]]), rows: [10, 5], columns: [4, 11], rounds: 200)
    #expect(!fit.converged)
    #expect(fit.rounds == 200)
    #expect(fit.unreachable.isEmpty)
    #expect(!fit.missed.isEmpty)
  }

  @Test func whatDoesNotFitIsRefused() {
    #expect(throws: ProportionalFitProblem.totals(rows: 3, columns: 4)) {
      try iterativeProportionalFitting(seed: Matrix([[1, 1]]), rows: [3], columns: [2, 2])
    }
    #expect(throws: ProportionalFitProblem.shape) {
      try iterativeProportionalFitting(seed: Matrix([[1, 1]]), rows: [3], columns: [3])
    }
    for cell in [-1, Double.nan, .infinity] {
      #expect(throws: ProportionalFitProblem.negative) {
        try iterativeProportionalFitting(seed: Matrix([[cell, 1]]), rows: [2], columns: [1, 1])
      }
    }
  }

  @Test func itCanBeStoppedBeforeARound() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try iterativeProportionalFitting(seed: seed, rows: rows, columns: columns) { if $0 == 2 { throw Stop() } }
    }
  }
}
