import Methods
import WorkbenchKit

/// Need as the Woonzorgwijzer estimates it, out of the table `wzw.estimates` that it offers.
struct ClientNeed {
  static let table = "wzw.estimates"

  /// People, with the range of 95 percent of the whole; its ends are the estimate where no row has a margin.
  let estimate: Double
  let range: NeedRange
  /// Rows that were added up, and how many of them have a margin.
  let rows: Int
  let withMargin: Int
  /// How many of those rest on rates that hold in all areas.
  let withRates: Int
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
  /// - Throws: `estimates.none`, `estimates.ambiguous`, `area.unknown`.
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
      for area in areas where !rows.contains(where: { codes[$0] == area || names[$0] == area }) {
        throw Self.unknown(area, rows.compactMap { codes[$0] })
      }
      rows = rows.filter { areas.contains(codes[$0] ?? "") || areas.contains(names[$0] ?? "") }
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
    let (people, methods) = (numbers("population"), texts("method"))
    let terms = rows.map { row in
      NeedRange.Term(
        estimate: estimates[row], low: lows[row], high: highs[row], people: people[row],
        sharesRates: methods[row] == "synthetic")
    }
    range = NeedRange(terms)
    self.rows = rows.count
    withMargin = terms.count { $0.hasRange }
    withRates = terms.count { $0.hasRange && $0.sharesRates }
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
