/// By what rows are divided into groups.
public enum ClusterMethod: String, Sendable, CaseIterable {
  /// Around medoids, exactly.
  case pam
  /// Around medoids that were found in samples, for many rows.
  case clara
  /// Around modes, for kinds.
  case kmodes
  /// By the mean distance between groups, from single rows upwards.
  case average
  /// By a latent class model, for kinds.
  case lca

  /// Whether the method knows kinds only.
  public var needsKinds: Bool { self == .kmodes || self == .lca }
  /// Whether the method needs the distances of all pairs.
  public var needsMatrix: Bool { self == .pam || self == .average }
}

/// What is asked of a cluster analysis.
public struct ClusterRequest: Sendable, Hashable {
  public var method: ClusterMethod
  /// How many groups; nil where the data are to say.
  public var k: Int?
  /// The most groups that are tried where the data are to say.
  public var most = 10
  /// How many resamples tell whether the groups are stable; 0 for none.
  public var resamples = 0
  public var seed: UInt64
  /// Random starts of a latent class model.
  public var starts = 20
  /// For how much each row counts, 0 or more and not all 0; nil where all count alike. Only how they stand to each other
  /// matters: they are brought to a mean of one.
  public var weights: [Double]?

  public init(_ method: ClusterMethod, k: Int? = nil, seed: UInt64 = 1) {
    self.method = method
    self.k = k
    self.seed = seed
  }

  /// The numbers of groups that are tried where the data are to say: from two, and for latent classes from one, since a single class
  /// is a model as well; as many groups as rows say nothing.
  public func numbers(rows: Int) -> ClosedRange<Int> {
    let least = method == .lca ? 1 : 2
    return least...max(2, min(most, rows - 1))
  }
}

/// What keeps rows from being divided.
public enum ClusterProblem: Error, Hashable {
  /// There are fewer rows than two groups need.
  case tooFewRows(Int)
  /// There are fewer rows than groups.
  case tooManyGroups(k: Int, rows: Int)
  /// The method needs all pairs, and there are more rows than `Dissimilarity.rowLimit`.
  case tooManyRows(Int)
  /// All rows are the same in every trait.
  case constant
  /// The weights are not as many as the rows, are below nought or no numbers, or are all nought.
  case weights
}
