import WorkbenchKit

/// Whether areas in the rows may lie within each other, so that a sum over them has to count everybody once: that is done here.
struct NestedAreas {
  let servers: Servers
  let plan: FetchPlan

  /// Whether some column of texts holds nothing but codes of areas, and of more than one level; or a column tells how they lie.
  func areThere() throws -> Bool {
    guard !plan.pieces.contains(where: { $0.name == AreaNesting.column && $0.form == .text }) else { return true }
    return try plan.pieces.contains { $0.form == .text ? try mayLieWithin($0) : false }
  }

  /// Whether a column may be one of codes of areas.
  func holdsCodes() throws -> Bool { try plan.pieces.contains { $0.form == .text ? try holdsOnlyCodes($0) : false } }

  private func mayLieWithin(_ piece: FetchPlan.Piece) throws -> Bool {
    // Where all texts begin alike there is one level at most, and that is soon seen of words.
    let letters = "pg_catalog.left(\(trimmed(piece)), 2)"
    let starts = try servers.ask(
      "select \(letters) from \(plan.relation) as q where \(cell(piece)) is not null limit 1"
    ).compactMap(\.value)
    guard let start = starts.first else { return false }
    let differs =
      try starts.contains { $0 != start }
      || servers.ask(
        "select exists (select from \(plan.relation) as q where \(letters) <> $1::pg_catalog.text)::text", [start]
      ).contains { $0.value == "true" }
    return try differs && holdsOnlyCodes(piece)
  }

  private func holdsOnlyCodes(_ piece: FetchPlan.Piece) throws -> Bool {
    let answers = try servers.ask(
      """
      select exists (select from \(plan.relation) as q where \(cell(piece)) is not null and \
      \(trimmed(piece)) !~ '^(NL|GM|WK|BU)[0-9A-Z]{1,10}$')::text
      """)
    return answers.allSatisfy { $0.value == "false" }
  }

  /// Without the padding that is none of a code here either: blanks, tabs and blanks that do not break.
  private func trimmed(_ piece: FetchPlan.Piece) -> String {
    "pg_catalog.btrim(\(cell(piece)), ' ' || pg_catalog.chr(9) || pg_catalog.chr(160))"
  }

  private func cell(_ piece: FetchPlan.Piece) -> String { "(q.\(piece.quoted)::pg_catalog.text)" }
}
