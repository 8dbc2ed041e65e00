/// A table as it stands in `--json`: columns with name, type and unit, rows of values, and what is withheld.
enum JSONTableBlock {
  /// Returns nil where the JSON is no such thing.
  ///
  /// - Throws: `table.json` where it is one and its rows do not fit its columns.
  static func table(_ json: JSON) throws -> Table? {
    guard let heads = json["columns"]?.array, let rows = json["rows"]?.array else { return nil }
    var cells: [[JSON]] = []
    for (index, row) in rows.enumerated() {
      guard let row = row.array, row.count == heads.count else {
        throw Diagnostic(
          "table.json",
          Text(
            nl: "rij \(index + 1) heeft geen \(heads.count) waarden",
            en: "row \(index + 1) does not have \(heads.count) values"
          ))
      }
      cells.append(row)
    }
    var columns: [Column] = []
    for (index, head) in heads.enumerated() {
      let name = head.string ?? head["name"]?.string ?? "column_\(index + 1)"
      columns.append(column(name, head, cells.map { $0[index] }))
    }
    for mark in json["withheld"]?.array ?? [] {
      guard let parts = mark.array, parts.count == 3, let row = parts[0].int, let shown = parts[2].string,
        let index = columns.firstIndex(where: { $0.name == parts[1].string }), rows.indices.contains(row)
      else { continue }
      columns[index].withheld[row] = shown
    }
    return Table(title: json["title"]?.string.map(Text.verbatim), columns: columns)
  }

  private static func column(_ name: String, _ head: JSON, _ cells: [JSON]) -> Column {
    var column = Column.guessed(name, cells.map(value))
    if column.isEmpty, head["type"]?.string == "text" { column.storage = .texts(cells.map { _ in nil }) }
    if column.isEmpty, head["type"]?.string == "boolean" { column.storage = .booleans(cells.map { _ in nil }) }
    if head["type"]?.string == "date" {
      if column.isEmpty { column.storage = .dates(cells.map { _ in nil }) }
      column = column.readingDates ?? column
    }
    column.unit = head["unit"]?.string.map(unit)
    return column
  }

  private static func value(_ json: JSON) -> Value {
    switch json {
    case .null: .missing
    case .bool(let bool): .boolean(bool)
    case .number(let number): .number(number)
    case .string(let string): .text(string)
    case .array, .object: .text(json.canonical)
    }
  }

  private static let units: [Unit] = [
    .persons, .households, .dwellings, .areas, .days, .years, .metres, .kilometres, .share, .percent, .euro,
  ]

  /// A unit by its machine name; of one that is not ours the name is its label too.
  private static func unit(_ name: String) -> Unit {
    units.first { $0.name == name } ?? Unit(name: name, label: .verbatim(name))
  }
}
