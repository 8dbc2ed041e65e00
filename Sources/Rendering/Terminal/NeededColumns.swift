import WorkbenchKit

/// How wide a screen has to be for blocks, so that no column of a table falls away and no line of data is broken.
public enum NeededColumns {
  /// - Returns: in columns, the two blanks at the edge among them; nought where any width will do.
  public static func of(_ blocks: [Block], language: Language) -> Int {
    blocks.reduce(0) { widest, block in
      switch block {
      case .table(let table): max(widest, of(table, language))
      case .text(let text):
        max(
          widest,
          Sanitizer.lines(text).split(separator: "\n").reduce(0) { max($0, DisplayWidth.of(String($1))) })
      default: widest
      }
    }
  }

  private static func of(_ table: Table, _ language: Language) -> Int {
    let shown = table.columns.indices.filter { !table.columns[$0].isDetail }
    let table = shown.isEmpty ? table : table.selecting(shown)
    let slots = TableLayout(table, marks: NumberMarks(language), width: nil).slots
    guard !slots.isEmpty else { return 0 }
    return slots.reduce(0) { $0 + $1.least } + TableLayout.gap * (slots.count - 1)
      + DisplayWidth.of(TextRenderer.indent)
  }
}
