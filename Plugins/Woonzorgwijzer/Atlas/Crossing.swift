import WorkbenchKit

/// By which bridge, and which of its files, a figure was carried over from the areas of another year.
struct Crossing: Sendable, Hashable {
  /// The table that holds it: `wzw.bridge.2020.2024`.
  let bridge: String
  let record: Int
  /// What the old areas weighed by, in the form in which it is kept: a year, 0 for alike, -1 for unknown, NaN for one area.
  let weighed: Double

  static func == (one: Crossing, other: Crossing) -> Bool {
    one.bridge == other.bridge && one.record == other.record
      && (one.weighed == other.weighed || one.weighed.isNaN && other.weighed.isNaN)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bridge)
    hasher.combine(record)
    hasher.combine(weighed.isNaN ? -2 : weighed)
  }

  /// The rows carried over from a table, by the year whose areas they are.
  static func rows(of table: String, in workspace: WorkspaceHandle) throws -> [(to: Int, table: Table)] {
    try workspace.names(.tables, prefix: ImportedTables.carriedPrefix(table)).compactMap { name in
      guard let year = name.split(separator: ".").last.flatMap({ Int($0) }) else { return nil }
      return try workspace.table(name).map { (year, $0) }
    }
  }
}
