import Glibc

/// The σ² of one area with which `estimate ± z √g1` holds its value as often as it says, up to an error of the order `m^(-3/2)`
/// for `m` areas, and is shorter than the range of the direct estimate alone.
///
/// The restricted likelihood is multiplied by a factor of its own for each area, which keeps σ² well above nought. Where
/// restricted maximum likelihood itself is at nought, the areas leave σ² more open than any one estimate of it shows, and
/// ranges that start from there hold too little.
/// Source: Yoshimori & Lahiri, Annals of Statistics 42 (2014), 1233-1261.
struct SecondOrderVariance: Sendable {
  private let likelihood: RestrictedLikelihood
  private let points: [(variance: Double, fit: WeightedFit, value: Double)]
  private let areas: Int
  private let terms: Int
  private let deviate: Double

  /// With more areas than this one bound does not hang on how σ² is estimated, and each area costs the work of all.
  private static let mostAreas = 2000

  /// - Returns: nil where the likelihood cannot be worked out, or there are too many areas.
  init?(_ likelihood: RestrictedLikelihood, areas: Int, terms: Int, level: Double = 0.95) {
    guard areas <= Self.mostAreas, let grid = likelihood.grid() else { return nil }
    self.likelihood = likelihood
    points = grid.points.filter { $0.variance > 0 }
    self.areas = areas
    self.terms = terms
    deviate = normalDeviate(level: level)
  }

  /// Returns what is believed of the value of an area: normal, with the range above.
  ///
  /// - Parameters:
  ///   - place: the area's predictors in the orthonormal basis of those of all areas.
  /// - Returns: nil where an area stands so far from the others that the factor has no highest point.
  func belief(direct: Double, samplingVariance own: Double, at place: [Double]) -> AreaBelief? {
    let leverage = Matrix.dot(place, place)
    guard Double(areas) * (1 - leverage) > Double(4 + terms), let fit = maximum(own, place) else { return nil }
    let variance = fit.variance
    let gamma = variance / (variance + own)
    let mean = gamma * direct + (1 - gamma) * Matrix.dot(place, fit.fit.coefficients)
    return AreaBelief([.init(weight: 1, mean: mean, deviation: (gamma * own).squareRoot())])
  }

  /// Between the points of the grid around the best, by where the slope changes sign.
  private func maximum(_ own: Double, _ place: [Double]) -> (variance: Double, fit: WeightedFit)? {
    let factor = (1 + deviate * deviate) / 4
    var values: [Double] = []
    var regression = 0.0
    var before: (variance: Double, slope: Double)?
    for point in points {
      let slope = regressionSlope(point.fit, place)
      // What has no closed form is added up between the points.
      if let before { regression += (slope + before.slope) / 2 * (point.variance - before.variance) }
      before = (point.variance, slope)
      values.append(
        point.value / 2 + factor * log(point.variance) + (2 - factor) * log(point.variance + own) + regression)
    }
    guard let best = values.indices.max(by: { values[$0] < values[$1] }) else { return nil }
    var low = best > 0 ? points[best - 1].variance : 0
    var high = best + 1 < points.count ? points[best + 1].variance : 10 * points[best].variance
    for _ in 0..<100 where high - low > 1e-12 * high {
      let middle = (low + high) / 2
      guard let fit = likelihood.point(middle)?.fit else { return nil }
      let ownSlope = 2 / (middle + own) + factor * own / (middle * (middle + own)) + regressionSlope(fit, place)
      if likelihood.score(fit) / 2 + ownSlope > 0 { low = middle } else { high = middle }
    }
    let variance = (low + high) / 2
    return likelihood.point(variance).map { (variance, $0.fit) }
  }

  /// `½ tr V⁻² x'(X'V⁻¹X)⁻¹x`: what the error of the regression asks for.
  private func regressionSlope(_ fit: WeightedFit, _ place: [Double]) -> Double {
    fit.weights.reduce(0) { $0 + $1 * $1 } * fit.uncertainty(at: place) / 2
  }
}
