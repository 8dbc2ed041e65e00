import WorkbenchKit

/// Rows of a table as cases of a panel.
struct PanelIntake {
  static let columns = [
    "case_code", "kind", "decision", "panel", "votes_for", "votes_against", "trust_before", "trust_after",
  ]

  private let table: Table
  private let (codes, kinds, decisions, panels): (Column, Column, Column, Column)

  /// - Throws: `column.unknown`.
  init(_ coded: CodedTable) throws {
    table = coded.table
    codes = try table.require("case_code", at: coded.place)
    kinds = try table.require("kind", at: coded.place)
    decisions = try table.require("decision", at: coded.place)
    panels = try table.require("panel", at: coded.place)
  }

  /// - Throws: `cell.empty`, `opinion.decision`, `opinion.panel`, `vote.count`, `trust.range`, `personal.found`.
  func panelCase(_ row: Int) throws -> PanelCase {
    let words = Verdict.words
    let decision = try ShortCell.choice(
      ShortCell.demanded(decisions, row), Array(words.dropLast()), code: "opinion.decision", of: "decision")
    let typed = ShortCell.words(panels, row)
    let panel = typed.isEmpty ? nil : try ShortCell.choice(typed, words, code: "opinion.panel", of: "panel")
    return PanelCase(
      code: try ShortCell.demanded(codes, row), kind: try ShortCell.name(kinds, row),
      decision: Verdict.allCases[decision], panel: panel.map { Verdict.allCases[$0] },
      votes: (try votes("votes_for", row), try votes("votes_against", row)),
      trust: (try trust("trust_before", row), try trust("trust_after", row)))
  }

  private func votes(_ column: String, _ row: Int) throws -> Int? {
    try ShortCell.whole(
      table.column(column), row, 0...10_000, code: "vote.count",
      wayOut: Text(nl: "geef een aantal stemmen, 0 of meer", en: "give a number of votes, 0 or more"))
  }

  private func trust(_ column: String, _ row: Int) throws -> Int? {
    try ShortCell.whole(
      table.column(column), row, 1...5, code: "trust.range",
      wayOut: Text(
        nl: "geef 1 (geen) tot 5 (volledig), of laat leeg; de schaal is van ons",
        en: "give 1 (none) to 5 (full), or leave it empty; the scale is ours"))
  }
}
