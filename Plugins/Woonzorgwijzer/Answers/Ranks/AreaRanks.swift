import Methods
import WorkbenchKit

/// The ranks of areas by a figure, and which of them cannot be told apart.
struct AreaRanks {
  /// 1 is the largest; NaN where an area is not ranked.
  let ranks: [Double]
  /// The ranks that are possible, of all areas at once; nil where nothing is known of how sure the figures are.
  let sets: (low: [Double], high: [Double], alike: [Double])?
  /// How many areas are ranked.
  let count: Int

  /// More differences than this, of all draws together, take too long.
  static let most = 400_000_000

  /// - Parameters:
  ///   - values: NaN is missing.
  ///   - errors: as long; nil where none are known. An area without one is not ranked where others have one.
  ///   - isLowest: whether rank 1 is the smallest.
  /// - Throws: `rank.toolarge`.
  init(
    _ values: [Double], errors: [Double]?, isLowest: Bool, draws: Int, seed: UInt64, context: Context, at place: Place?
  ) throws {
    let rows = values.indices.filter { !values[$0].isNaN && !(errors?[$0].isNaN ?? false) }
    count = rows.count
    let shown = rows.map { isLowest ? -values[$0] : values[$0] }
    var ranks = [Double](repeating: .nan, count: values.count)
    let sorted = shown.sorted(by: >)
    for (row, value) in zip(rows, shown) { ranks[row] = Double(1 + Self.larger(than: value, in: sorted)) }
    self.ranks = ranks
    guard let errors, rows.count > 0 else {
      sets = nil
      return
    }
    guard rows.count * (rows.count - 1) / 2 <= Self.most / max(draws, 1) else {
      throw Self.tooLarge(rows.count, draws, at: place)
    }
    let found = try RankSets(
      values: shown, errors: rows.map { errors[$0] }, draws: draws, random: RandomStream(seed: seed, stream: 1)
    ) { try context.checkInterrupt() }
    var (low, high, alike) = (ranks, ranks, ranks)
    for (index, row) in rows.enumerated() {
      low[row] = found.intervals[index].low
      high[row] = found.intervals[index].high
      alike[row] = Double(found.alike[index])
    }
    sets = (low, high, alike)
  }

  /// How many of the values, the largest first, are larger.
  private static func larger(than value: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The rows in the order of their ranks; those without a rank stand last.
  var order: [Int] {
    ranks.indices.sorted { one, other in
      let (left, right) = (ranks[one].isNaN ? .infinity : ranks[one], ranks[other].isNaN ? .infinity : ranks[other])
      return (left, one) < (right, other)
    }
  }

  private static func tooLarge(_ rows: Int, _ draws: Int, at place: Place?) -> Diagnostic {
    Diagnostic(
      "rank.toolarge",
      Text(
        nl: "van \(Text.count(rows).nl) gebieden zijn alle verschillen te veel om te trekken",
        en: "of \(Text.count(rows).en) areas all differences are too many to draw"),
      wayOut: Text(
        nl: "kies een gemeente met --in, of een hoger niveau met --level",
        en: "choose a municipality with --in, or a higher level with --level"),
      suggestion: "--in", place: place)
  }
}
