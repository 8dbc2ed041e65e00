import Methods
import WorkbenchKit

/// The place of each row among those it can be compared with, and how sure that place is.
struct Ranking {
  /// What is ranked.
  enum Measure: String, ArgumentChoice {
    case estimate, rate

    static let usual = Measure.estimate

    var about: Text? {
      switch self {
      case .estimate: Text(nl: "aantal mensen", en: "number of people")
      case .rate: Text(nl: "aandeel", en: "share")
      }
    }
  }

  /// NaN where a row is not ranked; 1 is the largest.
  private(set) var rank: [Double]
  private(set) var low: [Double]
  private(set) var high: [Double]
  /// Whether the interval takes up no more than half of all places; nil where a row is not ranked.
  private(set) var isSure: [Bool?]
  let draws: Int
  /// How far an end of an interval is off at most because no more draws were made: a standard error, in ranks.
  private(set) var largestError = 0.0

  /// More draws than this, of all rows together, do not fit.
  static let drawLimit = 60_000_000

  /// After so many rows it is asked whether to go on.
  private static let rowsAtOnce = 256

  /// - Parameters:
  ///   - values: what is ranked, NaN where it is missing.
  ///   - classes: of each row those it is compared with.
  ///   - draw: the draws of a row; asked of several rows at once.
  /// - Throws: `rank.toolarge`.
  init(
    values: [Double], classes: [Int], draws: Int, context: Context, at place: Place?, draw: (Int) -> [Float]
  ) throws {
    self.draws = draws
    rank = [Double](repeating: .nan, count: values.count)
    low = rank
    high = rank
    isSure = [Bool?](repeating: nil, count: values.count)
    let groups = Dictionary(grouping: values.indices.filter { !values[$0].isNaN }, by: { classes[$0] })
    for (_, rows) in groups.sorted(by: { $0.key < $1.key }) {
      try Self.demandFit(rows.count, draws, at: place)
      var matrix: [Float] = []
      matrix.reserveCapacity(rows.count * draws)
      for start in stride(from: 0, to: rows.count, by: Self.rowsAtOnce) {
        try context.checkInterrupt()
        context.monitor.progress(
          0.7 * Double(start) / Double(rows.count), Text(nl: "rangen trekken", en: "drawing ranks"))
        let some = rows[start..<min(rows.count, start + Self.rowsAtOnce)]
        for drawn in Cores.map(some.count, { draw(some[some.startIndex + $0]) }) { matrix += drawn }
      }
      let drawn = try DrawnRanks(values: matrix, items: rows.count) { done in
        try context.checkInterrupt()
        context.monitor.progress(
          0.7 + 0.3 * Double(done) / Double(draws), Text(nl: "rangen trekken", en: "drawing ranks"))
      }
      let own = try DrawnRanks(values: rows.map { Float(values[$0]) }, items: rows.count)
      for (index, row) in rows.enumerated() {
        rank[row] = own.intervals[index].low
        // What is drawn is the outcome; the place of the estimate itself lies within.
        let (interval, error) = (drawn.intervals[index], drawn.errors[index])
        largestError = max(largestError, error.low, error.high)
        let first = max(1, MonteCarlo.rounded(interval.low.rounded(.down), error: error.low, unit: 1))
        let last = min(
          Double(rows.count), MonteCarlo.rounded(interval.high.rounded(.up), error: error.high, unit: 1))
        low[row] = min(first, rank[row])
        high[row] = max(last, rank[row])
        isSure[row] = high[row] - low[row] + 1 <= max(1, Double(rows.count) / 2)
      }
    }
  }

  /// The rows in the order of their rank, class by class; those without stand last.
  ///
  /// - Parameter last: rows whose rank does not show, and does not order them either.
  func order(_ classes: [Int], last: Set<Int> = []) -> [Int] {
    let rank = self.rank.indices.map { last.contains($0) || self.rank[$0].isNaN ? .infinity : self.rank[$0] }
    return rank.indices.sorted { one, other in
      let (left, right) = (rank[one], rank[other])
      return (classes[one], left, one) < (classes[other], right, other)
    }
  }

  /// - Throws: `rank.toolarge` where so many draws of so many areas do not fit.
  static func demandFit(_ rows: Int, _ draws: Int, at place: Place?) throws {
    if rows * draws > drawLimit { throw tooLarge(rows, draws, at: place) }
  }

  private static func tooLarge(_ rows: Int, _ draws: Int, at place: Place?) -> Diagnostic {
    let most = max(100, drawLimit / max(rows, 1) / 100 * 100)
    return Diagnostic(
      "rank.toolarge",
      Text(
        nl: "\(draws) trekkingen van \(Text.count(rows).nl) gebieden zijn te veel om te rangschikken",
        en: "\(draws) draws of \(Text.count(rows).en) areas are too many to rank"),
      wayOut: Text(nl: "neem minder trekkingen", en: "take fewer draws"), suggestion: "--draws \(most)", place: place)
  }
}
