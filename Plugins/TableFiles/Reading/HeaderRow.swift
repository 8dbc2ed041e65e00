/// Finds the row with the names of the columns.
///
/// It is the first in which at least two thirds of the columns that are used, and two, hold texts or years of which no two are alike,
/// and below which no row stands that is wholly text and wider: then it is the line of groups above the names.
struct HeaderRow {
  private let grid: SheetGrid
  private let columns: [Int]
  private let merged: MergedNames

  /// - Parameter columns: those that are used, counted from 0.
  init(_ grid: SheetGrid, _ columns: [Int]) {
    self.grid = grid
    self.columns = columns
    merged = MergedNames(grid)
  }

  /// Returns the row among those that are kept; nil where none looks like names.
  ///
  /// - Parameter rows: how many rows the names take, of which the last is returned.
  func find(rows: Int = 1) -> Int? {
    for row in 0..<min(MergedNames.rowsLookedAt, grid.rowNumbers.count) {
      let line = Line(grid, row, columns, merged)
      if line.isOfNames, !isGroup(line, row) { return lastOfNames(row, rows) }
      // Below the first row of figures no names come any more.
      if line.isOfFigures { return nil }
    }
    return nil
  }

  /// Whether a row names several columns at once, and the row below it the columns themselves.
  private func isGroup(_ line: Line, _ row: Int) -> Bool {
    guard row + 1 < grid.rowNumbers.count else { return false }
    let below = Line(grid, row + 1, columns, merged)
    guard below.filled == below.texts else { return false }
    let unnamed = columns.filter { grid.tag(row, $0).kind == .empty && grid.tag(row + 1, $0).kind != .empty }
    // An empty corner is no group: the names of rows often have no name themselves.
    return below.filled > line.filled && unnamed != [columns.first]
      || columns.contains { grid.tag(row, $0).kind != .empty && merged.isWide(row, $0) }
  }

  /// Goes down from the first row of names, as long as rows of texts follow and more rows were asked for.
  private func lastOfNames(_ first: Int, _ rows: Int) -> Int {
    var row = first
    while row - first + 1 < rows, row + 1 < grid.rowNumbers.count,
      case let below = Line(grid, row + 1, columns, merged), below.filled > 0, below.filled == below.texts,
      standsAlone(row)
    {
      row += 1
    }
    return row
  }

  /// Whether no row stands right above, so that the groups that were asked for must stand in this one.
  private func standsAlone(_ row: Int) -> Bool {
    row == 0 || grid.number(ofRow: row - 1) < grid.number(ofRow: row) - 1
  }

  /// What stands in a row.
  private struct Line {
    var filled = 0
    var texts = 0
    var different: Set<Int> = []
    var numbers: [Double] = []
    var others = 0
    var above = 0
    let width: Int

    init(_ grid: SheetGrid, _ row: Int, _ columns: [Int], _ merged: MergedNames) {
      width = columns.count
      for column in columns {
        let tag = grid.tag(row, column)
        if tag.kind == .empty {
          // A name that reaches down from above is one of this row too.
          if !merged.textFromAbove(row, column).isEmpty { above += 1 }
          continue
        }
        filled += 1
        switch tag.kind {
        case .text:
          texts += 1
          different.insert(grid.columns[column].value(row))
        case .date: different.insert(grid.columns[column].value(row))
        case .number: numbers.append(grid.columns[column].number(row))
        default: others += 1
        }
      }
    }

    var isWide: Bool { filled * 3 >= width * 2 }

    /// Years beside a name or an empty corner, or a count of columns.
    private var numbersAreNames: Bool {
      numbers.count < width && (numbers.allSatisfy { (1900...2100).contains($0) && $0 == $0.rounded() } || isCount)
    }

    private var isCount: Bool {
      guard numbers.count > 1, numbers[0] == 0 || numbers[0] == 1 else { return false }
      return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    var isOfNames: Bool {
      let count = different.count + Set(numbers).count + above
      return others == 0 && count >= 2 && count * 3 >= width * 2 && numbersAreNames
    }

    /// A row that only counts the columns stands above or below their names, and is no figure.
    var isOfFigures: Bool { isWide && (others > 0 || !numbers.isEmpty && !(isCount && numbers.count == filled)) }
  }
}
