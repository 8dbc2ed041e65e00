import WorkbenchKit

/// The files behind tables of the workspace, found by a table's name and a number in its column `source`.
struct ImportRecords {
  private var tables: [String: [ImportRecord]] = [:]

  init(_ names: some Sequence<String>, in workspace: WorkspaceHandle) throws {
    for name in names where tables[name] == nil { tables[name] = try ImportedTables.records(of: name, in: workspace) }
  }

  /// All files of a table.
  subscript(table: String) -> [ImportRecord] { tables[table] ?? [] }

  /// One file of a table; nil where the number is none of theirs.
  subscript(table: String, number: Int) -> ImportRecord? {
    let all = self[table]
    return all.indices.contains(number) ? all[number] : nil
  }
}

extension FigureOrigin {
  /// Adds a file with the columns that were used, and what kind of knowledge was taken from it.
  mutating func add(_ record: ImportRecord, columns: [String]) {
    add(record.input(columns: columns))
    add(Ingredient(record.what, record.evidence))
  }
}
