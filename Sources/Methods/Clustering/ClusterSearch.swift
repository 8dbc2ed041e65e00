extension ClusterAnalysis {
  /// Divides rows into groups.
  ///
  /// - Parameters:
  ///   - observations: at least two rows that differ; for `kmodes` and `lca` kinds only.
  ///   - poll: is called often with the share of the work that is done, 0 through 1; what it throws ends the work.
  /// - Throws: `ClusterProblem`, `NothingInCommon`, and what `poll` throws.
  public init(
    _ observations: Observations, _ request: ClusterRequest, poll: (Double) throws -> Void = { _ in }
  ) throws {
    self.init()
    let rows = observations.rowCount
    guard rows >= 2 else { throw ClusterProblem.tooFewRows(rows) }
    if let k = request.k, k > rows { throw ClusterProblem.tooManyGroups(k: k, rows: rows) }
    guard observations.traits.contains(where: { !$0.isConstant }) else { throw ClusterProblem.constant }
    if request.method.needsMatrix, rows > Dissimilarity.rowLimit { throw ClusterProblem.tooManyRows(rows) }
    var request = request
    request.weights = try request.weights.map { try Self.scaled($0, rows: rows) }
    var work = ClusterWork(observations, request)
    try work.measure(poll)
    let candidates = request.k.map { $0...$0 } ?? request.numbers(rows: rows)
    let steps = Double(candidates.count + (request.resamples > 0 ? 2 : 0))
    for (step, k) in candidates.enumerated() {
      let division = try work.divide(k) { try poll((Double(step) + $0) / steps) }
      let value = division.latentClasses?.bic ?? division.meanSilhouette
      if request.k == nil { trials.append(Trial(k: k, value: value)) }
      if step == 0 || isBetter(value, for: request.method) { adopt(division) }
    }
    if request.resamples > 0 {
      let done = Double(candidates.count) / steps
      let found = try work.stability(of: self) { try poll(done + (1 - done) * $0) }
      stability = found.map(\.mean)
      stabilityErrors = found.map(\.error)
    }
  }

  /// Weights with a mean of one.
  private static func scaled(_ weights: [Double], rows: Int) throws -> [Double] {
    let largest = weights.max() ?? 0
    guard weights.count == rows, weights.allSatisfy({ $0 >= 0 && $0.isFinite }), largest > 0 else {
      throw ClusterProblem.weights
    }
    // Divided first, so that the sum of great ones is a number too.
    let parts = weights.map { $0 / largest }
    let mean = parts.mean
    return parts.map { $0 / mean }
  }

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
