import WorkbenchKit

/// Rows of a table as goals.
struct GoalIntake {
  static let columns = [
    "code", "provider", "domain", "goal", "period", "needed", "reached", "why", "first_domain", "persona",
  ]
  /// The reason that has a life domain beside it.
  static let otherFirst = "ander-domein-eerst"
  /// The reason of who gives none.
  static let unknownReason = "onbekend"

  private let table: Table
  private let domains: [KnowledgeTerm]
  private let reasons: [KnowledgeTerm]
  private let (codes, providers, places, goals, outcomes): (Column, Column, Column, Column, Column)

  /// - Throws: `column.unknown`.
  init(_ coded: CodedTable, domains: [KnowledgeTerm], reasons: [KnowledgeTerm]) throws {
    table = coded.table
    (self.domains, self.reasons) = (domains, reasons)
    codes = try table.require("code", at: coded.place)
    providers = try table.require("provider", at: coded.place)
    places = try table.require("domain", at: coded.place)
    goals = try table.require("goal", at: coded.place)
    outcomes = try table.require("reached", at: coded.place)
  }

  /// - Throws: `cell.empty`, `domain.unknown`, `goal.needed`, `goal.reached`, `reason.unknown`, `personal.found`.
  func record(_ row: Int) throws -> GoalRecord {
    let period = ShortCell.words(table.column("period"), row)
    try FreeWords.demandNone(in: period)
    let domain = try Vocabulary<KnowledgeTerm>.lifeDomain.one(
      ShortCell.demanded(places, row), among: domains)
    let key = GoalRecord.Key(
      code: try ShortCell.demanded(codes, row), provider: try ShortCell.name(providers, row), domain: domain.id,
      goal: try ShortCell.name(goals, row), period: period.isEmpty ? nil : period)
    let needed = try ShortCell.whole(
      table.column("needed"), row, 1...5, code: "goal.needed",
      wayOut: Text(nl: "geef 1 tot 5, of laat leeg", en: "give 1 to 5, or leave it empty"))
    let place = try ShortCell.choice(
      ShortCell.demanded(outcomes, row), Reached.words, code: "goal.reached", of: "reached")
    let reached = Reached.allCases[place]
    let persona = ShortCell.words(table.column("persona"), row)
    try FreeWords.demandNone(in: persona)
    let (why, first) = try reason(row, reached)
    return GoalRecord(
      key: key, needed: needed, reached: reached, why: why, first: first, persona: persona.isEmpty ? nil : persona)
  }

  /// Why a goal was not reached or in part; of one that was reached no reason is kept.
  private func reason(_ row: Int, _ reached: Reached) throws -> (why: String?, first: String?) {
    let typed = ShortCell.words(table.column("why"), row)
    let why = typed.isEmpty ? nil : try Vocabulary<KnowledgeTerm>.reason.one(typed, among: reasons).id
    let domain = ShortCell.words(table.column("first_domain"), row)
    let first = domain.isEmpty ? nil : try Vocabulary<KnowledgeTerm>.lifeDomain.one(domain, among: domains).id
    guard reached == .no || reached == .partly else { return (nil, nil) }
    let reason = why ?? Self.unknownReason
    return (reason, reason == Self.otherFirst ? first : nil)
  }
}
