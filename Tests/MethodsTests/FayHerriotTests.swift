import Methods
import Testing

@Suite struct FayHerriotTests {
  private typealias Milk = MilkExpenditure

  private func milk(times factor: Double = 1) throws -> FayHerriot {
    try FayHerriot(
      direct: Milk.direct.map { $0 * factor }, samplingVariances: Milk.errors.map { $0 * $0 * factor * factor },
      predictors: Matrix(Milk.predictors))
  }

  private func estimates(_ model: FayHerriot, times factor: Double = 1) -> [FayHerriot.AreaEstimate] {
    Milk.direct.indices.map {
      let error = Milk.errors[$0] * factor
      return model.estimate(
        direct: Milk.direct[$0] * factor, samplingVariance: error * error, predictors: Milk.predictors[$0])
    }
  }

  /// The published digits were found with a tolerance of 1e-4 on the variance.
  @Test func theMilkDataOfAroraAndLahiriAsThePackageSaeHasIt() throws {
    let model = try milk()
    #expect(model.converged)
    #expect(abs(model.variance - Milk.published.variance) < 5e-6)
    for (found, known) in zip(model.coefficients, Milk.published.coefficients) { #expect(abs(found - known) < 5e-6) }
    for (found, known) in zip(estimates(model), Milk.published.estimates) {
      #expect(abs(found.estimate - known) < 1e-5)
    }
    for (found, known) in zip(estimates(model), Milk.published.errors) {
      #expect(abs(found.standardError * found.standardError - known) < 2e-6)
    }
  }

  @Test func theEstimateLiesBetweenTheDirectOneAndTheRegression() throws {
    let model = try milk()
    for (row, found) in estimates(model).enumerated() {
      #expect((0...1).contains(found.gamma))
      let synthetic = model.estimate(predictors: Milk.predictors[row])
      let (low, high) = (min(synthetic.estimate, Milk.direct[row]), max(synthetic.estimate, Milk.direct[row]))
      #expect((low...high).contains(found.estimate))
      #expect(synthetic.gamma == 0)
      #expect(synthetic.standardError > model.variance.squareRoot())
    }
  }

  @Test func theUnitDoesNotMatter() throws {
    let plain = estimates(try milk())
    for factor in [1e-6, 100, 1e6] {
      let model = try milk(times: factor)
      for (one, other) in zip(plain, estimates(model, times: factor)) {
        #expect(abs(other.estimate / factor - one.estimate) < 1e-7)
        #expect(abs(other.gamma - one.gamma) < 1e-7)
        #expect(abs(other.standardError / factor - one.standardError) < 1e-7)
      }
    }
  }

  @Test func aShiftOrScaleOfAPredictorDoesNotMatter() throws {
    let other = Milk.predictors.map { row in [row[0]] + row.dropFirst().map { $0 * 1e5 + 2_000 } }
    let model = try FayHerriot(
      direct: Milk.direct, samplingVariances: Milk.errors.map { $0 * $0 }, predictors: Matrix(other))
    #expect(abs(model.variance - (try milk().variance)) < 1e-8)
  }

  @Test func areasThatDifferNoMoreThanTheirSamplesGetTheRegression() throws {
    let model = try FayHerriot(
      direct: [1, 2, 3.1, 3.9], samplingVariances: [1, 1, 1, 1],
      predictors: Matrix([[1, 1], [1, 2], [1, 3], [1, 4]]))
    #expect(model.variance == 0)
    #expect(model.converged)
    let found = model.estimate(direct: 1, samplingVariance: 1, predictors: [1, 1])
    #expect(found.gamma == 0)
    // Least squares: 0.05 + 0.98 x.
    #expect(abs(found.estimate - 1.03) < 1e-12)
  }

  /// With equal sampling variances and an intercept only, REML is the variance of the estimates less that of the sampling.
  @Test func equalVariancesHaveAClosedForm() throws {
    let direct: [Double] = [1, 5, 9, 3, 7]
    let model = try FayHerriot(
      direct: direct, samplingVariances: [2, 2, 2, 2, 2], predictors: Matrix(direct.map { _ in [1] }))
    #expect(abs(model.variance - 8) < 1e-8)
    #expect(abs(model.coefficients[0] - 5) < 1e-12)
    #expect(abs(model.estimate(direct: 9, samplingVariance: 2, predictors: [1]).estimate - 8.2) < 1e-8)
  }

  @Test func whatCannotBeFittedIsRefused() {
    func fit(_ direct: [Double], _ variances: [Double], _ rows: [[Double]]) throws {
      _ = try FayHerriot(direct: direct, samplingVariances: variances, predictors: Matrix(rows))
    }
    #expect(throws: FayHerriot.Problem.tooFewAreas(areas: 1, coefficients: 1)) { try fit([1], [1], [[1]]) }
    #expect(throws: FayHerriot.Problem.dependent(column: 1)) {
      try fit([1, 2, 3], [1, 1, 1], [[1, 2], [1, 2], [1, 2]])
    }
    #expect(throws: FayHerriot.Problem.unusable) { try fit([1, 2], [1, 0], [[1], [1]]) }
    #expect(throws: FayHerriot.Problem.unusable) { try fit([1, .nan], [1, 1], [[1], [1]]) }
    #expect(throws: FayHerriot.Problem.unusable) { try fit([1, 2], [1], [[1], [1]]) }
  }
}
