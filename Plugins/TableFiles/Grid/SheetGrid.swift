import WorkbenchKit

/// The cells of a sheet in columns: a byte that says what a cell holds, and eight with its value.
///
/// Only rows that hold something are there. A column reaches down to its last cell, so that what is empty takes no memory.
final class SheetGrid: CellSink {
  /// One column of it.
  struct Column {
    /// A tag a row; shorter than the rows where the column ends earlier.
    var tags: [UInt8] = []
    /// A value a row.
    var values: [UInt64] = []
    /// How many cells hold something, also those that are not kept.
    var filled = 0

    func tag(_ row: Int) -> CellTag { row < tags.count ? CellTag(rawValue: tags[row]) : .empty }
    func value(_ row: Int) -> Int { row < values.count ? Int(truncatingIfNeeded: values[row]) : 0 }
    func number(_ row: Int) -> Double { row < values.count ? Double(bitPattern: values[row]) : .nan }
  }

  /// What is kept of a sheet.
  struct Wish {
    /// Cells outside of it are passed over.
    var range: CellRange?
    /// Whether rows that the sheet does not show are kept.
    var withHiddenRows = false
    /// After so many rows cells are counted only.
    var rowsKept = Int.max
  }

  let texts: TextPool
  /// Of each row that is kept its number in the sheet.
  private(set) var rowNumbers: [UInt32] = []
  /// From column A on.
  private(set) var columns: [Column] = []
  /// Rows that the sheet does not show and that hold something.
  private(set) var hiddenRows = 0
  private(set) var merged: [CellRange] = []
  /// Cells that hold something.
  private(set) var filled = 0
  private(set) var formulas = 0
  /// Rows that hold something, also those that are not kept.
  private(set) var rowCount = 0
  private(set) var usedRows: ClosedRange<Int>?
  private let wish: Wish
  private let limits: SourceLimits
  private let problem: SourceProblem
  private var usedColumns = 0
  private var hiddenRanges: [ClosedRange<Int>] = []

  /// More are not looked at: no table has so many, and a file may.
  private static let mostMerged = 100_000

  private var row = 0
  private var rowRepeats = 1
  private var isRowHidden = false
  /// Where the row stands among those that are kept; nil until it holds something.
  private var place: Int?
  private var isCountedRow = false
  /// It stands once, is shown, and all of it is kept.
  private var isPlainRow = false

  init(_ texts: TextPool, _ wish: Wish = Wish(), _ limits: SourceLimits, _ problem: SourceProblem) {
    self.texts = texts
    self.wish = wish
    self.limits = limits
    self.problem = problem
  }

  /// Returns the tag of a cell, its column counted from 0.
  func tag(_ row: Int, _ column: Int) -> CellTag { columns[column].tag(row) }

  /// Of each column whether the sheet hides it.
  var hiddenColumns: [Bool] {
    var steps = [Int](repeating: 0, count: columns.count + 1)
    for range in hiddenRanges where range.lowerBound <= columns.count {
      steps[max(range.lowerBound, 1) - 1] += 1
      steps[min(range.upperBound, columns.count)] -= 1
    }
    var depth = 0
    return columns.indices.map { index in
      depth += steps[index]
      return depth > 0
    }
  }

  /// Gives the cells of a column up; the grid no longer has them.
  func release(_ column: Int) { columns[column] = Column() }

  /// Puts a number in the place of another form of itself.
  func rewrite(_ row: Int, _ column: Int, as text: UnsafeBufferPointer<UInt8>) throws {
    guard columns.indices.contains(column), row < columns[column].tags.count else { return }
    columns[column].values[row] = UInt64(try texts.intern(text))
    columns[column].tags[row] = CellTag.written.rawValue | columns[column].tags[row] & CellTag.formula
  }

  // MARK: What the reader says

  func hide(columns range: ClosedRange<Int>) {
    // Ranges that lie apart are fewer than columns; what goes on beyond repeats itself.
    if hiddenRanges.count < limits.columns { hiddenRanges.append(range) }
  }

  func merge(_ range: CellRange) {
    if merged.count < Self.mostMerged { merged.append(range) }
  }

  func row(_ row: Int, repeated: Int, isHidden: Bool) throws {
    self.row = row
    rowRepeats = repeated
    isRowHidden = isHidden
    isPlainRow = repeated == 1 && !isHidden && wish.range == nil
    place = nil
    isCountedRow = false
  }

  func number(
    _ value: Double, written: UnsafeBufferPointer<UInt8>, _ tag: CellTag, at column: Int, repeated: Int
  ) throws {
    try put(value.bitPattern, tag, column, repeated)
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, _ tag: CellTag, at column: Int, repeated: Int) throws {
    // A text of blanks is no cell: a row of them is empty.
    if tag.kind == .text, CellText.trimmed(text).isEmpty { return }
    try put(UInt64(try texts.intern(text)), tag, column, repeated)
  }

  func value(_ value: Int, _ tag: CellTag, at column: Int, repeated: Int) throws {
    if tag.kind == .text, texts.withBytes(value, { CellText.trimmed($0).isEmpty }) { return }
    try put(UInt64(truncatingIfNeeded: value), tag, column, repeated)
  }

  // MARK: Keeping

  private func put(_ value: UInt64, _ tag: CellTag, _ column: Int, _ repeated: Int) throws {
    // Nearly every cell is a single one of a column and a row that are there already, and has been looked at enough.
    if isPlainRow, repeated == 1, let place, column <= columns.count, column >= 1, columns[column - 1].filled > 0 {
      columns[column - 1].filled += 1
      filled += 1
      if tag.isFormula { formulas += 1 }
      return set(column - 1, place, value, tag, rows: 1)
    }
    if isRowHidden, !wish.withHiddenRows {
      if !isCountedRow { hiddenRows += rowRepeats }
      isCountedRow = true
      return
    }
    var (first, last) = (column, column + repeated - 1)
    var (top, bottom) = (row, row + rowRepeats - 1)
    guard first >= 1, last <= limits.columns, top >= 1, bottom <= limits.rows else { throw problem.far(limits) }
    if let range = wish.range {
      (first, last) = (max(first, range.columns.lowerBound), min(last, range.columns.upperBound))
      (top, bottom) = (max(top, range.rows.lowerBound), min(bottom, range.rows.upperBound))
      guard first <= last, top <= bottom else { return }
    }
    let rows = bottom - top + 1
    if !isCountedRow { try count(top, bottom) }
    while columns.count < last { columns.append(Column()) }
    let unused = columns[(first - 1)..<last].count { $0.filled == 0 }
    if unused > 0 {
      usedColumns += unused
      try checkSize()
    }
    for index in first - 1..<last {
      columns[index].filled += rows
      if let place { set(index, place, value, tag, rows: min(rows, rowNumbers.count - place)) }
    }
    // At most rows times columns of a sheet, which is far from what an integer holds.
    filled += rows * (last - first + 1)
    if tag.isFormula { formulas += rows * (last - first + 1) }
  }

  private func count(_ top: Int, _ bottom: Int) throws {
    isCountedRow = true
    rowCount += bottom - top + 1
    usedRows = (usedRows?.lowerBound ?? top)...bottom
    guard rowNumbers.count < wish.rowsKept else { return }
    place = rowNumbers.count
    for number in top..<top + min(bottom - top + 1, wish.rowsKept - rowNumbers.count) {
      rowNumbers.append(UInt32(truncatingIfNeeded: number))
    }
    try checkSize()
  }

  private func checkSize() throws {
    guard rowNumbers.count * usedColumns <= limits.cells else { throw problem.tooManyCells(limits) }
  }

  @inline(__always)
  private func set(_ column: Int, _ place: Int, _ value: UInt64, _ tag: CellTag, rows: Int) {
    let count = columns[column].tags.count
    if count == place, rows == 1 {
      columns[column].tags.append(tag.rawValue)
      columns[column].values.append(value)
      return
    }
    let lack = place + rows - count
    if lack > 0 {
      columns[column].tags.append(contentsOf: repeatElement(0, count: lack))
      columns[column].values.append(contentsOf: repeatElement(0, count: lack))
    }
    for row in place..<place + rows {
      columns[column].tags[row] = tag.rawValue
      columns[column].values[row] = value
    }
  }
}
