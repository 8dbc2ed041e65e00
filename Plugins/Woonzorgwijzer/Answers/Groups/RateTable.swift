import Methods
import WorkbenchKit

/// Which share of the people of an age, a sex and a kind of household belongs to a group.
struct RateCell: Sendable {
  let ages: AgeRange
  let sex: String?
  let household: String?
  let rate: Double
  /// How uncertain the rate is; nil where it counts as certain.
  let uncertain: UncertainShare?
  let cited: String?
  let record: Int
  /// What it is called where it is a starting value; nil for one that was imported.
  var start: StartingMark?
  /// The percentage of RIVM that goes before a starting value where an area has it.
  var indicator: String?

  /// The table that it stands in.
  var table: String { start == nil ? ImportedTables.rates : StartingValues.rates }
}

/// The analyst's rates, by target group; of groups for which there are none the starting values that are in use.
struct RateTable: Sendable {
  /// In the order of the file, starting values last.
  private(set) var groups: [String]
  private(set) var cells: [String: [RateCell]]
  /// The groups whose rates were imported.
  private(set) var own: Set<String>

  static func load(_ workspace: WorkspaceHandle) throws -> RateTable? {
    let parts = [
      workspace.part(PartName(.tables, ImportedTables.rates)), StartingValues.part(StartingValues.rates, workspace),
    ]
    let tables = try parts.map { part in
      try part.map { part in try part.derived("woonzorgwijzer.rates") { try RateTable(part.table()) } }
    }
    guard var whole = tables[0] ?? tables[1] else { return nil }
    whole.own = Set(tables[0]?.groups ?? [])
    for group in tables[1]?.groups ?? [] where whole.cells[group] == nil {
      whole.groups.append(group)
      whole.cells[group] = tables[1]?.cells[group]
    }
    return whole
  }

  private init(_ table: Table) throws {
    let names = try table.require("group").texts ?? []
    let numbers = { (name: String) in try table.require(name).numbers ?? [] }
    let (from, below, rates) = (try numbers("age_from"), try numbers("age_below"), try numbers("rate"))
    let (low, high) = (try numbers("low"), try numbers("high"))
    let sexes = try table.require("sex").texts
    let households = try table.require("household").texts
    let cited = table.column("cited")?.texts
    let sources = table.column("source")?.numbers ?? []
    let indicators = table.column("indicator")?.texts
    var order: [String] = []
    var cells: [String: [RateCell]] = [:]
    for row in names.indices {
      // A row without its first age is no row of rates.
      guard let name = names[row], rates.indices.contains(row), let first = Int(exactly: from[row]) else { continue }
      if cells[name] == nil { order.append(name) }
      cells[name, default: []].append(
        RateCell(
          ages: AgeRange(from: first, below: Int(exactly: below[row])), sex: sexes?[row],
          household: households?[row], rate: rates[row],
          uncertain: low[row].isNaN ? nil : UncertainShare(share: rates[row], low: low[row], high: high[row]),
          cited: cited?[row], record: sources.indices.contains(row) ? Int(exactly: sources[row]) ?? 0 : 0,
          start: StartingMark(table, row: row), indicator: indicators?[row]))
    }
    groups = order
    self.cells = cells
    own = []
  }

  /// The error for a group without rates.
  ///
  /// - Parameter near: a group with rates that bounds it, or is only related, and which of these it is.
  static func missing(
    _ group: String?, known: [String], near: (group: String, match: StartingGroup.Relation.Match)? = nil
  ) -> Diagnostic {
    let some = Text.list(known, atMost: 8)
    let listed =
      near.map { near in
        Text(
          nl: "\(some.nl); voor deze groep is '\(near.group)' een \(near.match.label.nl)",
          en: "\(some.en); for this group '\(near.group)' is \(near.match.label.en)")
      } ?? some
    return Diagnostic(
      group == nil ? "rates.none" : "rates.group",
      group.map {
        Text(
          nl: "er zijn geen kansen ingelezen voor doelgroep '\($0)'",
          en: "no rates have been imported for target group '\($0)'")
      } ?? Text(nl: "er zijn nog geen kansen ingelezen", en: "no rates have been imported yet"),
      wayOut: known.isEmpty
        ? Text(
          nl:
            "lees een tabel in met 'wzw import BESTAND --as rates'; de bronnen geven geen kansen per groep, en 'wzw start' laadt landelijke kansen voor onder meer dementie",
          en:
            "import a table with 'wzw import FILE --as rates'; the sources give no rates per group, and 'wzw start' loads national rates of dementia and others"
        )
        : Text(nl: "er zijn kansen voor \(listed.nl)", en: "there are rates for \(listed.en)"),
      suggestion: near.map { "--group \($0.group)" } ?? group.flatMap { NearestWord.best($0, among: known) })
  }
}
