/// The weighted least squares of the areas at one value of σ²: each weighs `1 / (σ² + D)`.
struct WeightedFit: Sendable {
  let weights: [Double]
  let coefficients: [Double]
  /// `y - x'β` of each area.
  let residuals: [Double]
  let normal: Cholesky

  /// Nil where the weights are so unequal that the coefficients cannot be told.
  init?(_ direct: [Double], _ samplingVariances: [Double], _ predictors: Matrix, variance: Double) {
    weights = samplingVariances.map { 1 / (variance + $0) }
    guard let normal = Cholesky(predictors.crossProduct(weights: weights)) else { return nil }
    self.normal = normal
    coefficients = normal.solve(predictors.crossProduct(weights: weights, with: direct))
    residuals = zip(direct, predictors.times(coefficients)).map { $0 - $1 }
  }

  /// Returns the variance of `x'β` at a row of predictors.
  func uncertainty(at row: [Double]) -> Double { Matrix.dot(row, normal.solve(row)) }
}
