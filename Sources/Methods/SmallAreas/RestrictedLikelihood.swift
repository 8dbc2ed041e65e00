import Glibc

/// The restricted likelihood of σ² in the model of Fay & Herriot, and its highest point at nought or above.
struct RestrictedLikelihood {
  struct Maximum {
    let variance: Double
    let fit: WeightedFit
    let rounds: Int
    let converged: Bool
  }

  private let direct: [Double]
  private let samplingVariances: [Double]
  private let predictors: Matrix

  init(_ direct: [Double], _ samplingVariances: [Double], _ predictors: Matrix) {
    self.direct = direct
    self.samplingVariances = samplingVariances
    self.predictors = predictors
  }

  /// Finds the maximum by Fisher scoring from the best point of a wide grid, since there may be more than one top; a step
  /// that would go below nought ends there, and one that lowers the likelihood is halved.
  ///
  /// - Returns: nil where the model cannot be fitted at any variance.
  func maximum() -> Maximum? {
    guard let flat = WeightedFit(direct, samplingVariances.map { _ in 1 }, predictors, variance: 0) else { return nil }
    let spread = Matrix.dot(flat.residuals, flat.residuals) / Double(max(1, direct.count - predictors.columnCount))
    let scale = max(spread, samplingVariances.max() ?? 0)
    var best: (variance: Double, fit: WeightedFit, value: Double)?
    for step in 0...36 {
      let variance = step == 0 ? 0 : scale * pow(10, Double(step - 32) / 4)
      guard let (fit, value) = point(variance), value > best?.value ?? -.infinity else { continue }
      best = (variance, fit, value)
    }
    guard var (variance, fit, value) = best else { return nil }
    for round in 1...100 {
      let step = scoringStep(fit)
      var next = max(0, variance + step)
      var reached = point(next)
      // What rounding takes off the likelihood is no reason to halve.
      let slack = 1e-12 * max(1, abs(value))
      for _ in 0..<60 where (reached?.value ?? -.infinity) < value - slack {
        next = (variance + next) / 2
        reached = point(next)
      }
      guard let reached, reached.value >= value - slack else {
        return Maximum(variance: variance, fit: fit, rounds: round, converged: false)
      }
      let change = abs(next - variance)
      (variance, fit, value) = (next, reached.fit, reached.value)
      if change <= 1e-10 * (variance + scale * 1e-6) {
        return Maximum(variance: variance, fit: fit, rounds: round, converged: true)
      }
    }
    return Maximum(variance: variance, fit: fit, rounds: 100, converged: false)
  }

  /// The fit at a variance, with twice the logarithm of the restricted likelihood up to a constant.
  private func point(_ variance: Double) -> (fit: WeightedFit, value: Double)? {
    guard let fit = WeightedFit(direct, samplingVariances, predictors, variance: variance) else { return nil }
    var value = -fit.normal.logDeterminant
    for (weight, residual) in zip(fit.weights, fit.residuals) {
      value += log(weight) - weight * residual * residual
    }
    return value.isFinite ? (fit, value) : nil
  }

  /// Score over information: `(y'PPy - tr P) / tr PP`, with `P = W - W X (X'WX)⁻¹ X'W`.
  private func scoringStep(_ fit: WeightedFit) -> Double {
    let squares = fit.weights.map { $0 * $0 }
    let second = fit.normal.solve(predictors.crossProduct(weights: squares))
    let third = fit.normal.solve(predictors.crossProduct(weights: zip(squares, fit.weights).map { $0 * $1 }))
    var traces = (second: 0.0, third: 0.0, product: 0.0)
    for one in 0..<second.rowCount {
      traces.second += second[one, one]
      traces.third += third[one, one]
      for other in 0..<second.rowCount { traces.product += second[one, other] * second[other, one] }
    }
    let trace = fit.weights.reduce(0, +) - traces.second
    let information = squares.reduce(0, +) - 2 * traces.third + traces.product
    let quadratic = zip(squares, fit.residuals).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    return information > 0 ? (quadratic - trace) / information : 0
  }
}
