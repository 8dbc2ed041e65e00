/// Rows of a delimited text that stand behind each other, with the bytes in which their cells lie.
public struct DelimitedRows {
  /// Counted from 0 through the whole text.
  let firstRow: Int
  let width: Int
  /// As many to each row as there are columns.
  let cells: UnsafeBufferPointer<DelimitedCell>
  let bytes: UnsafeBufferPointer<UInt8>

  /// How many there are.
  var count: Int { width == 0 ? 0 : cells.count / width }

  /// A cell, its row counted from the first of these.
  @inline(__always)
  subscript(row: Int, column: Int) -> DelimitedCell { cells[row * width + column] }
}
