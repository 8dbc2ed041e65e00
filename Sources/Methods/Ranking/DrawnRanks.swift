import WorkbenchKit

/// Ranks of many items in many draws, and the interval that each item's rank has.
///
/// Rank 1 has the largest value; equal values share the mean of their ranks. Source of the idea: Goldstein & Spiegelhalter,
/// Journal of the Royal Statistical Society A 159 (1996).
public struct DrawnRanks: Sendable {
  /// The lower and the upper end of each item's rank, from 1 through the number of items.
  public let intervals: [Interval]
  /// How far either end is off because no more draws were made: standard errors.
  public let errors: [Interval]

  /// So many draws, and so many items, are one piece of the work.
  private static let (drawsAtOnce, itemsAtOnce) = (16, 128)

  /// - Parameters:
  ///   - values: the draws of the first item, then those of the second, and so on; all finite.
  ///   - items: how many.
  ///   - level: above 0 and below 1.
  ///   - cores: how many of them work at once; the answer does not hang on it.
  ///   - beforeDraw: is called now and then with the number of draws done; what it throws ends the ranking.
  public init(
    values: [Float], items: Int, level: Double = 0.95, cores: Int = Cores.count,
    beforeDraw: (Int) throws -> Void = { _ in }
  ) throws {
    guard items > 0, values.count >= items, values.count % items == 0 else {
      intervals = []
      errors = []
      return
    }
    let draws = values.count / items
    let ranks = try Self.ranks(values, items, draws, cores, beforeDraw)
    let tail = (1 - level) / 2
    let low = Self.place(tail, draws)
    let high = draws - 1 - low
    func ends(_ item: Int) -> (interval: Interval, error: Interval) {
      let own = ranks[item * draws..<(item + 1) * draws].sorted()
      return (
        Interval(low: Double(own[low]), high: Double(own[high])),
        Interval(low: MonteCarlo.error(ofPlace: low, in: own), high: MonteCarlo.error(ofPlace: high, in: own))
      )
    }
    let found = try Cores.inPieces(
      items, of: Self.itemsAtOnce, on: cores, asking: { _ in try beforeDraw(draws) }, { $0.map(ends) }
    ).joined()
    intervals = found.map(\.interval)
    errors = found.map(\.error)
  }

  /// The ranks of all draws, in the places of their values.
  private static func ranks(
    _ values: [Float], _ items: Int, _ draws: Int, _ cores: Int, _ beforeDraw: (Int) throws -> Void
  ) throws -> [Float] {
    try [Float](unsafeUninitializedCapacity: values.count) { ranks, filled in
      ranks.initialize(repeating: 0)
      filled = values.count
      let places = ranks
      try values.withUnsafeBufferPointer { values in
        // Each piece has places of its own.
        _ = try Cores.inPieces(draws, of: drawsAtOnce, on: cores, asking: beforeDraw) { piece in
          var ranker = ColumnRanker(items: items)
          for draw in piece { ranker.rank(values, draw: draw, of: draws, into: places) }
        }
      }
    }
  }

  /// The place of a quantile among sorted draws: so many lie below it.
  static func place(_ tail: Double, _ draws: Int) -> Int {
    max(0, min(draws - 1, Int((tail * Double(draws)).rounded(.down))))
  }
}

/// Ranks one draw after the other. Few items are sorted; many are counted in bins between the least and the largest, which is
/// exact for whole numbers within 65,536 of each other and else takes values nearer than that part of the range for equal.
private struct ColumnRanker {
  private static let bins = 1 << 16
  private static let fewest = 512
  private let items: Int
  private var column: [Float]
  private var counts: [Int32]
  private var order: [Int]

  init(items: Int) {
    self.items = items
    column = [Float](repeating: 0, count: items)
    counts = items > Self.fewest ? [Int32](repeating: 0, count: Self.bins) : []
    order = items > Self.fewest ? [] : Array(0..<items)
  }

  mutating func rank(
    _ values: UnsafeBufferPointer<Float>, draw: Int, of draws: Int, into ranks: UnsafeMutableBufferPointer<Float>
  ) {
    for item in 0..<items { column[item] = values[item * draws + draw] }
    if items > Self.fewest { count(draw, draws, ranks) } else { sort(draw, draws, ranks) }
  }

  private mutating func sort(_ draw: Int, _ draws: Int, _ ranks: UnsafeMutableBufferPointer<Float>) {
    let column = column
    order.sort { column[$0] > column[$1] }
    var start = 0
    while start < items {
      var end = start + 1
      while end < items, column[order[end]] == column[order[start]] { end += 1 }
      let shared = Float(start + 1 + end) / 2
      for place in start..<end { ranks[order[place] * draws + draw] = shared }
      start = end
    }
  }

  private mutating func count(_ draw: Int, _ draws: Int, _ ranks: UnsafeMutableBufferPointer<Float>) {
    var (least, largest) = (column[0], column[0])
    var isWhole = true
    for value in column {
      least = min(least, value)
      largest = max(largest, value)
      isWhole = isWhole && value == value.rounded()
    }
    let range = largest - least
    let scale = isWhole && range < Float(Self.bins) ? 1 : range > 0 ? Float(Self.bins - 1) / range : 0
    counts.withUnsafeMutableBufferPointer { counts in
      counts.update(repeating: 0)
      for value in column { counts[Int((value - least) * scale)] += 1 }
      // From the largest down: how many lie above, and the mean rank of those within.
      var above: Int32 = 0
      for bin in stride(from: min(Self.bins - 1, Int(range * scale)), through: 0, by: -1) {
        let within = counts[bin]
        // Twice the rank, so that it stays a whole number.
        counts[bin] = 2 * above + within + 1
        above += within
      }
      for item in 0..<items {
        ranks[item * draws + draw] = Float(counts[Int((column[item] - least) * scale)]) / 2
      }
    }
  }
}
