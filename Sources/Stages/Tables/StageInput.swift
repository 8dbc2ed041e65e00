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
      let index = try table.requireIndex(argument.value.columnName, at: argument.place ?? place)
      if !found.contains(index) { found.append(index) }
    }
    return found
  }

  /// Returns the place in the table of the one column that an argument names; nil where it is not given.
  func column(_ name: String, in table: Table) throws -> Int? { try columns(name, in: table).last }
}

extension Value {
  /// The name of a column as it was typed, out of its backticks.
  var columnName: String {
    let name = text ?? plain
    guard name.count > 2, name.hasPrefix("`"), name.hasSuffix("`") else { return name }
    return String(name.dropFirst().dropLast())
  }
}

extension Table {
  /// - Throws: `column.unknown` with the nearest name.
  func requireIndex(_ name: String, at place: Place?) throws -> Int {
    if let index = index(of: name) { return index }
    _ = try require(name, at: place)
    return 0
  }
}

extension Column {
  /// What kind of values it holds, for a sentence.
  var typeName: Text {
    switch storage {
    case .numbers: Text(nl: "getallen", en: "numbers")
    case .texts: Text(nl: "teksten", en: "texts")
    case .booleans: Text(nl: "waar of onwaar", en: "true or false")
    }
  }

  /// Whether no row has a value.
  var isEmpty: Bool {
    switch storage {
    case .numbers(let values): values.allSatisfy(\.isNaN)
    case .texts(let values): values.allSatisfy { $0 == nil }
    case .booleans(let values): values.allSatisfy { $0 == nil }
    }
  }

  /// What a person reads above it.
  var heading: Text { label ?? .verbatim(name) }
}

/// A count with its noun.
func counted(_ count: Int, _ one: Text, _ many: Text) -> Text {
  .verbatim("\(count) ") + (count == 1 ? one : many)
}

/// `1 row`, `2 rows`.
func rows(_ count: Int) -> Text { counted(count, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows")) }
