import WorkbenchKit

extension SheetGrid {
  /// Returns a cell as a person reads it; empty where it has no value.
  ///
  /// - Parameter column: counted from 0.
  func shown(_ row: Int, _ column: Int) -> String {
    let tag = tag(row, column)
    let cells = columns[column]
    switch tag.kind {
    case .text, .date, .error, .written, .long: return texts.string(cells.value(row))
    case .number, .percent: return NumberText.shortest(cells.number(row))
    case .boolean: return cells.value(row) == 1 ? "true" : "false"
    default: return ""
    }
  }

  /// The number that a row has in the sheet.
  func number(ofRow row: Int) -> Int { rowNumbers.indices.contains(row) ? Int(rowNumbers[row]) : 0 }

  /// Returns which of the rows that are kept has a number in the sheet; nil where that row is empty.
  func place(ofRow number: Int) -> Int? {
    var (low, high) = (0, rowNumbers.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rowNumbers[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low < rowNumbers.count && Int(rowNumbers[low]) == number ? low : nil
  }
}
