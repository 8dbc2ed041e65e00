import WorkbenchKit

/// The sheets that tables become, whichever file they are written in: their names, their looks, and what fits.
struct SheetPlans {
  /// The most rows of a sheet, the header among them.
  private static let mostRows = 1_048_576
  /// The most columns of a sheet.
  private static let mostColumns = 16_384

  let sheets: [SheetPlan]
  /// What the sheet on where everything comes from is called; nil for no such sheet.
  let originName: String?
  var styles: WorkbookStyles

  /// - Parameters:
  ///   - sheets: the tables, in their order.
  ///   - hasOrigin: whether a sheet on where everything comes from is asked for.
  /// - Throws: `to.toolarge`; `to.empty` where there is nothing to write.
  init(_ sheets: [WrittenSheet], hasOrigin: Bool, in language: Language) throws {
    guard !sheets.isEmpty || hasOrigin else { throw WritingProblem.empty() }
    var names = SheetNames(in: language)
    // The name of the last sheet is promised; a table of that name gives way.
    originName = hasOrigin ? names.name(for: Text(nl: "herkomst", en: "origin")(language)) : nil
    for sheet in sheets {
      try Self.check(sheet.name, columns: sheet.table.columns.count, rows: sheet.table.rowCount + 1)
    }
    var styles = WorkbookStyles()
    self.sheets = sheets.map { SheetPlan($0.table, name: names.name(for: $0.name), in: language, &styles) }
    self.styles = styles
  }

  /// - Throws: `to.toolarge` where a sheet holds no such table; the header counts as a row.
  static func check(_ name: String, columns: Int, rows: Int) throws {
    guard rows <= mostRows else { throw WritingProblem.rows(name, rows - 1, most: mostRows - 1) }
    guard columns <= mostColumns else { throw WritingProblem.columns(name, columns, most: mostColumns) }
  }
}
