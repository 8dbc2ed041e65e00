/// Rows divided into groups, with what tells how good the division is.
public struct ClusterAnalysis: Sendable {
  /// A number of groups that was tried: its mean silhouette (more is better), for latent classes its BIC (less is better).
  public struct Trial: Sendable, Hashable {
    public let k: Int
    public let value: Double
  }

  public internal(set) var k = 0
  /// The group of each row, from 0: for latent classes the largest first, else in the order in which they first occur.
  public internal(set) var assignment: [Int] = []
  /// Of each row; NaN where it was not worked out.
  public internal(set) var silhouettes: [Double] = []
  /// For each group the row that stands for it.
  public internal(set) var medoids: [Int] = []
  /// Of each row to its medoid; NaN where the two have nothing in common.
  public internal(set) var distances: [Double] = []
  /// Whether no group fits the row.
  public internal(set) var unfit: [Bool] = []
  /// The numbers of groups that were tried, where the data were to say.
  public internal(set) var trials: [Trial] = []
  /// For average linkage the height of each step, ascending.
  public internal(set) var heights: [Double] = []
  /// For PAM and CLARA the sum of distances to the medoids, for k-modes the values that differ from the modes.
  public internal(set) var cost: Double?
  public internal(set) var latentClasses: LatentClassModel?
  /// The mean Jaccard coefficient of each group; empty where no resamples were asked for.
  public internal(set) var stability: [Double] = []
  /// Why silhouettes are not known: a pair of rows without a trait that is known of both.
  public internal(set) var strangers: NothingInCommon?

  /// Over the rows of which it was worked out; NaN where of none.
  public var meanSilhouette: Double {
    let known = silhouettes.filter { !$0.isNaN }
    return known.isEmpty ? .nan : known.mean
  }

  /// The share of rows that no group fits, 0 through 1.
  public var unfitShare: Double { unfit.isEmpty ? 0 : Double(unfit.count { $0 }) / Double(unfit.count) }

  /// Divides rows into groups.
  ///
  /// - Parameters:
  ///   - observations: at least two rows that differ; for `kmodes` and `lca` kinds only.
  ///   - poll: is called often with the share of the work that is done, 0 through 1; what it throws ends the work.
  /// - Throws: `ClusterProblem`, `NothingInCommon`, and what `poll` throws.
  public init(
    _ observations: Observations, _ request: ClusterRequest, poll: (Double) throws -> Void = { _ in }
  ) throws {
    let rows = observations.rowCount
    guard rows >= 2 else { throw ClusterProblem.tooFewRows(rows) }
    if let k = request.k, k > rows { throw ClusterProblem.tooManyGroups(k: k, rows: rows) }
    guard observations.traits.contains(where: { !$0.isConstant }) else { throw ClusterProblem.constant }
    if request.method.needsMatrix, rows > Dissimilarity.rowLimit { throw ClusterProblem.tooManyRows(rows) }
    var work = ClusterWork(observations, request)
    try work.measure(poll)
    let candidates = request.k.map { $0...$0 } ?? request.range.clamped(to: 2...max(2, rows - 1))
    let steps = Double(candidates.count + (request.resamples > 0 ? 2 : 0))
    for (step, k) in candidates.enumerated() {
      let division = try work.divide(k) { try poll((Double(step) + $0) / steps) }
      let value = division.latentClasses?.bic ?? division.meanSilhouette
      if request.k == nil { trials.append(Trial(k: k, value: value)) }
      if step == 0 || isBetter(value, for: request.method) { adopt(division) }
    }
    if request.resamples > 0 {
      let done = Double(candidates.count) / steps
      stability = try work.stability(of: self) { try poll(done + (1 - done) * $0) }
    }
  }

  init() {}

  private func isBetter(_ value: Double, for method: ClusterMethod) -> Bool {
    guard let latentClasses else { return value > meanSilhouette || meanSilhouette.isNaN }
    return value < latentClasses.bic
  }

  private mutating func adopt(_ division: ClusterAnalysis) {
    let trials = trials
    self = division
    self.trials = trials
  }
}
