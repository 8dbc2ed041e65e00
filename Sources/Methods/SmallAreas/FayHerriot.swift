/// The area-level model of Fay & Herriot, fitted: `y = x'β + v + e`, where `v` has the variance σ² in all areas and `e` a
/// variance that is known of each.
///
/// Sources: Fay & Herriot, Journal of the American Statistical Association 74 (1979); Rao & Molina, Small Area Estimation
/// (2015), chapter 6.
public struct FayHerriot: Sendable {
  public enum Problem: Error, Hashable {
    /// There must be more areas than coefficients.
    case tooFewAreas(areas: Int, coefficients: Int)
    /// The column of `x` is a linear combination of those before it.
    case dependent(column: Int)
    /// A value is missing or infinite, a variance not above nought, or the rows do not match.
    case unusable
  }

  /// How σ² is estimated.
  public enum VarianceMethod: Sendable, Hashable {
    /// Restricted maximum likelihood, nought or more.
    case restricted
    /// The same with the adjustment of Yoshimori & Lahiri (2014), above nought.
    case adjusted
    /// Restricted maximum likelihood where that is above nought, else the adjusted one.
    case restrictedAboveNought
  }

  /// What the model says of one area.
  public struct AreaEstimate: Sendable, Hashable {
    /// The empirical best linear unbiased predictor: `γ y + (1 - γ) x'β`.
    public let estimate: Double
    /// The weight of the direct estimate, 0 through 1: `σ² / (σ² + D)`.
    public let gamma: Double
    /// The square root of the estimated mean squared error.
    public let standardError: Double
    /// The variance of what is estimated around the estimate if σ² were known: `g1 + g2`.
    public let spread: Double
  }

  /// The variance between areas that the model leaves unexplained.
  public let variance: Double
  /// One for each column of `x`.
  public let coefficients: [Double]
  /// Whether σ² is the adjusted estimate.
  public let isAdjusted: Bool
  /// How many rounds of Fisher scoring it took, or of halving where σ² is adjusted.
  public let rounds: Int
  public let converged: Bool
  private let basis: OrthogonalBasis
  private let fit: WeightedFit
  /// The asymptotic variance of the estimate of σ².
  private let varianceOfVariance: Double
  private let uncertainty: VarianceUncertainty?
  /// Only where σ² is adjusted.
  private let secondOrder: SecondOrderVariance?

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - direct: the direct estimate of each area.
  ///   - samplingVariances: of each direct estimate, above nought.
  ///   - predictors: a row for each area; a column of ones stands for the intercept.
  ///   - method: how σ² is estimated.
  /// - Throws: `Problem`.
  public init(
    direct: [Double], samplingVariances: [Double], predictors: Matrix, variance method: VarianceMethod = .restricted
  ) throws(Problem) {
    guard direct.count == predictors.rowCount, direct.count == samplingVariances.count,
      (direct + predictors.values).allSatisfy(\.isFinite), samplingVariances.allSatisfy({ $0 > 0 && $0.isFinite })
    else { throw .unusable }
    guard direct.count > predictors.columnCount else {
      throw .tooFewAreas(areas: direct.count, coefficients: predictors.columnCount)
    }
    do { basis = try OrthogonalBasis(predictors) } catch {
      switch error {
      case .dependent(let column): throw .dependent(column: column)
      }
    }
    // The likelihood is the same for any basis of the columns of x, and with this one nothing is ill-conditioned.
    let likelihood = RestrictedLikelihood(direct, samplingVariances, basis.basis)
    let restricted = method == .adjusted ? nil : likelihood.maximum()
    isAdjusted = method == .adjusted || method == .restrictedAboveNought && restricted?.variance == 0
    guard let found = isAdjusted ? likelihood.adjustedMaximum() : restricted else { throw .unusable }
    variance = found.variance
    rounds = found.rounds
    converged = found.converged
    fit = found.fit
    coefficients = basis.coefficients(fit.coefficients)
    varianceOfVariance = 2 / fit.weights.reduce(0) { $0 + $1 * $1 }
    uncertainty =
      direct.count >= predictors.columnCount + 2
      ? VarianceUncertainty(likelihood, around: found.variance, samplingVariances) : nil
    secondOrder =
      isAdjusted
      ? SecondOrderVariance(likelihood, areas: direct.count, terms: predictors.columnCount) : nil
  }

  /// Returns the estimate of an area that has a direct estimate and was among those that the model was fitted to.
  ///
  /// The mean squared error is `g1 + g2 + 2 g3`, right to the second order for σ² by restricted maximum likelihood: Datta &
  /// Lahiri, Statistica Sinica 10 (2000), after Prasad & Rao (1990).
  public func estimate(direct: Double, samplingVariance: Double, predictors row: [Double]) -> AreaEstimate {
    let gamma = variance / (variance + samplingVariance)
    let place = basis.coordinates(row)
    let shrinkage = 1 - gamma
    let g1 = gamma * samplingVariance
    let g2 = shrinkage * shrinkage * fit.uncertainty(at: place)
    let g3 = shrinkage * shrinkage * varianceOfVariance / (variance + samplingVariance)
    return AreaEstimate(
      estimate: gamma * direct + shrinkage * Matrix.dot(place, fit.coefficients), gamma: gamma,
      standardError: (g1 + g2 + 2 * g3).squareRoot(), spread: g1 + g2)
  }

  /// Returns the estimate of an area without a direct one: `x'β`, with the error of β and σ² itself.
  public func estimate(predictors row: [Double]) -> AreaEstimate {
    let place = basis.coordinates(row)
    let spread = variance + fit.uncertainty(at: place)
    return AreaEstimate(
      estimate: Matrix.dot(place, fit.coefficients), gamma: 0, standardError: spread.squareRoot(), spread: spread)
  }

  /// Returns what is believed of the value of an area, with σ² as uncertain as the areas leave it; nil where there are fewer
  /// than two areas more than coefficients, which tell nothing of how large σ² may be.
  ///
  /// Given σ², an area's value is normal around its estimate. That is averaged over σ² by its restricted likelihood, with the
  /// density `σ^(-1/2)` of σ² before anything is seen: midway between the even densities of σ² (Morris, Journal of the American
  /// Statistical Association 78, 1983; Datta, Rao & Smith, Biometrika 92, 2005) and of σ (Gelman, Bayesian Analysis 1, 2006),
  /// since ranges then hold what they say for 15 areas and for 40, by simulation.
  ///
  /// Where σ² is adjusted, an area with a direct estimate has the range of Yoshimori & Lahiri's σ² of its own instead: see
  /// `SecondOrderVariance`. Of samples whose σ² by restricted maximum likelihood is nought, those ranges hold more.
  /// - Parameters:
  ///   - direct: the direct estimate and its variance; nil for an area without one.
  ///   - row: the predictors of the area.
  public func belief(direct: (estimate: Double, samplingVariance: Double)?, predictors row: [Double]) -> AreaBelief? {
    guard let uncertainty else { return nil }
    let place = basis.coordinates(row)
    let own = direct.flatMap { own in
      secondOrder?.belief(direct: own.estimate, samplingVariance: own.samplingVariance, at: place)
    }
    return own ?? uncertainty.belief(direct, at: place)
  }
}
