import WorkbenchKit

/// How the rows of two tables find each other: by a column that names them in both, else by their number.
struct RowNaming {
  /// The column that names the rows; nil where they are numbered.
  let column: String?

  /// Takes the column that was asked for, else the first where it is called the same in both.
  ///
  /// - Throws: `column.unknown`; `compare.rownames` where the column that was asked for does not tell the rows apart.
  init(_ tables: [Table], id: String?, of result: String, at place: Place?) throws {
    guard let id else {
      let first = Set(tables.map(\.columnNames.first))
      let isGood = first.count == 1 && tables.allSatisfy { $0.columns.first.map(Self.names(in:)) != .some(nil) }
      column = isGood ? first.first ?? nil : nil
      return
    }
    for table in tables where Self.names(in: try table.require(id, at: place)) == nil {
      throw Diagnostic(
        "compare.rownames",
        Text(
          nl: "kolom '\(id)' van '\(result)' heeft lege of dubbele waarden, en kan geen rijen aanwijzen",
          en: "column '\(id)' of '\(result)' has empty or repeated values, and cannot name the rows"),
        wayOut: Text(nl: "noem een andere kolom met --id", en: "name another column with --id"), place: place)
    }
    column = id
  }

  /// The names of the rows of one of the tables.
  func names(of table: Table) -> [String] {
    column.flatMap(table.column).flatMap(Self.names(in:)) ?? (0..<table.rowCount).map { "\($0 + 1)" }
  }

  /// The values of a column as names; nil where one is missing or stands there twice.
  private static func names(in column: Column) -> [String]? {
    var seen: Set<String> = []
    let names = (0..<column.count).map { column[$0].plain }
    return names.allSatisfy { !$0.isEmpty && seen.insert($0).inserted } ? names : nil
  }
}
