import WorkbenchKit

/// What people of areas need and whether it is there, out of the table `wzw.gaps` that the Woonzorgwijzer offers.
struct AreaLacks {
  static let table = "wzw.gaps"

  /// A precondition in an area.
  struct Row {
    let area: String
    let name: String
    let precondition: String
    let label: String
    /// People who need it, and those for whom it is not there; NaN where that is not known.
    let demand: Double
    let gap: Double
    /// Whether the numbers are held back because they are of few people.
    let isHeld: Bool

    /// Whether there is too little, or it is needed and not known whether there is enough.
    var isOpen: Bool { !isHeld && (gap > 0 || gap.isNaN && demand > 0) }

    var state: Text {
      if isHeld { return Text(nl: "achtergehouden: te weinig mensen", en: "held back: too few people") }
      if gap > 0 { return Text(nl: "tekort", en: "lacking") }
      if !gap.isNaN { return Text(nl: "genoeg", en: "enough") }
      if demand > 0 {
        return Text(nl: "niet bekend of er genoeg is", en: "not known whether there is enough")
      }
      return demand.isNaN
        ? Text(nl: "vraag niet bekend", en: "demand not known")
        : Text(nl: "geen vraag boven de drempel", en: "no demand above the threshold")
    }
  }

  let rows: [Row]

  /// Nil where the table is not there.
  init?(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table(Self.table), table.rowCount > 0, table.column("precondition") != nil else {
      return nil
    }
    let (areas, names) = (table.openTexts("area"), table.openTexts("name"))
    let (preconditions, labels) = (table.openTexts("precondition"), table.openTexts("label"))
    let (demands, gaps) = (table.openNumbers("demand"), table.openNumbers("gap"))
    let held = (table.column("demand")?.withheld ?? [:]).merging(table.column("gap")?.withheld ?? [:]) { one, _ in one }
    rows = (0..<table.rowCount).compactMap { row in
      guard let precondition = preconditions[row] else { return nil }
      let area = areas[row] ?? names[row] ?? "?"
      return Row(
        area: area, name: names[row] ?? area, precondition: precondition, label: labels[row] ?? precondition,
        demand: demands[row], gap: gaps[row], isHeld: held[row] != nil)
    }
  }

  /// The areas by name, each once.
  var areas: [String] {
    var seen: Set<String> = []
    return rows.filter { seen.insert($0.area).inserted }.map(\.name)
  }

  /// The rows of an area, by its code or name; none where the table is not about it.
  ///
  /// - Throws: `area.ambiguous`.
  func rows(of area: String) throws -> [Row] {
    try PlaceRows.of(area, codes: rows.map(\.area), names: rows.map(\.name)).map { rows[$0] }
  }
}

extension Persona {
  /// The preconditions among its needs: a need that is called as a precondition, by its id or its label, is one.
  func preconditions(among rows: [AreaLacks.Row]) -> (found: [String], others: [Text]) {
    var ids: [String: String] = [:]
    for row in rows {
      for word in [row.precondition, row.label] { ids[word.foldedForLookup] = row.precondition }
    }
    var found: [String] = []
    var others: [Text] = []
    for need in needs {
      if let id = ids[need.nl.foldedForLookup] ?? ids[need.en.foldedForLookup] {
        if !found.contains(id) { found.append(id) }
      } else {
        others.append(need)
      }
    }
    return (found, others)
  }
}
