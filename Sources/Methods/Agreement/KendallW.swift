/// How far several judges order the same things alike.
///
/// Source: Kendall and Babington Smith, Annals of Mathematical Statistics 10 (1939); Siegel, Nonparametric Statistics (1956),
/// chapter 9, with its correction for ties.
public struct KendallW: Sendable, Hashable {
  /// 1 where all orders are the same, 0 where they cancel out; nil where nobody tells two things apart.
  public let concordance: Double?
  /// The sum of the ranks of each thing.
  public let rankSums: [Double]
  /// The sum of the squared distances of these from their mean.
  public let spread: Double

  /// Works out the concordance.
  ///
  /// - Parameter scores: of each judge a number for each thing, the same things in the same order; the least gets rank 1, and
  ///   equal ones share the mean of their ranks.
  public init(scores: [[Double]]) {
    let count = scores.map(\.count).min() ?? 0
    let ranks = scores.map { Self.ranks(Array($0.prefix(count))) }
    let sums = (0..<count).map { thing in ranks.reduce(0) { $0 + $1.ranks[thing] } }
    let mean = count > 0 ? sums.reduce(0, +) / Double(count) : 0
    let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    rankSums = sums
    spread = squares
    let (judges, things) = (Double(scores.count), Double(count))
    let ties = ranks.reduce(0) { $0 + $1.ties }
    let most = judges * judges * (things * things * things - things) - judges * ties
    concordance = scores.count > 1 && most > 0 ? 12 * squares / most : nil
  }

  /// The ranks of numbers, and the sum of `t³ - t` over the groups of equal ones.
  private static func ranks(_ scores: [Double]) -> (ranks: [Double], ties: Double) {
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    var ranks = [Double](repeating: 0, count: scores.count)
    var ties = 0.0
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, scores[order[end + 1]] == scores[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      let size = Double(end - start + 1)
      ties += size * size * size - size
      start = end + 1
    }
    return (ranks, ties)
  }
}
