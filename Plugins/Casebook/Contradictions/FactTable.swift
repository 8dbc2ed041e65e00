import WorkbenchKit

/// A circle's own facts, one a row, and which of them do not go together.
struct FactTable {
  struct Row {
    let item: String
    let fact: String
    let value: String
    /// Where it stands: the row's own column, else its number in the table.
    let place: String
  }

  let rows: [Row]

  /// - Parameter each: is called for each row; what it throws ends the work.
  /// - Throws: `column.unknown`, `table.empty`.
  init(_ table: Table, at place: Place?, each: () throws -> Void) throws {
    let (items, facts) = (try table.require("item", at: place), try table.require("fact", at: place))
    let values = try table.require("value", at: place)
    let column = table.column("lines") ?? table.column("source")
    var rows: [Row] = []
    for row in 0..<table.rowCount where !values[row].isMissing {
      try each()
      let stands = column.flatMap { $0[row].isMissing ? nil : $0[row].plain } ?? "\(row + 1)"
      rows.append(
        Row(item: items[row].plain, fact: facts[row].plain, value: values[row].plain, place: stands))
    }
    self.rows = rows
  }

  /// Pairs of rows of one item and fact whose values do not go together: each later row beside the first that it contradicts.
  func contradictions(each: () throws -> Void) rethrows -> [(one: Row, other: Row)] {
    var groups: [String: [(row: Row, figure: StatedFigure)]] = [:]
    var known: [String: Set<StatedFigure>] = [:]
    var found: [(Row, Row)] = []
    for row in rows {
      try each()
      let key = "\(row.item.foldedForLookup)\u{1F}\(row.fact.foldedForLookup)"
      let figure = StatedFigure(row.value)
      if let first = groups[key]?.first(where: { $0.figure.contradicts(figure) }) { found.append((first.row, row)) }
      // What was said before need not be compared with once more.
      if known[key, default: []].insert(figure).inserted { groups[key, default: []].append((row, figure)) }
    }
    return found
  }
}
