import WorkbenchKit

extension DelimitedText {
  /// What is filled in in the first rows of a column, which tells what it holds.
  func firstCells(_ column: Int) -> [String] {
    (0..<min(rowCount, 200)).map { cell(row: $0, column: column).trimmedOfPadding }.filter { !$0.isEmpty && $0 != "." }
  }
}
