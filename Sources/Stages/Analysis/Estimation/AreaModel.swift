import Methods
import WorkbenchKit

/// How `fay-herriot` estimates the variance between areas.
enum VarianceChoice: String, ArgumentChoice {
  case reml, adjusted

  static let usual = VarianceChoice.reml

  var about: Text? {
    switch self {
    case .reml: Text(nl: "REML; waar die 0 is de aangepaste", en: "REML; where it is 0 the adjusted one")
    case .adjusted: Text(nl: "aangepaste REML (Yoshimori & Lahiri)", en: "adjusted REML (Yoshimori & Lahiri)")
    }
  }

  var method: FayHerriot.VarianceMethod { self == .reml ? .restrictedAboveNought : .adjusted }
}

/// The scale on which `fay-herriot` takes areas to differ.
enum EstimationScale: String, ArgumentChoice {
  case linear, arcsine

  static let usual = EstimationScale.linear

  var about: Text? {
    switch self {
    case .linear: Text(nl: "de getallen zoals ze zijn", en: "the numbers as they stand")
    case .arcsine: Text(nl: "voor aandelen van 0 tot en met 1", en: "for shares from 0 through 1")
    }
  }
}

/// The model of Fay & Herriot with what it says of each row.
struct AreaModel {
  let model: FayHerriot
  private(set) var estimates: [Double] = []
  private(set) var gammas: [Double] = []
  private(set) var errors: [Double] = []
  /// The interval of 95 percent; NaN where there are too few areas to tell.
  private(set) var lows: [Double] = []
  private(set) var highs: [Double] = []
  /// Whether direct estimates that could all be shares got bounds that no share has.
  private(set) var leavesShares = false
  private let scale: EstimationScale

  /// - Throws: `FayHerriot.Problem`, `value.range` for a share outside 0 through 1 on the scale of shares.
  init(_ sample: AreaSample, _ terms: ModelTerms, _ scale: EstimationScale, variance: VarianceChoice) throws {
    self.scale = scale
    let direct = scale == .arcsine ? try sample.onArcsineScale() : sample.onLinearScale()
    model = try FayHerriot(
      direct: direct.map(\.estimate), samplingVariances: direct.map(\.variance),
      predictors: Matrix(sample.rows.map { terms.rows[$0] }), variance: variance.method)
    let places = Dictionary(uniqueKeysWithValues: sample.rows.enumerated().map { ($1, $0) })
    for (row, predictors) in terms.rows.enumerated() {
      let own = places[row].map { direct[$0] }
      let found =
        own.map { model.estimate(direct: $0.estimate, samplingVariance: $0.variance, predictors: predictors) }
        ?? model.estimate(predictors: predictors)
      let interval = model.belief(direct: own.map { ($0.estimate, $0.variance) }, predictors: predictors)?
        .interval(holding: found.estimate)
      gammas.append(found.gamma)
      let (low, high) = (interval?.low ?? .nan, interval?.high ?? .nan)
      switch scale {
      case .linear:
        estimates.append(found.estimate)
        errors.append(found.standardError)
        lows.append(low)
        highs.append(high)
      case .arcsine:
        estimates.append(ArcsineShare.meanShare(found.estimate, variance: found.spread))
        errors.append(
          ArcsineShare.deviationOfShare(found.estimate, variance: found.standardError * found.standardError))
        lows.append(low.isNaN ? .nan : ArcsineShare.share(low))
        highs.append(high.isNaN ? .nan : ArcsineShare.share(high))
      }
    }
    leavesShares =
      scale == .linear && sample.rows.allSatisfy { (0...1).contains(sample.direct[$0]) }
      && (lows.contains { $0 < 0 } || highs.contains { $0 > 1 })
  }

  var sources: [Source] {
    [EstimationSources.fayHerriot, EstimationSources.meanSquaredError, EstimationSources.interval]
      + (model.isAdjusted ? [EstimationSources.adjustedVariance, EstimationSources.adjustedInterval] : [])
      + (scale == .arcsine ? [EstimationSources.arcsine] : [])
  }
}
