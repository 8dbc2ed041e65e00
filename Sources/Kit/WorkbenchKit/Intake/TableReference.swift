/// A table that an argument names: `$name` of a result, a table of the workspace, else a file of any form that `read` knows.
public struct TableReference: Sendable {
  /// As it was typed.
  public let name: String
  /// Where it was typed.
  public let place: Place?

  /// Makes a reference.
  public init(_ name: String, at place: Place?) {
    self.name = name
    self.place = place
  }

  /// Returns the table, behind the guard, and notes where it came from.
  ///
  /// - Parameters:
  ///   - context: what the command works in.
  ///   - intake: how a file is read, and the guard.
  /// - Throws: `variable.unknown`, `stage.notable`, `file.*`, `json.syntax`, `table.json`, `table.format`, `personal.found`,
  ///   `column.unknown`.
  public func table(in context: Context, intake: TableIntake = TableIntake()) throws -> TakenTable {
    if name.hasPrefix("$") { return try held(remembered(context), intake) }
    if let table = try context.workspace.table(name) { return try held(table, intake) }
    do { return try intake.take(name, at: place, in: context) } catch var error as Diagnostic {
      let known = context.workspace.names(.tables)
      if error.code == "file.missing", !known.isEmpty {
        error.suggestion = error.suggestion ?? NearestWord.best(name, among: known)
        let listed = known.joined(separator: ", ")
        let hint = Text(nl: "tabellen in de werkruimte: \(listed)", en: "tables in the workspace: \(listed)")
        error.wayOut = error.wayOut.map { $0 + .verbatim("; ") + hint } ?? hint
      }
      throw error
    }
  }

  private func held(_ table: Table, _ intake: TableIntake) throws -> TakenTable {
    do {
      let held = intake.keepsDates ? table : table.withDatesAsTexts
      let admitted = try intake.protection.admit(held: held, from: name)
      return TakenTable(
        table: admitted, name: admitted.origin.map { "\(name) (\($0.file))" } ?? name,
        sha256: admitted.origin?.sha256 ?? "", notices: intake.protection.notices)
    } catch let error as Diagnostic { throw error.at(place) }
  }

  private func remembered(_ context: Context) throws -> Table {
    let bare = String(name.dropFirst())
    guard let output = try context.result(bare) else {
      throw Diagnostic(
        "variable.unknown", Text(nl: "'\(name)' is niet onthouden", en: "'\(name)' is not remembered"),
        wayOut: Text(
          nl: "onthoud een tabel met: let \(bare) = read BESTAND", en: "remember a table with: let \(bare) = read FILE"),
        place: place)
    }
    guard let table = output.table else {
      throw Diagnostic("stage.notable", Text(nl: "'\(name)' is geen tabel", en: "'\(name)' is no table"), place: place)
    }
    return table
  }
}

extension ArgumentKind where Element == TableReference {
  /// A table: a file of any form that `read` knows, a table of the workspace, or `$name`.
  public static var table: ArgumentKind {
    ArgumentKind(.table, standIn: TableReference("", at: nil)) {
      TableReference($0.value.text ?? $0.value.plain, at: $0.place)
    }
  }
}
