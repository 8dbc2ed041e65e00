import Glibc

/// What the areas leave open of σ²: values of it with the weight that each has.
struct VarianceUncertainty: Sendable {
  private struct Node: Sendable {
    let weight: Double
    let variance: Double
    let coefficients: [Double]
    let normal: Cholesky
  }

  private let nodes: [Node]
  private static let count = 48

  /// - Parameters:
  ///   - centre: an estimate of σ², nought or more.
  ///   - samplingVariances: of the areas.
  /// - Returns: nil where the likelihood cannot be worked out anywhere.
  init?(_ likelihood: RestrictedLikelihood, around centre: Double, _ samplingVariances: [Double]) {
    // With σ² = scale · u / (1 - u), equal steps of u from 0 to 1 cover all variances, and those that matter most closely.
    let sorted = samplingVariances.sorted()
    let scale = centre + sorted[sorted.count / 2]
    typealias Point = (u: Double, log: Double, fit: WeightedFit, variance: Double)
    func points(_ low: Double, _ high: Double) -> [Point] {
      (0..<Self.count).compactMap { step in
        let u = low + (high - low) * (Double(step) + 0.5) / Double(Self.count)
        let variance = scale * u / (1 - u)
        guard let (fit, value) = likelihood.point(variance) else { return nil }
        return (u, value / 2 - log(variance) / 4 - 2 * log1p(-u), fit, variance)
      }
    }
    // A first round finds where the weight lies, a second looks there only.
    let coarse = points(0, 1)
    guard let top = coarse.map(\.log).max() else { return nil }
    let kept = coarse.filter { $0.log > top - 14 }
    let half = 1 / Double(Self.count)
    let found = points(max(0, (kept.first?.u ?? 0) - half), min(1, (kept.last?.u ?? 1) + half))
    guard let most = found.map(\.log).max() else { return nil }
    let weights = found.map { exp($0.log - most) }
    let sum = weights.reduce(0, +)
    nodes = zip(found, weights).map {
      Node(weight: $1 / sum, variance: $0.variance, coefficients: $0.fit.coefficients, normal: $0.fit.normal)
    }
  }

  func belief(_ direct: (estimate: Double, samplingVariance: Double)?, at place: [Double]) -> AreaBelief {
    AreaBelief(
      nodes.map { node in
        let regression = Matrix.dot(place, node.coefficients)
        let open = Matrix.dot(place, node.normal.solve(place))
        guard let direct else {
          return .init(weight: node.weight, mean: regression, deviation: (node.variance + open).squareRoot())
        }
        let gamma = node.variance / (node.variance + direct.samplingVariance)
        let rest = 1 - gamma
        return .init(
          weight: node.weight, mean: gamma * direct.estimate + rest * regression,
          deviation: (gamma * direct.samplingVariance + rest * rest * open).squareRoot())
      })
  }
}
