import WorkbenchKit

/// What the rows of a table are called: `--id COL`, else the first column if it is complete and without repeats, else the
/// row number.
struct RowNames {
  let names: [String]
  /// The place of the column that they stand in; nil where the rows are numbered.
  let column: Int?
  /// Says which it is.
  let notice: Notice

  /// The flag that a stage with row names has.
  static let parameter = Parameter.flag(
    "id", .column,
    about: Text(
      nl:
        "de kolom met de namen van de rijen; anders de eerste kolom als die volledig is en niets herhaalt, anders het rijnummer",
      en:
        "the column with the names of the rows; else the first column if it is complete and repeats nothing, else the row number"
    ))

  /// - Throws: `column.unknown`, and `id.missing` or `id.repeated` where `--id` names a column that cannot tell rows apart.
  init(_ call: Call, in table: Table) throws {
    if let index = try call.column("id", in: table) {
      names = try Self.distinct(table.columns[index], at: call.place(of: "id"))
      column = index
    } else if let first = table.columns.first, let found = try? Self.distinct(first, at: nil) {
      names = found
      column = 0
    } else {
      names = (0..<table.rowCount).map { String($0 + 1) }
      column = nil
    }
    if let column {
      let name = table.columns[column].name
      notice = Notice(
        .info, Text(nl: "de rijen heten naar kolom '\(name)'", en: "the rows are called after column '\(name)'"))
    } else {
      notice = Notice(
        .info,
        Text(
          nl:
            "de rijen heten naar hun nummer: de eerste kolom is onvolledig of herhaalt een naam (--id kiest een andere)",
          en:
            "the rows are called by their number: the first column is incomplete or repeats a name (--id picks another)"
        ))
    }
  }

  /// The names in a column that tells rows apart.
  static func distinct(_ column: Column, at place: Place?) throws -> [String] {
    let open = column.open
    var seen: Set<String> = []
    return try (0..<open.count).map { row in
      guard !open.isMissing(row) else {
        throw Diagnostic(
          "id.missing",
          Text(
            nl: "'\(column.name)' geeft geen naam aan rij \(row + 1)",
            en: "'\(column.name)' gives row \(row + 1) no name"),
          place: place)
      }
      let name = open[row].plain
      guard seen.insert(name).inserted else {
        throw Diagnostic(
          "id.repeated",
          Text(
            nl: "'\(name)' staat meer dan eens in '\(column.name)'",
            en: "'\(name)' stands more than once in '\(column.name)'"), place: place)
      }
      return name
    }
  }
}
