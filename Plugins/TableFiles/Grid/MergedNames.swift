/// The text of cells that a sheet shows as one, seen from any of them.
final class MergedNames {
  private let grid: SheetGrid
  /// Of rows that were asked for, which range covers each column; -1 where none does.
  private var covers: [Int: [Int32]] = [:]

  /// Names and groups stand among so many rows from above.
  static let rowsLookedAt = 60

  init(_ grid: SheetGrid) { self.grid = grid }

  /// What a cell shows, be it the text of another.
  func text(_ row: Int, _ column: Int) -> String {
    let own = grid.shown(row, column)
    return own.isEmpty ? covering(row, column).map(corner) ?? "" : own
  }

  /// What a cell shows that reaches down into it from above.
  func textFromAbove(_ row: Int, _ column: Int) -> String {
    let number = grid.number(ofRow: row)
    guard let range = covering(row, column), range.rows.lowerBound < number else { return "" }
    return corner(range)
  }

  /// Whether a cell reaches over several columns.
  func isWide(_ row: Int, _ column: Int) -> Bool { covering(row, column).map { $0.columns.count > 1 } ?? false }

  private func covering(_ row: Int, _ column: Int) -> CellRange? {
    guard !grid.merged.isEmpty else { return nil }
    let ranges = covers[row] ?? ranges(of: row)
    covers[row] = ranges
    guard ranges.indices.contains(column), ranges[column] >= 0 else { return nil }
    return grid.merged[Int(ranges[column])]
  }

  private func ranges(of row: Int) -> [Int32] {
    let number = grid.number(ofRow: row)
    var covers = [Int32](repeating: -1, count: grid.columns.count)
    // Ranges of a right sheet do not overlap; of a wrong one not all are followed.
    var left = 2 * covers.count
    for (index, range) in grid.merged.enumerated() where range.rows.contains(number) {
      let first = range.columns.lowerBound - 1
      guard left > 0, first < covers.count else { continue }
      for column in first..<min(range.columns.upperBound, covers.count) {
        left -= 1
        if covers[column] < 0 { covers[column] = Int32(truncatingIfNeeded: index) }
      }
    }
    return covers
  }

  private func corner(_ range: CellRange) -> String {
    guard let row = grid.place(ofRow: range.rows.lowerBound), range.columns.lowerBound <= grid.columns.count else {
      return ""
    }
    return grid.shown(row, range.columns.lowerBound - 1)
  }
}
