import Testing
import WorkbenchKit

@testable import Databases

/// A table to the last bit, column by column: bits of numbers, bytes of texts.
func bits(_ output: Output) -> [String] {
  (output.table?.columns ?? []).map { column in "\(column.name): \(cells(column).joined(separator: " "))" }
    + output.facts.map { "\($0.key) \($0.value.plain)" }.sorted()
}

/// Its rows in no order.
func rows(_ output: Output) -> [String] {
  let columns = (output.table?.columns ?? []).map(cells)
  return (0..<(output.table?.rowCount ?? 0)).map { row in columns.map { $0[row] }.joined(separator: " ") }.sorted()
}

private func cells(_ column: Column) -> [String] {
  switch column.storage {
  case .numbers(let values): values.map { $0.isNaN ? "." : "\($0.bitPattern)" }
  case .texts(let values): values.map { $0.map { "\(Array($0.utf8))" } ?? "." }
  case .booleans(let values): values.map { $0.map { "\($0)" } ?? "." }
  case .dates(let values): values.map { $0.map { "\($0)" } ?? "." }
  }
}

/// How many stages an output says were done in the database.
func done(_ output: Output) -> Int {
  for case .notice(let notice) in output.blocks where notice.text.en.contains("done in the database") {
    return Int(notice.text.en.prefix { $0.isNumber }) ?? 0
  }
  return 0
}

/// What an output says of its figures.
func remarks(_ output: Output) -> Set<String> {
  var said: Set<String> = []
  for case .notice(let notice) in output.blocks
  where ["sum_", "mean_", "min_", "max_", "count_"].contains(where: notice.text.en.contains) {
    said.insert(notice.text.en)
  }
  return said
}

/// Whether it says that the order of groups is not settled.
func isUnsettled(_ output: Output) -> Bool { output.words(.en).contains("is not settled") }
