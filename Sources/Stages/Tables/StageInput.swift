import WorkbenchKit

extension Output {
  /// Returns the table that flows in.
  ///
  /// - Throws: `stage.notable`.
  func requiredTable(for call: Call) throws -> Table {
    if let table { return table }
    let name = call.path.joined(separator: " ")
    throw Diagnostic(
      "stage.notable",
      Text(
        nl: "'\(name)' heeft een tabel nodig; wat ervoor staat geeft er geen",
        en: "'\(name)' needs a table; the stage before gives none"),
      place: call.place)
  }

  /// Returns the output with another table in the place of the one that flows, and remarks behind it.
  func replacing(_ table: Table, adding notices: [Notice]) -> Output {
    var copy = replacing(table)
    copy.blocks += notices.map(Block.notice)
    return copy
  }
}

extension Call {
  /// Returns the places in the table of the columns that an argument names, each once, in the order in which they stand.
  ///
  /// - Throws: `column.unknown` at the name.
  func columns(_ name: String, in table: Table) throws -> [Int] {
    var found: [Int] = []
    for argument in all(name) {
      let index = try ColumnReference(argument.value.text ?? argument.value.plain, at: argument.place ?? place).index(
        in: table)
      if !found.contains(index) { found.append(index) }
    }
    return found
  }

  /// Returns the place in the table of the one column that an argument names; nil where it is not given.
  func column(_ name: String, in table: Table) throws -> Int? { try columns(name, in: table).last }
}

/// A count with its noun.
func counted(_ count: Int, _ one: Text, _ many: Text) -> Text {
  .verbatim("\(count) ") + (count == 1 ? one : many)
}

/// `1 row`, `2 rows`.
func rows(_ count: Int) -> Text { counted(count, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows")) }
