import Methods
import WorkbenchKit

/// Need as the Woonzorgwijzer estimates it, out of the table `wzw.estimates` that it offers.
struct ClientNeed {
  static let table = "wzw.estimates"

  /// People, with the range of 95 percent of the whole; its ends are the estimate where no row has a margin.
  let estimate: Double
  let range: NeedRange
  /// How many of the rows that were added up have a margin.
  let withMargin: Int
  /// How many of those rest on rates that hold in all areas.
  let withRates: Int
  /// Which rows they are, and which are not.
  let choice: NeedRows
  var subject: String { choice.subject }

  /// Adds up the rows that are meant, each person once.
  ///
  /// - Parameters:
  ///   - table: the estimates; nil where there are none.
  ///   - subject: a group or an indicator; nil where the table holds only one.
  ///   - areas: codes or names; all where it is empty.
  /// - Throws: `estimates.none`, and what `NeedRows` throws.
  init(_ table: Table?, subject wanted: String?, areas: [String]) throws {
    guard let table else {
      throw Diagnostic(
        "estimates.none",
        Text(
          nl: "er zijn geen schattingen van de Woonzorgwijzer in de werkruimte",
          en: "there are no estimates of the Woonzorgwijzer in the workspace"),
        wayOut: Text(
          nl: "zet ze erin met 'wzw estimate … --offer', of geef --clients",
          en: "put them there with 'wzw estimate … --offer', or give --clients"), suggestion: "--clients")
    }
    let choice = try NeedRows(table, subject: wanted, areas: areas)
    let rows = choice.rows
    let (lows, highs) = (table.openNumbers("low"), table.openNumbers("high"))
    let estimates = table.openNumbers("estimate")
    estimate = rows.reduce(0) { $0 + estimates[$1] }
    let people = table.openNumbers("population")
    let methods = table.openTexts("method")
    let terms = rows.map { row in
      NeedRange.Term(
        estimate: estimates[row], low: lows[row], high: highs[row], people: people[row],
        sharesRates: methods[row] == "synthetic")
    }
    range = NeedRange(terms)
    withMargin = terms.count { $0.hasRange }
    withRates = terms.count { $0.hasRange && $0.sharesRates }
    self.choice = choice
  }

  /// Returns the estimates that the Woonzorgwijzer offers; nil where there are none.
  static func offered(in workspace: WorkspaceHandle) throws -> Table? {
    try workspace.table(table).flatMap { $0.rowCount > 0 ? $0 : nil }
  }

  /// What completion offers for `--need`.
  static let subjects: @Sendable (Context) -> [Candidate] = { context in
    let table = (try? context.workspace.table(Self.table)) ?? nil
    let words = (table?.column("group")?.texts ?? []) + (table?.column("indicator")?.texts ?? [])
    return Set(words.compactMap { $0 }).sorted().map { Candidate($0) }
  }
}
