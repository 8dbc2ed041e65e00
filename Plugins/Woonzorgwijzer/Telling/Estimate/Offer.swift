import WorkbenchKit

/// The table `wzw.estimates`, which other plugins read if it is there.
///
/// | column | holds |
/// |---|---|
/// | `area`, `name`, `level` | code and name of the area, and how large it is |
/// | `nesting` | the ways down to the codes that it is made of, by which a sum over areas counts nobody twice |
/// | `group`, `indicator`, `age` | what was counted: a target group, or an indicator of an age group; the other is missing |
/// | `population` | the people it is counted among |
/// | `rate`, `estimate`, `low`, `high` | share of one, people, and their range of 95 percent where there is one |
/// | `method`, `evidence`, `year` | how it was come by, what kind of knowledge it is, and of which year the people are |
///
/// Small counts are missing in it, as on the screen. An estimate of the same area, group, indicator, age and method is
/// replaced when it is offered again; the others stay. Offering is one step, so that `undo` takes it back.
enum Offer {
  static let table = "wzw.estimates"
  static let columns =
    "area, name, level, nesting, group, indicator, age, population, rate, estimate, low, high, method, evidence, year"
  private static let key = ["area", "group", "indicator", "age", "method"]

  /// - Parameters:
  ///   - shown: a table of estimates; columns that it lacks are missing.
  ///   - peopleYear: the year of the people, where it is not that of the key figures.
  ///   - evidence: of an area, where the table has no column that says it.
  static func put(
    _ shown: Table, areas: [String: Area], peopleYear: Int? = nil, in workspace: WorkspaceHandle,
    evidence: (Area) -> Evidence
  ) throws {
    let rows = shown.rowCount
    let codes = shown.column("area")?.texts ?? []
    let found = codes.map { code in code.flatMap { areas[$0] } }
    func texts(_ name: String) -> Column {
      .texts(name, shown.column(name)?.texts ?? Texts(repeating: nil, count: rows))
    }
    func numbers(_ name: String, _ unit: Unit?) -> Column {
      var column = Column.numbers(
        name, shown.column(name)?.numbers ?? [Double](repeating: .nan, count: rows), unit: unit)
      column.withheld = shown.column(name)?.withheld ?? [:]
      return column
    }
    let kinds = shown.column("evidence")?.texts.map(Array.init) ?? found.map { $0.map { evidence($0).rawValue } }
    var offered = Table(
      title: Text(nl: "Schattingen per gebied", en: "Estimates per area"),
      columns: [
        texts("area"), texts("name"), .texts("level", found.map { $0?.level.rawValue }),
        .texts(AreaNesting.column, found.map { $0?.nesting }), texts("group"), texts("indicator"), texts("age"),
        numbers("population", .persons), numbers("rate", .share),
        numbers("estimate", .persons), numbers("low", .persons), numbers("high", .persons), texts("method"),
        .texts("evidence", kinds),
        .numbers(
          "year", found.map { $0?.places.first.map { Double(peopleYear ?? $0.year) } ?? .nan },
          format: .plain),
      ])
    if let old = try workspace.table(table)?.withoutRows(keyed: offered, by: key), old.rowCount > 0 {
      offered = old.followed(by: offered)
    }
    workspace.setTable(table, to: offered)
  }

  static let notice = Block.info(
    nl: "de tabel \(table) staat nu in de werkruimte, ook voor andere onderdelen; 'undo' haalt haar weer weg",
    en: "the table \(table) is in the workspace now, for other parts too; 'undo' takes it away again")
}
