import Glibc

/// The restricted likelihood of σ² in the model of Fay & Herriot, and its highest point at nought or above, or, adjusted, above it.
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
    guard let grid = grid() else { return nil }
    guard var (variance, fit, value) = grid.points.max(by: { $0.value < $1.value }) else { return nil }
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
      if change <= 1e-10 * (variance + grid.scale * 1e-6) {
        return Maximum(variance: variance, fit: fit, rounds: round, converged: true)
      }
    }
    return Maximum(variance: variance, fit: fit, rounds: 100, converged: false)
  }

  /// Finds the maximum of the likelihood times `(arctan Σ γ)^(1/m)`, which is nought at nought and hardly matters elsewhere, so
  /// that it lies above nought: between the points of the grid around the best, by where the slope changes sign.
  ///
  /// Source: Yoshimori & Lahiri, Journal of Multivariate Analysis 124 (2014).
  /// - Returns: nil where the model cannot be fitted at any variance.
  func adjustedMaximum() -> Maximum? {
    guard let grid = grid() else { return nil }
    let points = grid.points.filter { $0.variance > 0 }
    let values = points.map { $0.value + 2 * adjustment($0.variance).value }
    guard let best = values.indices.max(by: { values[$0] < values[$1] }) else { return nil }
    var low = best > 0 ? points[best - 1].variance : 0
    var high = best + 1 < points.count ? points[best + 1].variance : 10 * points[best].variance
    var rounds = 0
    // Halving a span of a few times its lower end leaves the last bits of a double after some fifty rounds.
    while rounds < 100, high - low > 1e-14 * high {
      rounds += 1
      let middle = (low + high) / 2
      guard let fit = point(middle)?.fit else { return nil }
      let slope = slope(fit)
      if slope.score + 2 * adjustment(middle).slope > 0 { low = middle } else { high = middle }
    }
    let variance = (low + high) / 2
    guard let fit = point(variance)?.fit else { return nil }
    return Maximum(variance: variance, fit: fit, rounds: rounds, converged: true)
  }

  /// The logarithm of the adjustment, and its derivative.
  private func adjustment(_ variance: Double) -> (value: Double, slope: Double) {
    var (sum, slope) = (0.0, 0.0)
    for own in samplingVariances {
      sum += variance / (variance + own)
      slope += own / ((variance + own) * (variance + own))
    }
    let count = Double(samplingVariances.count)
    return (log(atan(sum)) / count, slope / ((1 + sum * sum) * atan(sum) * count))
  }

  /// Nought, and variances from far below what the residuals and the samples show to far above, four to a power of ten.
  func grid() -> (points: [(variance: Double, fit: WeightedFit, value: Double)], scale: Double)? {
    guard let flat = WeightedFit(direct, samplingVariances.map { _ in 1 }, predictors, variance: 0) else { return nil }
    let spread = Matrix.dot(flat.residuals, flat.residuals) / Double(max(1, direct.count - predictors.columnCount))
    let scale = max(spread, samplingVariances.max() ?? 0)
    let points = (0...36).compactMap { step -> (variance: Double, fit: WeightedFit, value: Double)? in
      let variance = step == 0 ? 0 : scale * pow(10, Double(step - 32) / 4)
      return point(variance).map { (variance, $0.fit, $0.value) }
    }
    return (points, scale)
  }

  /// The fit at a variance, with twice the logarithm of the restricted likelihood up to a constant.
  func point(_ variance: Double) -> (fit: WeightedFit, value: Double)? {
    guard let fit = WeightedFit(direct, samplingVariances, predictors, variance: variance) else { return nil }
    var value = -fit.normal.logDeterminant
    for (weight, residual) in zip(fit.weights, fit.residuals) {
      value += log(weight) - weight * residual * residual
    }
    return value.isFinite ? (fit, value) : nil
  }

  /// Twice the slope of the logarithm of the restricted likelihood.
  func score(_ fit: WeightedFit) -> Double { slope(fit).score }

  private func scoringStep(_ fit: WeightedFit) -> Double {
    let (score, information) = slope(fit)
    return information > 0 ? score / information : 0
  }

  /// Twice the score `y'PPy - tr P` and the information `tr PP`, with `P = W - W X (X'WX)⁻¹ X'W`.
  private func slope(_ fit: WeightedFit) -> (score: Double, information: Double) {
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
    let quadratic = zip(squares, fit.residuals).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    return (quadratic - trace, squares.reduce(0, +) - 2 * traces.third + traces.product)
  }
}
