import WorkbenchKit

/// Which rows of a table are wanted: those that have one of some values in each of some columns.
struct SmallRows {
  /// The values of a column, as they can be written in it.
  struct Condition: Sendable {
    let column: String
    let words: Set<String>
    /// Where the column is one of numbers.
    let numbers: Set<Double>
    let isOfNumbers: Bool

    /// - Returns: nil where the column can hold none of them.
    init?(_ column: Column, words: [String], numbers: [Double] = []) {
      self.column = column.name
      switch column.storage {
      case .numbers: isOfNumbers = true
      case .texts, .dates: isOfNumbers = false
      case .booleans: return nil
      }
      self.words = Set(words)
      self.numbers = Set(numbers)
      if isOfNumbers ? numbers.isEmpty : words.isEmpty { return nil }
    }

    fileprivate var term: SourceTerm {
      .among(
        .column(column), isOfNumbers ? numbers.sorted().map(SourceTerm.number) : words.sorted().map(SourceTerm.text))
    }

    fileprivate func rows(of column: Column, among rows: [Int]) -> [Int] {
      switch column.withDatesAsTexts.storage {
      case .numbers(let values): rows.filter { numbers.contains(values[$0]) }
      case .texts(let values): rows.filter { row in values[row].map(words.contains) ?? false }
      case .booleans, .dates: []
      }
    }
  }

  var conditions: [Condition] = []

  /// What is asked of where the rows are, with the columns that are wanted of them.
  func stages(_ columns: [String]) -> [SourceStage] {
    (conditions.isEmpty ? [] : [.filter(.all(conditions.map(\.term)))]) + [.select(columns)]
  }

  /// Returns these rows of a table: a condition on a column that is gone was seen to where the rows are.
  func of(_ table: Table) -> Table {
    var rows = Array(0..<table.rowCount)
    for condition in conditions {
      guard let column = table.column(condition.column) else { continue }
      rows = condition.rows(of: column, among: rows)
    }
    return rows.count == table.rowCount ? table : table.rows(rows)
  }
}
