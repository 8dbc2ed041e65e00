import WorkbenchKit

/// Makes a table out of a sheet.
struct SheetReading {
  let source: any SheetSource
  let limits: SourceLimits
  let problem: SourceProblem
  let interrupt: () throws -> Void

  /// - Throws: `source.sheet`, `source.range`, `source.header`, `source.formulas`, `source.empty`, `column.unknown`, what
  ///   reading throws.
  func table(_ options: SheetOptions) throws -> SheetTable {
    var sheetProblem = SheetProblem(file: problem.name)
    var wish = SheetGrid.Wish(withHiddenRows: options.includeHidden)
    if let range = options.range {
      guard let cells = CellRange(range, limits: limits) else { throw sheetProblem.badRange(range) }
      wish.range = cells
    }
    let choice = SheetChoice(source: source, limits: limits, problem: problem, wish: wish)
    let (head, grid) = try choice.choose(options.sheet)
    sheetProblem.sheet = head.name
    guard !grid.rowNumbers.isEmpty else { throw sheetProblem.noCells() }
    let layout = try SheetLayout(grid, options, sheetProblem)
    let names = ColumnNames(layout.names, places: layout.columns.map { $0 + 1 })
    for name in options.textColumns where !names.names.contains(name) {
      _ = try Table(columns: names.names.map { .texts($0, []) }).require(name)
    }
    var scans: [ColumnScan] = []
    for column in layout.columns {
      try interrupt()
      scans.append(ColumnScan(grid, column, rows: layout.body, decimal: options.decimal))
    }
    let kinds = zip(scans, names.names).map { scan, name in
      scan.kind(isText: options.textColumns.contains(name), readsTexts: options.decimal != nil)
    }
    let formulas = scans.reduce(0) { $0 + $1.formulas }
    if options.formulas == .refuse, formulas > 0 { throw sheetProblem.formulas(formulas) }
    try fetchDigits(head, grid, layout, scans, kinds)
    // The remarks look at cells, which the columns then take away one by one.
    let notices =
      LayoutNotices(grid: grid, head: head, layout: layout, names: names).all
      + CellNotices(grid: grid, options: options, names: names, scans: scans, kinds: kinds).all
    var making = SheetColumns(
      grid, rows: layout.body, percent: options.percent, decimal: options.decimal, interrupt: interrupt)
    var columns: [Column] = []
    for (index, column) in layout.columns.enumerated() {
      columns.append(try making.column(column, names.names[index], scans[index], kinds[index]))
    }
    return SheetTable(
      table: Table(columns: columns), notices: notices, titleLines: layout.titleLines, footnotes: layout.footnotes,
      sheet: head.name, range: layout.range, headerRow: layout.header.map(grid.number(ofRow:)))
  }

  /// Reads the sheet once more for the digits of numbers in columns that became text, where a double does not tell them.
  private func fetchDigits(
    _ head: SheetHead, _ grid: SheetGrid, _ layout: SheetLayout, _ scans: [ColumnScan], _ kinds: [ColumnScan.Kind]
  ) throws {
    let wanted = scans.indices.filter { kinds[$0] == .texts && scans[$0].needsDigits }.map { layout.columns[$0] }
    guard !wanted.isEmpty else { return }
    let sink = DigitsAsWritten(grid, columns: Set(wanted))
    try source.eachSheet { $0.number == head.number ? sink : nil }
  }

  /// Returns what each sheet holds.
  func items() throws -> [SheetItem] {
    var found: [(head: SheetHead, grid: SheetGrid)] = []
    try source.eachSheet { head in
      let wish = SheetGrid.Wish(withHiddenRows: true, rowsKept: MergedNames.rowsLookedAt + 1)
      let grid = SheetGrid(source.texts, wish, limits, problem)
      found.append((head, grid))
      return grid
    }
    return found.map { Self.item($0.head, $0.grid) }
  }

  private static func item(_ head: SheetHead, _ grid: SheetGrid) -> SheetItem {
    let used = grid.columns.indices.filter { grid.columns[$0].filled > 0 }
    var item = SheetItem(name: head.name, state: head.state)
    item.rows = grid.rowCount
    item.columns = used.count
    item.cells = grid.filled
    item.formulas = grid.formulas
    item.merged = grid.merged.map(\.text)
    if let rows = grid.usedRows, let first = used.first, let last = used.last {
      item.range = CellRange(rows: rows, columns: first + 1...last + 1).text
      item.headerRow = HeaderRow(grid, used).find().map(grid.number(ofRow:))
    }
    return item
  }
}
