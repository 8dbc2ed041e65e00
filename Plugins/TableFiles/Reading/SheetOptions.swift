import WorkbenchKit

/// What a line says about how a sheet is to be read.
struct SheetOptions: Sendable {
  /// Which row has the names of the columns.
  enum Header: Sendable, Hashable {
    /// It is looked for.
    case found
    /// A row of the sheet, counted from 1.
    case row(Int)
    /// There are no names.
    case none
  }

  /// What is done with formulas.
  enum Formulas: String, Sendable, CaseIterable {
    /// The outcome that the file keeps is read.
    case stored
    /// A table with formulas is refused.
    case refuse
  }

  /// How percentages are read.
  enum Percent: String, Sendable, CaseIterable {
    /// As they are stored: 12.3 % is .123.
    case share
    /// As they are shown: 12.3 % is 12.3.
    case hundred
  }

  /// The name of a sheet, or its number counted from 1; nil for the only one that is visible and holds something.
  var sheet: String?
  /// Which row has the names of the columns.
  var header = Header.found
  /// How many rows the names take; those above the last are groups, whose names come before.
  var headerRows = 1
  /// `B5:N200`; nil for all that is there.
  var range: String?
  /// Whether rows and columns that the sheet hides are read.
  var includeHidden = false
  /// Columns that are kept as they are written.
  var textColumns: [String] = []
  /// What is done with formulas.
  var formulas = Formulas.stored
  /// How percentages are read.
  var percent = Percent.share
  /// By which mark numbers that were typed as text are read; nil where they stay text.
  var decimal: DecimalMark?
}

/// A table that was read out of a file, with all that is to be said of it.
struct SheetTable: Sendable {
  /// The table.
  var table: Table
  /// What a person has to know, each with its code.
  var notices: [SourceNotice]
  /// What stands above the names of the columns, 120 characters of each line.
  var titleLines: [String] = []
  /// What stands below the last row.
  var footnotes: [String] = []
  /// The name of the sheet; of the file where it has no sheets.
  var sheet: String
  /// Where the table stands, its header with it; empty where the file has no cells by letter.
  var range: String
  /// The row with the names of the columns, counted from 1.
  var headerRow: Int?
}

/// Something in a file that can be read, or that has to be known.
struct SheetItem: Sendable, Hashable {
  /// The name of the sheet, the member or the table.
  var name: String
  /// Whether the program that made it shows it.
  var state = SheetHead.State.visible
  /// Where cells are; nil where there are none.
  var range: String?
  /// Rows that hold something.
  var rows = 0
  /// Columns that hold something.
  var columns = 0
  /// Cells that hold something.
  var cells = 0
  /// The row that looks like the names of the columns, counted from 1.
  var headerRow: Int?
  /// Cells that the sheet shows as one.
  var merged: [String] = []
  /// Cells that come out of a formula.
  var formulas = 0
  /// Bytes of a member of a zip; nil for what is none.
  var size: Int?
  /// Whether it can be read here.
  var isReadable = true
}
