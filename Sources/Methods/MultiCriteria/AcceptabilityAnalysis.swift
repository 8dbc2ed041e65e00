/// How often alternatives come at each rank when weights are not known (SMAA-2).
public struct AcceptabilityAnalysis: Sendable, Hashable {
  /// The share of draws in which an alternative (row) has a rank (column, the first rank first). Equal scores share the
  /// better rank.
  public let acceptability: Matrix
  /// The mean of the weights with which each alternative is first; nil for one that never is.
  public let centralWeights: [[Double]?]
  /// The standard error of each, because no more draws were made.
  public let centralWeightErrors: [[Double]?]
  /// How often each is first when its own central weights hold: 0 or 1 where the utilities are certain; nil likewise.
  public let confidence: [Double?]
  /// How many draws it rests on.
  public let draws: Int
  private let drawsConfidence: Bool

  /// The standard error of an acceptability, because no more draws were made.
  public func error(of acceptability: Double) -> Double { MonteCarlo.error(ofShare: acceptability, draws: draws) }

  /// The standard error of each confidence; nought where the utilities are certain.
  public var confidenceErrors: [Double?] {
    confidence.map { $0.map { drawsConfidence ? MonteCarlo.error(ofShare: $0, draws: draws) : 0 } }
  }

  /// The mean of the acceptabilities with centroid weights of the ranks, the first rank at 1; 0 through 1.
  public var holistic: [Double] {
    let shares = rankShares
    return (0..<acceptability.rowCount).map { Matrix.dot(acceptability.row($0), shares) }
  }

  /// The standard error of each, because no more draws were made.
  public var holisticErrors: [Double] {
    let squares = rankShares.map { $0 * $0 }
    return zip(0..<acceptability.rowCount, holistic).map { row, mean in
      let variance = max(Matrix.dot(acceptability.row(row), squares) - mean * mean, 0)
      return MonteCarlo.error(ofMeanWith: variance.squareRoot(), draws: draws)
    }
  }

  /// What each rank counts for, the first 1.
  private var rankShares: [Double] {
    let ranks = acceptability.columnCount
    let tails = (0..<ranks).map { rank in (rank..<ranks).reduce(0.0) { $0 + 1 / Double($1 + 1) } }
    return tails.map { $0 / (tails.first ?? 1) }
  }

  /// Draws weights and ranks the alternatives by the weighted sum, again and again.
  ///
  /// Source: Lahdelma & Salminen, Operations Research 49 (2001).
  /// - Parameters:
  ///   - utilities: a row for each alternative, more is better.
  ///   - spreads: how far a utility may lie to either side of what is given, uniformly and apart from the others; nil
  ///     where all are certain.
  ///   - space: the weights that are possible, as many as there are columns.
  ///   - draws: 1 or more.
  ///   - beforeBatch: is called now and then with the number of draws done; what it throws ends the work.
  /// - Throws: `DecisionProblem.shape` where the shapes do not fit, and what `beforeBatch` throws.
  public init(
    utilities: Matrix, spreads: Matrix? = nil, space: WeightSpace, draws: Int, random: inout RandomStream,
    beforeBatch: (Int) throws -> Void = { _ in }
  ) throws {
    guard utilities.rowCount > 0, utilities.columnCount == space.criteria, draws > 0,
      spreads.map({ $0.rowCount == utilities.rowCount && $0.columnCount == utilities.columnCount }) ?? true
    else { throw DecisionProblem.shape }
    var tally = AcceptabilityTally(utilities, spreads: spreads)
    try tally.draw(draws, from: space, &random, beforeBatch: beforeBatch)
    let alternatives = utilities.rowCount
    acceptability = Matrix(
      (0..<alternatives).map { row in
        tally.counts[row * alternatives..<(row + 1) * alternatives].map { Double($0) / Double(draws) }
      })
    self.draws = draws
    drawsConfidence = spreads != nil
    let found = (0..<alternatives).map { tally.centralWeights(of: $0) }
    let central = found.map { $0.map { $0.map(\.mean) } }
    centralWeights = central
    centralWeightErrors = found.map { $0.map { $0.map(\.error) } }
    confidence = try central.enumerated().map { alternative, weights in
      guard let weights else { return nil }
      return try tally.confidence(
        of: alternative, weights: weights, draws: spreads == nil ? 1 : draws, &random, beforeBatch: beforeBatch)
    }
  }
}
