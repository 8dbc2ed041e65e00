/// The area-level model of Fay & Herriot, fitted: `y = x'β + v + e`, where `v` has the variance σ² in all areas and `e` a
/// variance that is known of each.
///
/// σ² is estimated by restricted maximum likelihood, nought or more. Sources: Fay & Herriot, Journal of the American
/// Statistical Association 74 (1979); Rao & Molina, Small Area Estimation (2015), chapter 6.
public struct FayHerriot: Sendable {
  public enum Problem: Error, Hashable {
    /// There must be more areas than coefficients.
    case tooFewAreas(areas: Int, coefficients: Int)
    /// The column of `x` is a linear combination of those before it.
    case dependent(column: Int)
    /// A value is missing or infinite, a variance not above nought, or the rows do not match.
    case unusable
  }

  /// What the model says of one area.
  public struct AreaEstimate: Sendable, Hashable {
    /// The empirical best linear unbiased predictor: `γ y + (1 - γ) x'β`.
    public let estimate: Double
    /// The weight of the direct estimate, 0 through 1: `σ² / (σ² + D)`.
    public let gamma: Double
    /// The square root of the estimated mean squared error.
    public let standardError: Double
  }

  /// The variance between areas that the model leaves unexplained.
  public let variance: Double
  /// One for each column of `x`.
  public let coefficients: [Double]
  /// How many rounds of Fisher scoring it took.
  public let rounds: Int
  public let converged: Bool
  private let basis: OrthogonalBasis
  private let fit: WeightedFit
  /// The asymptotic variance of the estimate of σ².
  private let varianceOfVariance: Double

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - direct: the direct estimate of each area.
  ///   - samplingVariances: of each direct estimate, above nought.
  ///   - predictors: a row for each area; a column of ones stands for the intercept.
  /// - Throws: `Problem`.
  public init(direct: [Double], samplingVariances: [Double], predictors: Matrix) throws(Problem) {
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
    guard let found = likelihood.maximum() else { throw .unusable }
    variance = found.variance
    rounds = found.rounds
    converged = found.converged
    fit = found.fit
    coefficients = basis.coefficients(fit.coefficients)
    varianceOfVariance = 2 / fit.weights.reduce(0) { $0 + $1 * $1 }
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
      standardError: (g1 + g2 + 2 * g3).squareRoot())
  }

  /// Returns the estimate of an area without a direct one: `x'β`, with the error of β and σ² itself.
  public func estimate(predictors row: [Double]) -> AreaEstimate {
    let place = basis.coordinates(row)
    return AreaEstimate(
      estimate: Matrix.dot(place, fit.coefficients), gamma: 0,
      standardError: (variance + fit.uncertainty(at: place)).squareRoot())
  }
}
