import WorkbenchKit

/// A table that becomes a sheet of a workbook.
struct WrittenSheet: Sendable {
  /// What the sheet is to be called; the writer makes it a name that a spreadsheet takes.
  let name: String
  /// What it holds.
  let table: Table

  /// Makes a sheet.
  init(name: String, table: Table) {
    self.name = name
    self.table = table
  }

  /// Makes a sheet named by the title of its table.
  init(_ table: Table, in language: Language) {
    self.init(name: table.title?(language) ?? "", table: table)
  }
}
