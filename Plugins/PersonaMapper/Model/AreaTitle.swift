import WorkbenchKit

/// An area by its name, as the tables of the Woonzorgwijzer know it where it was named by its code.
struct AreaTitle {
  let name: String
  private let typed: String

  init(_ area: String, _ workspace: WorkspaceHandle) throws {
    var known: String?
    for table in [AreaLacks.table, "wzw.estimates"] where known == nil {
      guard let table = try workspace.table(table) else { continue }
      let (codes, names) = (table.openTexts("area"), table.openTexts("name"))
      known = codes.indices.first { codes[$0]?.uppercased() == area.uppercased() }.flatMap { names[$0] }
    }
    (typed, name) = (area, known ?? area)
  }

  /// The name, with the code behind it where that was typed.
  var shown: String { name == typed ? name : "\(name) (\(typed))" }
}
