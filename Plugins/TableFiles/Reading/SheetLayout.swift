import WorkbenchKit

/// What is what in a sheet: the lines above, the names, the rows, the notes below. Rows are those that the grid keeps.
struct SheetLayout {
  let grid: SheetGrid
  /// The columns of the table, counted from 0.
  let columns: [Int]
  /// The row with the names; nil where there is none.
  let header: Int?
  /// Rows of groups whose names come before those of the columns, the uppermost first.
  let groups: [Int]
  /// Rows of groups that are there and were not asked for.
  let groupsLeft: [Int]
  /// Lines above the table, as they are told.
  let titleLines: [String]
  /// The rows of the table.
  let body: [Int]
  /// Notes below the table.
  let footnotes: [String]
  /// Rows between others that hold nothing.
  let emptyRows: Int
  /// How many columns the sheet hides and that were left out.
  let hiddenColumns: Int

  /// A table has notes below it, not pages of them.
  private static let mostFootnotes = 20
  /// So many rows tell how long the codes of a column are.
  private static let mostCodes = 1000
  /// Names take no more rows than this, and their groups neither.
  private static let mostGroups = 8
  /// More lines of title are not kept.
  private static let mostTitles = 50
  /// What is kept of a line above or below.
  private static let longestLine = 120

  /// - Throws: `source.header` where no row looks like names, or the one that was given is empty.
  init(_ grid: SheetGrid, _ options: SheetOptions, _ problem: SheetProblem) throws {
    self.grid = grid
    let used = grid.columns.indices.filter { grid.columns[$0].filled > 0 }
    let isHidden = grid.hiddenColumns
    let shown = options.includeHidden ? used : used.filter { !isHidden[$0] }
    hiddenColumns = used.count - shown.count
    // The names of hidden columns stand in the same row as the others.
    let header = try Self.header(grid, used, options.header, options.headerRows, problem)
    // What is wholly hidden is empty for the reader.
    let rows = Array(grid.rowNumbers.indices)
    let filled =
      hiddenColumns == 0 ? rows : rows.filter { row in shown.contains { grid.tag(row, $0).kind != .empty } }
    let merged = MergedNames(grid)
    let (groups, groupsLeft) = Self.groups(grid, shown, header, options.headerRows, merged)
    let top = groups.first ?? groupsLeft.first ?? header ?? 0
    titleLines = filled.prefix { $0 < top }.prefix(Self.mostTitles).map { Self.line(grid, $0, shown) }
    let below = filled.drop { row in header.map { row <= $0 } ?? false }
    let notes = Self.footnotes(grid, shown, below)
    footnotes = notes.map { Self.line(grid, $0, shown) }
    let rowsOfTable = Array(below.dropLast(notes.count))
    columns = shown.filter { column in
      // A column that has neither a name nor a value is a gap between others.
      header.map { grid.tag($0, column).kind != .empty } ?? false
        || groups.contains { !merged.text($0, column).isEmpty }
        || rowsOfTable.contains { grid.tag($0, column).kind != .empty }
    }
    self.header = header
    self.groups = groups
    self.groupsLeft = groupsLeft
    body = rowsOfTable
    emptyRows = Self.emptyRows(grid, header, rowsOfTable)
  }

  /// Where the table stands, with its names.
  var range: String {
    guard let first = columns.first, let last = columns.last, let top = groups.first ?? header ?? body.first else {
      return ""
    }
    let bottom = body.last ?? top
    return CellRange(
      rows: grid.number(ofRow: top)...max(grid.number(ofRow: bottom), grid.number(ofRow: header ?? top)),
      columns: first + 1...last + 1
    ).text
  }

  /// What stands above each column, its groups before its own name; empty where nothing does.
  var names: [String] {
    guard let header else { return columns.map { _ in "" } }
    let merged = MergedNames(grid)
    return columns.map { column in
      // A name that takes several rows stands in the uppermost.
      let own = grid.shown(header, column)
      var parts = groups.map { merged.text($0, column) }
      parts.append(own.isEmpty ? merged.textFromAbove(header, column) : own)
      var path: [String] = []
      for part in parts.map(ColumnNames.inOneLine) where !part.isEmpty && part != path.last { path.append(part) }
      return path.joined(separator: " · ")
    }
  }

  private static func header(
    _ grid: SheetGrid, _ columns: [Int], _ wish: SheetOptions.Header, _ headerRows: Int,
    _ problem: SheetProblem
  ) throws -> Int? {
    switch wish {
    case .none: return nil
    case .row(let number):
      guard let place = grid.place(ofRow: number) else { throw problem.emptyHeader(number) }
      return place
    case .found:
      guard let found = HeaderRow(grid, columns).find(rows: headerRows) else { throw problem.noHeader() }
      return found
    }
  }

  /// The rows right above the names that name several columns at once.
  private static func groups(
    _ grid: SheetGrid, _ columns: [Int], _ header: Int?, _ headerRows: Int, _ merged: MergedNames
  ) -> (asked: [Int], left: [Int]) {
    guard let header else { return ([], []) }
    let number = grid.number(ofRow: header)
    if headerRows > 1 {
      let first = max(1, number - min(headerRows, mostGroups) + 1)
      return ((first..<number).compactMap(grid.place(ofRow:)), [])
    }
    var left: [Int] = []
    var row = header - 1
    while row >= 0, left.count < mostGroups, grid.number(ofRow: row) == number - (header - row) {
      let filled = columns.filter { grid.tag(row, $0).kind != .empty }
      let isGroup = filled.count > 1 || filled.first.map { $0 != columns.first && merged.isWide(row, $0) } ?? false
      guard isGroup else { break }
      left.insert(row, at: 0)
      row -= 1
    }
    return ([], left)
  }

  /// Rows after the last full one that have a text in the first column only; a single column has none. A code as the others are is
  /// no footnote: its row has lost all its figures.
  private static func footnotes(_ grid: SheetGrid, _ columns: [Int], _ rows: ArraySlice<Int>) -> ArraySlice<Int> {
    guard columns.count > 1, let first = columns.first else { return [] }
    func isAlone(_ row: Int) -> Bool {
      grid.tag(row, first).kind == .text && columns.dropFirst().allSatisfy { grid.tag(row, $0).kind == .empty }
    }
    let candidates = rows.reversed().prefix(while: isAlone)
    guard !candidates.isEmpty, candidates.count < rows.count else { return [] }
    let longest = rows.dropLast(candidates.count).suffix(mostCodes).map { grid.shown($0, first).utf8.count }.max() ?? 0
    let notes = candidates.prefix { row in
      let text = grid.shown(row, first)
      let isCode =
        text.utf8.count <= longest && text.contains(where: \.isNumber)
        && !text.contains { $0.isWhitespace || $0 == ":" }
      return !isCode
    }
    return notes.count <= mostFootnotes ? rows.suffix(notes.count) : []
  }

  private static func emptyRows(_ grid: SheetGrid, _ header: Int?, _ body: [Int]) -> Int {
    guard let first = body.first, let last = body.last else { return 0 }
    let start = header.map { grid.number(ofRow: $0) + 1 } ?? grid.number(ofRow: first)
    return max(0, grid.number(ofRow: last) - start + 1 - body.count - grid.hiddenRows)
  }

  private static func line(_ grid: SheetGrid, _ row: Int, _ columns: [Int]) -> String {
    let words = columns.map { ColumnNames.inOneLine(grid.shown(row, $0)) }.filter { !$0.isEmpty }
    let line = words.joined(separator: " ")
    return line.count > longestLine ? line.prefix(longestLine - 1) + "…" : line
  }
}
