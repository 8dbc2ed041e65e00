import WorkbenchKit

/// What became of the rows and cells of a file.
struct ImportCounts: Sendable {
  /// Areas taken in.
  var read = 0
  /// Rows left out because another area was asked for.
  var outside = 0
  /// Rows left out because another year was asked for.
  var otherYears = 0
  /// Rows left out because they hold no code of an area, another year, a margin, or an area that was there already.
  var unusable: [Text] = []
  var unusableCount = 0
  /// Areas for which not one value is given.
  var suppressed: [String] = []
  /// Cells with a code that stands for a value held back (-99997, -99995, -99999999).
  var sentinels = 0
  /// Areas without a counterpart in what was imported before; nil where there is nothing to compare with.
  var unmatched: [String]?
  /// How many of these each municipality has.
  var unmatchedIn: [String: Int] = [:]
  /// What the counterpart is of: a year.
  var counterpart: Int?
  var levels: [AreaLevel: Int] = [:]
  /// What became of each column of the file.
  var columns: [ColumnAccount] = []
  /// Lines of a title above the table and of a source below it.
  var linesAround = 0
  /// Features of water, which are no part of an area's land.
  var water = 0
  /// Figures that were there before and that the file leaves empty.
  var emptied = 0
  /// Cells that should be a number and are not, as `column 'cell'`.
  var strange: [String] = []
  var strangeCount = 0
  /// What was read, where it is not areas.
  var summary: Text?
  /// Remarks of the reader itself.
  var remarks: [Text] = []
  /// How the numbers of the file were read.
  var numbers: [Notice] = []

  var skipped: Int { outside + otherYears + unusableCount }

  mutating func leaveOut(_ why: String) { leaveOut(.verbatim(why)) }

  mutating func leaveOut(_ why: Text) {
    unusableCount += 1
    if unusable.count < 5 { unusable.append(why) }
  }

  mutating func note(strange cell: String) {
    strangeCount += 1
    if strange.count < 5 { strange.append(cell) }
  }

  /// Notes a cell that no figure of its column can be, here and in the column's account.
  mutating func refuse(_ cell: String, in column: Int, named name: String) {
    note(strange: name)
    columns[column].fate = .partly
    columns[column].cells += 1
    columns[column].example = columns[column].example ?? cell
  }
}

/// One table out of a file, ready to be kept.
struct Imported: Sendable {
  let name: String
  var table: Table
  var record: ImportRecord
  var counts: ImportCounts
  /// The columns that say what a row is of: of these the new rows replace the old.
  var key = ["code"]
  /// Whether a row that is there already keeps what the file does not have.
  var adds = false
}
