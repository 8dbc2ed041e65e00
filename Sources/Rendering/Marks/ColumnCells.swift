import WorkbenchKit

/// The heading and cells of one column as people read them.
struct ColumnCells {
  let column: Column
  let marks: NumberMarks
  private let digits: Digits
  private let decimals: Int

  init(_ column: Column, marks: NumberMarks) {
    self.column = column
    self.marks = marks
    digits = Digits(column.format, unit: column.unit, name: column.name)
    decimals = column.numbers.map(digits.decimals(for:)) ?? 0
  }

  /// Numbers stand on the right.
  var side: DisplayWidth.Side { column.numbers == nil ? .left : .right }

  /// The label in the language, else the name, with the unit where neither tells it.
  var heading: String {
    guard let unit = digits.shownUnit(column.unit), column.numbers != nil else { return words }
    let sign = unit.label(marks.language)
    if words.contains(sign) { return words }
    // A label was written with the unit in mind; only a sign is added to it.
    return column.label == nil || unit == .percent || unit == .euro ? "\(words) (\(sign))" : words
  }

  private var words: String { column.label?(marks.language) ?? column.name }

  func text(_ row: Int) -> String {
    if !column.withheld.isEmpty, let shown = column.withheld[row] { return shown }
    switch column.storage {
    case .numbers(let values):
      return values[row].isNaN ? NumberMarks.missing : digits.text(values[row], decimals: decimals, marks: marks)
    case .texts(let values): return values[row] ?? NumberMarks.missing
    case .booleans(let values): return values[row].map(marks.boolean) ?? NumberMarks.missing
    case .dates: return column[row].date?.text ?? NumberMarks.missing
    }
  }
}
