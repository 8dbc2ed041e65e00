import Glibc

/// A latent class model: classes within which the answers to the items are independent of each other.
public struct LatentClassModel: Sendable, Hashable {
  /// The share of each class, the largest first.
  public let shares: [Double]
  /// `probabilities[class][item][level]`.
  public let probabilities: [[[Double]]]
  /// For each row the probability of each class.
  public let posteriors: [[Double]]
  public let logLikelihood: Double
  /// `(k - 1) + k · Σ (levels - 1)`.
  public let parameters: Int
  public let rowCount: Int
  /// Whether the best start came to rest.
  public let converged: Bool
  /// How many of the starts that were carried through reached the same likelihood.
  public let agreeing: Int

  /// `-2 log L + parameters · log n`, Schwarz 1978; less is better.
  public var bic: Double { -2 * logLikelihood + Double(parameters) * log(Double(max(rowCount, 1))) }

  /// The class with the highest probability of each row, the first of equals.
  public var classes: [Int] {
    posteriors.map { row in row.firstIndex(of: row.max() ?? 0) ?? 0 }
  }
}

/// Fits a latent class model by expectation maximisation from several random starts; the best is kept.
///
/// Each start goes 30 rounds, and the best quarter of them on until the log-likelihood rises by less than `1e-9` of itself, or
/// 5,000 rounds. An answer that is missing is left out of its row, as where it is missing at random. Sources: Goodman,
/// Biometrika 61 (1974); McLachlan & Krishnan, The EM algorithm (1997).
/// - Parameters:
///   - observations: kinds only; numbers are left out.
///   - weights: for how much each row counts in the likelihood, 0 or more; nil where all count for one. With weights of a survey
///     it is a pseudo-likelihood (Vermunt & Magidson 2007), and the BIC a guide.
///   - k: the number of classes, 1 or more.
///   - starts: how many random starts, 1 or more.
///   - beforeStart: is called before each start and now and then within it; what it throws ends the fitting.
public func latentClasses(
  _ observations: Observations, weights: [Double]? = nil, k: Int, starts: Int = 20, using stream: inout RandomStream,
  beforeStart: () throws -> Void = {}
) throws -> LatentClassModel {
  let patterns = AnswerPatterns(observations, rowWeights: weights)
  let k = max(k, 1)
  var trials: [LatentClassFit] = []
  for _ in 0..<max(starts, 1) {
    try beforeStart()
    var fit = LatentClassFit(patterns, k: k, using: &stream)
    try fit.climb(patterns, rounds: 30, beforeRounds: beforeStart)
    trials.append(fit)
    if k == 1 { break }
  }
  trials.sort { $0.logLikelihood > $1.logLikelihood }
  var finished: [LatentClassFit] = []
  for var fit in trials.prefix(max(1, (trials.count + 3) / 4)) {
    try fit.climb(patterns, rounds: 5_000, beforeRounds: beforeStart)
    finished.append(fit)
  }
  finished.sort { $0.logLikelihood > $1.logLikelihood }
  let best = finished[0]
  let order = best.shares.indices.sorted { (best.shares[$1], $0) < (best.shares[$0], $1) }
  let posteriors = best.posteriors(patterns)
  return LatentClassModel(
    shares: order.map { best.shares[$0] }, probabilities: order.map { best.probabilities($0, patterns) },
    posteriors: patterns.patternOfRow.map { pattern in order.map { posteriors[pattern * k + $0] } },
    logLikelihood: best.logLikelihood,
    parameters: k - 1 + k * patterns.levels.reduce(0) { $0 + max($1 - 1, 0) }, rowCount: patterns.patternOfRow.count,
    converged: best.converged,
    agreeing: finished.count { abs($0.logLikelihood - best.logLikelihood) < 1e-4 * max(1, abs(best.logLikelihood)) })
}
