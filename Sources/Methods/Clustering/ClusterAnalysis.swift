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
  /// The standard error of each, because no more resamples were drawn.
  public internal(set) var stabilityErrors: [Double] = []
  /// Why silhouettes are not known: a pair of rows without a trait that is known of both.
  public internal(set) var strangers: NothingInCommon?

  /// Where the data chose a single class: its trial, and that of the best of more; nil where they did not.
  public var singleClass: (own: Trial, next: Trial)? {
    guard k == 1, let own = trials.first(where: { $0.k == 1 }),
      let next = trials.filter({ $0.k > 1 }).min(by: { $0.value < $1.value })
    else { return nil }
    return (own, next)
  }

  /// For how much each row counts, with a mean of one; nil where all count alike.
  public internal(set) var weights: [Double]?

  /// Over the rows of which it was worked out; NaN where of none.
  public var meanSilhouette: Double { silhouettes.meanOfKnown(weights: weights) }

  /// Over those of some rows, such as a group; NaN where of none.
  public func meanSilhouette(of rows: [Int]) -> Double {
    rows.map { silhouettes[$0] }.meanOfKnown(weights: weights.map { all in rows.map { all[$0] } })
  }

  /// The share of rows that no group fits, 0 through 1.
  public var unfitShare: Double { unfit.isEmpty ? 0 : unfit.map { $0 ? 1 : 0 }.meanOfKnown(weights: weights) }

  /// How many rows of equal weight would tell as much: `(Σ w)² / Σ w²`, Kish, Survey sampling (1965); nil without weights.
  public var effectiveCount: Double? {
    weights.map { weights in
      let sum = weights.reduce(0, +)
      return sum * sum / weights.reduce(0) { $0 + $1 * $1 }
    }
  }

  init() {}
}
