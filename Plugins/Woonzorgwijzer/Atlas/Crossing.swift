import WorkbenchKit

/// By which bridge, and by which of its files, a figure was carried over from the areas of another year.
struct Crossing: Sendable, Hashable {
  /// The table that holds it: `wzw.bridge.2020.2024`.
  let bridge: String
  let records: [Int]
  /// What the old areas weighed by.
  let weighing: Weighing

  /// Reads the bridge of a carried row: `bridge` numbers its file, and where there are several `bridges` numbers them all.
  init(_ name: String, _ table: Table, row: Int) {
    bridge = name
    let all = table.column("bridges")?.texts?[row]?.split(separator: " ").compactMap { Int($0) } ?? []
    records = all.isEmpty ? [Int(exactly: table.column("bridge")?.numbers?[row] ?? 0) ?? 0] : all
    weighing = Weighing(table.column("weighed")?.numbers?[row] ?? .nan)
  }

  /// The column of carried rows that names the old areas that had part in them.
  static let parts = "parts"

  /// The old areas of each carried row; none of those that were carried over before this was kept.
  static func parts(of table: Table) -> [[String]] {
    table.column(parts)?.texts?.map { $0?.split(separator: " ").map(String.init) ?? [] }
      ?? [[String]](repeating: [], count: table.rowCount)
  }

  /// The rows carried over from a table, by the year whose areas they are.
  static func rows(of table: String, in workspace: WorkspaceHandle) throws -> [(to: Int, table: Table)] {
    try workspace.names(.tables, prefix: ImportedTables.carriedPrefix(table)).compactMap { name in
      guard let year = name.split(separator: ".").last.flatMap({ Int($0) }) else { return nil }
      return try workspace.table(name).map { (year, $0) }
    }
  }
}
