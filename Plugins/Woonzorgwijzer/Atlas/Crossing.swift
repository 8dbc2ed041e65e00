import WorkbenchKit

/// By which bridge, and which of its files, a figure was carried over from the areas of another year.
struct Crossing: Sendable, Hashable {
  /// The table that holds it: `wzw.bridge.2020.2024`.
  let bridge: String
  let record: Int
  /// What the old areas weighed by.
  let weighing: Weighing

  /// The rows carried over from a table, by the year whose areas they are.
  static func rows(of table: String, in workspace: WorkspaceHandle) throws -> [(to: Int, table: Table)] {
    try workspace.names(.tables, prefix: ImportedTables.carriedPrefix(table)).compactMap { name in
      guard let year = name.split(separator: ".").last.flatMap({ Int($0) }) else { return nil }
      return try workspace.table(name).map { (year, $0) }
    }
  }
}
