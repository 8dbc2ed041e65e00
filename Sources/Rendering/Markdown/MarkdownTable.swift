import WorkbenchKit

/// A table as GitHub shows it, numbers on the right.
enum MarkdownTable {
  static func lines(_ table: Table, language: Language) -> [String] {
    guard !table.columns.isEmpty else { return [Text(nl: "(een lege tabel)", en: "(an empty table)")(language)] }
    let columns = table.columns.map { ColumnCells($0, marks: NumberMarks(language)) }
    var lines = [row(columns.map(\.heading))]
    lines.append("| " + columns.map { $0.side == .right ? "---:" : "---" }.joined(separator: " | ") + " |")
    for index in 0..<table.rowCount { lines.append(row(columns.map { $0.text(index) })) }
    return lines
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map(MarkdownEscape.cell).joined(separator: " | ") + " |"
  }
}
