import WorkbenchKit

/// One block as it stands on a screen of so many lines, and what of it does not.
struct ScreenPiece {
  let lines: [String]
  /// What is still to be shown of it; nil where all of it stands here.
  let rest: Block?
  /// How many rows of a table are still to be shown.
  let rowsLeft: Int

  private init(_ lines: [String], rest: Block? = nil, rowsLeft: Int = 0) {
    self.lines = lines
    self.rest = rest
    self.rowsLeft = rowsLeft
  }

  /// - Parameter isFirst: whether it is what is seen first, so that what a command picked stands there.
  /// - Returns: nil where nothing of it fits.
  init?(_ block: Block, in height: Int, isFirst: Bool, _ screen: Screen) {
    guard height > 0 else { return nil }
    switch block {
    case .table(let table):
      guard let piece = Self.table(table, height, isFirst: isFirst, screen) else { return nil }
      self = piece
    case .facts(let facts): self.init(Self.facts(facts, isFirst: isFirst, screen), block, height)
    case .chart, .map, .matrix, .timeline, .flow:
      let lines = screen.lines(of: block, height: height)
      if lines.count <= height {
        self.init(lines)
        return
      }
      // What is too high as a picture is told in figures; the picture comes with the rest.
      guard isFirst, let table = PictureTable.of(block, screen.language),
        let piece = Self.table(table, height, isFirst: true, screen)
      else { return nil }
      self.init(piece.lines, rest: block, rowsLeft: piece.rowsLeft)
    default: self.init(screen.lines(of: block), block, height)
    }
  }

  /// A text of which the lines that do not fit come later.
  private init?(_ shown: (lines: [String], isAll: Bool), _ block: Block, _ height: Int) {
    guard shown.lines.count <= height else { return nil }
    self.init(shown.lines, rest: shown.isAll ? nil : block)
  }

  private init?(_ lines: [String], _ block: Block, _ height: Int) {
    if lines.count <= height {
      self.init(lines)
      return
    }
    // Less than three lines of a sentence tell nothing.
    guard height >= 3 else { return nil }
    let left = lines[height...]
    switch block {
    case .text: self.init(Array(lines[..<height]), rest: .text(left.joined(separator: "\n")))
    case .paragraph, .notice:
      let words = left.map { $0.drop { $0 == " " } }.joined(separator: " ")
      self.init(Array(lines[..<height]), rest: .paragraph(.verbatim(TextStyle.plainText(words))))
    default: return nil
    }
  }

  // MARK: Figures

  private static let mostInColumn = 3

  /// Few figures under each other, many behind each other.
  private static func facts(_ facts: Facts, isFirst: Bool, _ screen: Screen) -> (lines: [String], isAll: Bool) {
    let picked = facts.mapping { facts.glance.isEmpty || facts.glance.contains($0.name) ? $0 : nil }
    guard isFirst, !facts.isDetail, !picked.facts.isEmpty else { return (screen.lines(of: .facts(facts)), true) }
    let isAll = picked.facts.count == facts.facts.count
    if picked.facts.count <= mostInColumn { return (screen.lines(of: .facts(picked)), isAll) }
    let marks = NumberMarks(screen.language)
    let strip = picked.facts.map { fact in
      // A figure stays with what it is called.
      "\(fact.label?(screen.language) ?? fact.name): \(marks.value(fact))"
        .replacing(" ", with: "\u{A0}")
    }
    let lines = screen.lines(of: .paragraph(.verbatim(strip.joined(separator: " · "))))
    return (lines.map { $0.replacing("\u{A0}", with: " ") }, isAll)
  }

  // MARK: Tables

  private static func table(
    _ table: Table, _ height: Int, isFirst: Bool, _ screen: Screen
  ) -> ScreenPiece? {
    let glance = isFirst ? table.glance : nil
    var shown = table
    if let rows = glance?.rows { shown = shown.rows(rows.filter { 0..<table.rowCount ~= $0 }) }
    if let columns = glance?.columns, !columns.isEmpty {
      let picked = columns.compactMap(table.index)
      if !picked.isEmpty { shown = shown.selecting(picked) }
    }
    if isFirst { shown = narrowed(shown, height, screen) }
    let isPicked = shown.columns.count < table.columns.count || shown.rowCount < table.rowCount
    // Where not even a row fits under its title, the row tells more.
    if isFirst, shown.rowCount > 0, screen.lines(of: .table(shown.rows([0]))).count > height { shown.title = nil }
    var count = min(shown.rowCount, height)
    while true {
      let lines = screen.lines(of: .table(count == shown.rowCount ? shown : shown.rows(Array(0..<count))))
      if lines.count <= height {
        let left = table.rowCount - count
        if left == 0 { return ScreenPiece(lines, rest: isPicked ? .table(table) : nil) }
        return ScreenPiece(
          lines, rest: .table(isPicked ? table : table.rows(Array(count..<table.rowCount))), rowsLeft: left)
      }
      guard count > 1 else { return nil }
      count -= 1
    }
  }

  /// So many rows of a table tell what it is about.
  private static let fewRows = 3
  /// What a row is called, and one thing about it: its first figure, where it has one.
  private static let fewColumns = 2

  /// Returns the table without the last of its columns, as many as keep its first rows from the screen: where all are squeezed
  /// in, each row takes so many lines that none is seen. What takes no fewer lines without a column keeps it.
  private static func narrowed(_ table: Table, _ height: Int, _ screen: Screen) -> Table {
    let first = table.rows(Array(0..<min(fewRows, table.rowCount)))
    var seen = first.columns.indices.filter { !first.columns[$0].isDetail }
    if let figure = seen.firstIndex(where: { first.columns[$0].numbers != nil }), figure > 0 {
      seen.insert(seen.remove(at: figure), at: 1)
    }
    func lines(_ count: Int) -> Int {
      let left = Set(seen.dropFirst(count))
      return screen.lines(of: .table(first.selecting(first.columns.indices.filter { !left.contains($0) }))).count
    }
    guard seen.count > fewColumns, lines(seen.count) > height else { return table }
    let due = max(height, lines(fewColumns))
    let kept = (fewColumns...seen.count).last { lines($0) <= due } ?? fewColumns
    let left = Set(seen.dropFirst(kept))
    return table.selecting(table.columns.indices.filter { !left.contains($0) })
  }
}
