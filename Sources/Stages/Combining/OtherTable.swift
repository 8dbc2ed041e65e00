import WorkbenchKit

/// A second table that a stage names: `$name` of a result, a table of the workspace, else a file.
struct OtherTable {
  let table: Table
  let notices: [Notice]

  /// - Throws: `variable.unknown`, `stage.notable`, `file.*`, `json.syntax`, `table.json`, `table.format`.
  init(_ name: String, at place: Place?, in context: Context) throws {
    if name.hasPrefix("$") {
      table = try Self.result(String(name.dropFirst()), at: place, in: context)
      notices = []
    } else if let held = try context.workspace.table(name) {
      table = held
      notices = []
    } else {
      let taken: TableIntake.Taken
      do { taken = try TableIntake().take(name, at: place, in: context) } catch var error as Diagnostic {
        let known = context.workspace.names(.tables)
        if error.code == "file.missing", !known.isEmpty {
          error.suggestion = error.suggestion ?? NearestWord.best(name, among: known)
          let listed = known.joined(separator: ", ")
          let hint = Text(nl: "tabellen in de werkruimte: \(listed)", en: "tables in the workspace: \(listed)")
          error.wayOut = error.wayOut.map { $0 + .verbatim("; ") + hint } ?? hint
        }
        throw error
      }
      table = taken.table
      notices = taken.notices
    }
  }

  private static func result(_ name: String, at place: Place?, in context: Context) throws -> Table {
    guard let output = try context.result(name) else {
      throw Diagnostic(
        "variable.unknown", Text(nl: "'$\(name)' is niet onthouden", en: "'$\(name)' is not remembered"),
        wayOut: Text(
          nl: "onthoud een tabel met: let \(name) = read BESTAND", en: "remember a table with: let \(name) = read FILE"),
        place: place)
    }
    guard let table = output.table else {
      throw Diagnostic(
        "stage.notable", Text(nl: "'$\(name)' is geen tabel", en: "'$\(name)' is no table"), place: place)
    }
    return table
  }
}
