import Methods

/// Forms ranked on criteria by a method, with how far the outcome holds.
struct FormFit: Sendable {
  enum Method: String, Sendable, CaseIterable { case wsm, topsis, vikor, promethee, smaa }

  /// By form, more is better.
  let scores: [Double]
  let ranks: [Int]
  /// By form: the part of all weights for which it is first, and the weights for which it typically is.
  let first: [Double]
  let central: [[Double]?]
  /// How far the part and the weights are off because no more draws were made: standard errors.
  let firstErrors: [Double]
  let centralErrors: [[Double]?]
  /// The largest error of a score; nought where the method does not draw.
  let scoreError: Double
  let draws: Int
  let confidence: [Double?]
  /// By criterion, the weights for which the first by the weighted sum stays first.
  let ranges: [WeightRange]
  let reversals: [RankReversal]

  /// - Parameters:
  ///   - values: a row for each form, a column for each criterion, 0 through `FitCircle.fullScore`.
  ///   - weights: by criterion, adding up to 1.
  /// - Throws: `DecisionProblem`.
  init(
    _ values: Matrix, weights: [Double], method: Method, draws: Int, seed: UInt64, whileWorking: (Int) throws -> Void
  ) throws {
    let scales = [UtilityScale](repeating: .between(low: 0, high: FitCircle.fullScore), count: values.columnCount)
    let gains = utilities(values, scales: scales, isCost: weights.map { _ in false })
    guard let space = WeightSpace(criteria: values.columnCount) else { throw DecisionProblem.shape }
    var random = RandomStream(seed: seed)
    let analysis = try AcceptabilityAnalysis(
      utilities: gains, space: space, draws: draws, random: &random, beforeBatch: whileWorking)
    func scored(_ kept: [Int]) throws -> [Double] {
      let part = Matrix(kept.map(values.row))
      let matrix = try DecisionMatrix(values: part, weights: weights)
      switch method {
      case .wsm: return weightedSum(Matrix(kept.map(gains.row)), weights: matrix.weights)
      // With one form left, or all the same, there is no distance to go by.
      case .topsis: return Topsis(matrix).closeness.map { $0.isNaN ? 1 : $0 }
      case .vikor: return Vikor(matrix).compromise.map { 1 - $0 }
      case .promethee: return Promethee(matrix).net
      case .smaa:
        var stream = RandomStream(seed: seed)
        return try AcceptabilityAnalysis(
          utilities: Matrix(kept.map(gains.row)), space: space, draws: min(draws, 5000), random: &stream,
          beforeBatch: whileWorking
        ).holistic
      }
    }
    scores = method == .smaa ? analysis.holistic : try scored(Array(0..<values.rowCount))
    // Parts of 1, by every method.
    ranks = Ranks(scores, size: 1).ranks
    first = (0..<values.rowCount).map { analysis.acceptability[$0, 0] }
    central = analysis.centralWeights
    firstErrors = first.map(analysis.error(of:))
    centralErrors = analysis.centralWeightErrors
    scoreError = method == .smaa ? analysis.holisticErrors.max() ?? 0 : 0
    self.draws = draws
    confidence = analysis.confidence
    ranges = weightRanges(gains, weights: weights)
    // Shares of draws waver: a form left out would seem to turn the order of two that are nearly equal.
    reversals = method == .smaa ? [] : try rankReversals(values.rowCount, size: 1, scores: scored)
  }
}
