/// Lays expected and actual lines beside each other so that as few as can be have no counterpart.
struct OutputAlignment {
  enum Pair: Hashable {
    /// They suit each other; by their places.
    case both(expected: Int, actual: Int)
    /// An expected line that is not there.
    case missing(Int)
    /// A line that was not expected.
    case added(Int)
    /// A line `...`, and the lines that it stands for.
    case gap(expected: Int, actual: Range<Int>)
  }

  let pairs: [Pair]

  var isMatch: Bool {
    pairs.allSatisfy {
      switch $0 {
      case .both, .gap: true
      case .missing, .added: false
      }
    }
  }

  init(_ expected: [String], _ actual: [String]) {
    if expected == actual {
      pairs = expected.indices.map { .both(expected: $0, actual: $0) }
      return
    }
    // Nobody reads a difference of so many lines; then all is another.
    guard expected.count * actual.count <= 4_000_000 else {
      pairs = expected.indices.map(Pair.missing) + actual.indices.map(Pair.added)
      return
    }
    pairs = Self.align(expected, actual)
  }

  private static func align(_ expected: [String], _ actual: [String]) -> [Pair] {
    let (rows, columns) = (expected.count, actual.count)
    let isGap = expected.map { $0.drop { $0 == " " } == "..." }
    var suits = [Bool](repeating: false, count: rows * columns)
    // cost[r][c]: how many lines stay alone when the lines from r and from c on are laid beside each other.
    var cost = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    func at(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }
    for row in stride(from: rows, through: 0, by: -1) {
      for column in stride(from: columns, through: 0, by: -1) {
        if row == rows {
          cost[at(row, column)] = Int32(columns - column)
          continue
        }
        if isGap[row] {
          let closes = cost[at(row + 1, column)]
          cost[at(row, column)] = column < columns ? min(closes, cost[at(row, column + 1)]) : closes
          continue
        }
        if column == columns {
          cost[at(row, column)] = 1 + cost[at(row + 1, column)]
          continue
        }
        var best = 1 + min(cost[at(row + 1, column)], cost[at(row, column + 1)])
        if LineComparison.matches(expected[row], actual[column]) {
          suits[row * columns + column] = true
          best = min(best, cost[at(row + 1, column + 1)])
        }
        cost[at(row, column)] = best
      }
    }
    var pairs: [Pair] = []
    var (row, column) = (0, 0)
    while row < rows || column < columns {
      if row == rows {
        pairs.append(.added(column))
        column += 1
      } else if isGap[row] {
        let start = column
        while column < columns, cost[at(row, column + 1)] <= cost[at(row + 1, column)] { column += 1 }
        pairs.append(.gap(expected: row, actual: start..<column))
        row += 1
      } else if column < columns, suits[row * columns + column],
        cost[at(row, column)] == cost[at(row + 1, column + 1)]
      {
        pairs.append(.both(expected: row, actual: column))
        (row, column) = (row + 1, column + 1)
      } else if column == columns || cost[at(row + 1, column)] <= cost[at(row, column + 1)] {
        pairs.append(.missing(row))
        row += 1
      } else {
        pairs.append(.added(column))
        column += 1
      }
    }
    return pairs
  }

  /// The actual lines, but with the expected one wherever it suits: what differs is all that is left.
  func reconciled(_ expected: [String], _ actual: [String]) -> [String] {
    pairs.compactMap { pair in
      switch pair {
      case .both(let line, _), .gap(let line, _): expected[line]
      case .added(let line): actual[line]
      case .missing: nil
      }
    }
  }
}
