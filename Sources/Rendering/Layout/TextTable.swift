import WorkbenchKit

/// A table as lines: headings, a thin rule, rows; two blanks between columns, numbers on the right.
struct TextTable {
  private(set) var lines: [String] = []

  /// - Parameter width: what it has to fit into; nil for all columns, however wide they are together.
  init(_ table: Table, language: Language, width: Int?, style: TextStyle) {
    guard !table.columns.isEmpty else {
      lines = [Text(nl: "(een lege tabel)", en: "(an empty table)")(language)]
      return
    }
    let plain = table.columns.indices.filter { !table.columns[$0].isDetail || width == nil }
    let table = plain.isEmpty ? table : table.selecting(plain)
    let layout = TableLayout(table, marks: NumberMarks(language), width: width)
    let slots = layout.slots
    for line in Self.row(slots.map(\.heading), slots, bottom: true) { lines.append(style(.heading, line)) }
    let rules = slots.map { String(repeating: "─", count: $0.width) }
    lines.append(style(.faint, rules.joined(separator: Self.between)))
    lines.reserveCapacity(lines.count + table.rowCount + 1)
    for row in 0..<table.rowCount { lines += Self.row(slots.map { $0.cells[row] }, slots) }
    if table.rowCount == 0 { lines.append(Text(nl: "(geen rijen)", en: "(no rows)")(language)) }
    if !layout.dropped.isEmpty, let width { addDropped(layout.dropped, language: language, width: width, style: style) }
  }

  private static let mostNamed = 6

  private mutating func addDropped(_ names: [String], language: Language, width: Int, style: TextStyle) {
    // Of a file with a hundred columns the table is what counts, not the list of what is not there.
    let named = names.count > Self.mostNamed + 1 ? Array(names.prefix(Self.mostNamed)) : names
    let listed = named.joined(separator: ", ")
    let more = names.count - named.count
    let text = Text(
      nl: "te smal voor: \(listed)\(more > 0 ? " en nog \(more)" : "") ('select' kiest kolommen)",
      en: "too narrow for: \(listed)\(more > 0 ? " and \(more) more" : "") ('select' chooses columns)")
    for line in HangingLines.wrapped(text(language), behind: "… ", to: width) { lines.append(style(.faint, line)) }
  }

  private static let between = String(repeating: " ", count: TableLayout.gap)

  /// Sets one row, on as many lines as its tallest cell takes.
  private static func row(_ cells: [String], _ slots: [TableLayout.Slot], bottom: Bool = false) -> [String] {
    let wrapped = zip(cells, slots).map { cell, slot in
      DisplayWidth.of(cell) <= slot.width ? [cell] : DisplayWidth.wrapped(cell, to: slot.width)
    }
    let height = wrapped.reduce(1) { max($0, $1.count) }
    return (0..<height).map { line in
      let texts = wrapped.map { lines in
        let index = bottom ? line - (height - lines.count) : line
        return lines.indices.contains(index) ? lines[index] : ""
      }
      return joined(texts, slots)
    }
  }

  private static func joined(_ texts: [String], _ slots: [TableLayout.Slot]) -> String {
    var line = ""
    // Blanks are written when something follows them, so that no line ends in blanks.
    var owed = 0
    for (text, slot) in zip(texts, slots) {
      let width = DisplayWidth.of(text)
      let lack = max(slot.width - width, 0)
      if slot.side == .right { owed += lack }
      if width > 0 || !text.isEmpty {
        line += String(repeating: " ", count: owed) + text
        owed = 0
      } else {
        owed += width
      }
      if slot.side == .left { owed += lack }
      owed += TableLayout.gap
    }
    return line
  }
}
