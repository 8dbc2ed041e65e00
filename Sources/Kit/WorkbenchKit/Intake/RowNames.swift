/// What the rows of a table are called: `--id COL`, else the first column if it is complete and without repeats, else the
/// row number.
public struct RowNames: Sendable {
  /// A name for each row.
  public let names: [String]
  /// The place of the column that they stand in; nil where the rows are numbered.
  public let column: Int?
  /// Says which it is.
  public let notice: Notice

  /// Finds the names of the rows of a table.
  ///
  /// - Parameters:
  ///   - id: the column that was asked for.
  ///   - table: whose rows they are.
  ///   - place: where the column was asked for.
  /// - Throws: `column.unknown`, and `id.missing` or `id.repeated` where the column that was asked for cannot tell rows apart.
  public init(_ id: String?, in table: Table, at place: Place? = nil) throws {
    if let id {
      let index = try table.index(of: id, at: place)
      names = try Self.distinct(table.columns[index], at: place)
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

  /// Returns the names in a column that tells rows apart.
  ///
  /// - Throws: `id.missing`, `id.repeated`.
  public static func distinct(_ column: Column, at place: Place?) throws -> [String] {
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

/// `--id COLUMN`, of every command whose rows have names.
public struct RowNameArguments: ArgumentGroup {
  /// The column with the names.
  public let id = Argument(
    flag: "id", .column,
    about: Text(
      nl:
        "de kolom met de namen van de rijen; anders de eerste kolom als die volledig is en niets herhaalt, anders het rijnummer",
      en:
        "the column with the names of the rows; else the first column if it is complete and repeats nothing, else the row number"
    ))

  /// Makes the flag.
  public init() {}
}

extension Given<RowNameArguments> {
  /// Returns the names of the rows of a table.
  ///
  /// - Throws: `column.unknown`, `id.missing`, `id.repeated`.
  public func names(in table: Table) throws -> RowNames { try RowNames(self.id?.name, in: table, at: place(of: \.id)) }
}
