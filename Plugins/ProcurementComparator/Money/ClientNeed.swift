import Methods
import WorkbenchKit

/// Need as the Woonzorgwijzer estimates it, out of the table `wzw.estimates` that it offers.
struct ClientNeed {
  static let table = "wzw.estimates"

  /// People, with the deviation of the whole; nought where no row has a margin.
  let estimate: Double
  let deviation: Double
  /// Rows that were added up, and how many of them have a margin.
  let rows: Int
  let withMargin: Int
  /// What was counted, and for how many areas.
  let subject: String
  let areas: [String]
  let year: Int?

  /// Adds up the rows that are meant.
  ///
  /// - Parameters:
  ///   - table: the estimates; nil where there are none.
  ///   - subject: a group or an indicator; nil where the table holds only one.
  ///   - areas: codes or names; all where it is empty.
  /// - Throws: `estimates.none`, `estimates.ambiguous`, `area.unknown`, `area.ambiguous`.
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
    func texts(_ name: String) -> [String?] {
      table.column(name)?.texts ?? [String?](repeating: nil, count: table.rowCount)
    }
    func numbers(_ name: String) -> [Double] {
      table.column(name)?.numbers ?? [Double](repeating: .nan, count: table.rowCount)
    }
    let (codes, names, groups, indicators) = (texts("area"), texts("name"), texts("group"), texts("indicator"))
    let ages = texts("age")
    let subjects = (0..<table.rowCount).map { Self.subject(groups[$0], indicators[$0], ages[$0]) }
    var rows = Array(0..<table.rowCount)
    if let wanted {
      rows = rows.filter { subjects[$0] == wanted || groups[$0] == wanted || indicators[$0] == wanted }
    }
    let kinds = Set(rows.map { subjects[$0] }).sorted()
    guard kinds.count == 1 else { throw Self.ambiguous(wanted, Set(subjects).sorted()) }
    if !areas.isEmpty {
      var wanted: Set<Int> = []
      for area in areas {
        let found = try PlaceRows.of(area, codes: rows.map { codes[$0] }, names: rows.map { names[$0] })
        if found.isEmpty { throw Self.unknown(area, rows.compactMap { codes[$0] }) }
        wanted.formUnion(found.map { rows[$0] })
      }
      rows = rows.filter(wanted.contains)
    }
    let (estimates, lows, highs, years) = (numbers("estimate"), numbers("low"), numbers("high"), numbers("year"))
    rows = rows.filter { !estimates[$0].isNaN }
    guard !rows.isEmpty else {
      throw Diagnostic(
        "estimates.none",
        Text(nl: "geen van deze schattingen heeft een getal", en: "none of these estimates has a number"),
        wayOut: Text(
          nl: "kleine aantallen worden achtergehouden; neem een groter gebied",
          en: "small counts are held back; take a larger area"))
    }
    estimate = rows.reduce(0) { $0 + estimates[$1] }
    let margined = rows.filter { !lows[$0].isNaN && !highs[$0].isNaN }
    // The range holds 95 percent of a normal distribution; areas are taken as independent.
    let width = 2 * normalDeviate(level: 0.95)
    deviation = margined.reduce(0) { $0 + (highs[$1] - lows[$1]) * (highs[$1] - lows[$1]) }.squareRoot() / width
    self.rows = rows.count
    withMargin = margined.count
    subject = kinds[0]
    self.areas = rows.compactMap { codes[$0] }
    year = rows.compactMap { years[$0].isNaN ? nil : Int(years[$0]) }.max()
  }

  private static func subject(_ group: String?, _ indicator: String?, _ age: String?) -> String {
    [group ?? indicator ?? "?", indicator != nil ? age : nil].compactMap { $0 }.joined(separator: " ")
  }

  private static func ambiguous(_ wanted: String?, _ subjects: [String]) -> Diagnostic {
    let listed = Text.list(subjects, atMost: 6)
    return Diagnostic(
      wanted == nil ? "estimates.ambiguous" : "estimates.unknown",
      wanted.map {
        Text(
          nl: "er is geen schatting, of meer dan één, van '\($0)'",
          en: "there is no estimate, or more than one, of '\($0)'")
      }
        ?? Text(
          nl: "de werkruimte heeft schattingen van meer dan één behoefte",
          en: "the workspace has estimates of more than one need"),
      wayOut: Text(nl: "kies met --need: \(listed.nl)", en: "choose with --need: \(listed.en)"),
      suggestion: wanted.flatMap { NearestWord.best($0, among: subjects) } ?? subjects.first,
      candidates: subjects.prefix(6).map { Candidate($0) })
  }

  private static func unknown(_ area: String, _ known: [String]) -> Diagnostic {
    let listed = Text.list(known, atMost: 8)
    return Diagnostic(
      "area.unknown", Text(nl: "er is geen schatting van '\(area)'", en: "there is no estimate of '\(area)'"),
      wayOut: Text(nl: "er is: \(listed.nl)", en: "there is: \(listed.en)"),
      suggestion: NearestWord.best(area, among: known))
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
