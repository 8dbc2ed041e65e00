/// Hears whether a sheet has a cell that holds something, and enough once it has.
final class FirstCell: CellSink {
  private(set) var isThere = false
  private let texts: TextPool

  init(_ texts: TextPool) { self.texts = texts }

  func hide(columns: ClosedRange<Int>) {}
  func merge(_ range: CellRange) {}
  func row(_ row: Int, repeated: Int, isHidden: Bool) throws {}

  func number(
    _ value: Double, written: UnsafeBufferPointer<UInt8>, _ tag: CellTag, at column: Int, repeated: Int
  ) throws { try found() }

  func text(_ text: UnsafeBufferPointer<UInt8>, _ tag: CellTag, at column: Int, repeated: Int) throws {
    if tag.kind != .text || !CellText.trimmed(text).isEmpty { try found() }
  }

  func value(_ value: Int, _ tag: CellTag, at column: Int, repeated: Int) throws {
    if tag.kind != .text || !texts.withBytes(value, { CellText.trimmed($0).isEmpty }) { try found() }
  }

  private func found() throws {
    isThere = true
    throw HeardEnough()
  }
}

/// Puts the digits as they are written in the place of numbers, in columns that turned out to be texts.
///
/// A sheet is read a second time for it: keeping the digits of every number for the few columns that need them would take more
/// memory than the table.
final class DigitsAsWritten: CellSink {
  private let grid: SheetGrid
  /// Counted from 0.
  private let columns: Set<Int>
  private var place = 0
  private var rows: Range<Int> = 0..<0

  init(_ grid: SheetGrid, columns: Set<Int>) {
    self.grid = grid
    self.columns = columns
  }

  func hide(columns: ClosedRange<Int>) {}
  func merge(_ range: CellRange) {}

  func row(_ row: Int, repeated: Int, isHidden: Bool) throws {
    let numbers = grid.rowNumbers
    while place < numbers.count, Int(numbers[place]) < row { place += 1 }
    var end = place
    while end < numbers.count, Int(numbers[end]) < row + repeated { end += 1 }
    rows = place..<end
    place = end
  }

  func number(
    _ value: Double, written: UnsafeBufferPointer<UInt8>, _ tag: CellTag, at column: Int, repeated: Int
  ) throws {
    guard tag.isUnlikeWritten, !rows.isEmpty else { return }
    for index in column - 1..<column - 1 + repeated where columns.contains(index) {
      for row in rows where grid.tag(row, index).isUnlikeWritten { try grid.rewrite(row, index, as: written) }
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>, _ tag: CellTag, at column: Int, repeated: Int) throws {}
  func value(_ value: Int, _ tag: CellTag, at column: Int, repeated: Int) throws {}
}
