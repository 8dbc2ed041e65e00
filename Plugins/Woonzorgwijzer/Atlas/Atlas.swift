import WorkbenchKit

/// All areas that are loaded, of each municipality the newest year that has it, and the user's own.
struct Atlas {
  /// Newest first; years of which no people are counted behind those that have them, so that a table of something else does
  /// not take the place of the key figures.
  let tables: [AreaTable]
  /// The user's own areas by name, each with its codes.
  let own: [String: [String]]
  /// Which codes name another place in another year; of all years, also where only one was asked for.
  let changes: CodeChanges
  /// The year of which only the people are known and were asked for; nil where the people are of the key figures' year.
  let peopleYear: Int?
  /// The tables of the years, which keep what names are found by.
  private let parts: [Int: Part]

  /// - Parameters:
  ///   - year: only that year; nil takes of every municipality the newest.
  ///   - takesPeople: whether a year will do of which only the population is imported; the areas are then the newest.
  /// - Throws: `area.none` where nothing is imported yet, `year.unknown`.
  init(
    _ workspace: WorkspaceHandle, year: Int? = nil, takesPeople: Bool = false,
    at place: Place? = nil
  ) throws {
    let all = try workspace.names(.tables, prefix: ImportedTables.areasPrefix).compactMap {
      try AreaTable.load($0, from: workspace)?.withCarried(in: workspace)
    }
    .sorted { ($0.countsPeople ? 1 : 0, $0.year) > ($1.countsPeople ? 1 : 0, $1.year) }
    if all.isEmpty {
      throw Diagnostic(
        "area.none",
        Text(nl: "er zijn nog geen gebieden ingelezen", en: "no areas have been imported yet"),
        wayOut: Text(
          nl: "lees kerncijfers in met 'wzw import BESTAND --year JAAR', of laad het voorbeeld met 'wzw demo'",
          en: "import key figures with 'wzw import FILE --year YEAR', or load the example with 'wzw demo'"),
        suggestion: "wzw demo", place: place)
    }
    parts = Dictionary(
      all.compactMap { table in
        workspace.part(PartName(.tables, ImportedTables.areas(table.year))).map { (table.year, $0) }
      }, uniquingKeysWith: { first, _ in first })
    own = try OwnAreas.read(workspace)
    changes = CodeChanges(all, workspace)
    let isKnown = all.contains { $0.year == year }
    if let year, !isKnown, takesPeople,
      workspace.names(.tables, prefix: ImportedTables.populationPrefix).contains(
        ImportedTables.population(year))
    {
      peopleYear = year
      tables = all
      return
    }
    peopleYear = nil
    if let year, !isKnown {
      let years = all.map { String($0.year) }.joined(separator: ", ")
      throw Diagnostic(
        "year.unknown",
        Text(nl: "van \(year) zijn geen gebieden ingelezen", en: "no areas of \(year) have been imported"),
        wayOut: Text(nl: "er zijn gebieden van \(years)", en: "there are areas of \(years)"),
        suggestion: all.first.map { String($0.year) }, place: place)
    }
    tables = year.map { year in all.filter { $0.year == year } } ?? all
  }

  func table(_ year: Int) -> AreaTable? { tables.first { $0.year == year } }

  /// The area with this code, out of the newest year that has it.
  func area(_ code: String) -> Area? {
    for table in tables {
      if let row = table.rows[code] { return area(table, row) }
    }
    return own[code].map { area(own: code, $0) }
  }

  /// Every area of a level, or of all levels; in the order of the files, newest year first, the user's own last.
  ///
  /// A municipality that a newer year has is left out of older ones: after a merger it would count twice.
  func areas(_ level: AreaLevel? = nil, within outer: Area? = nil) -> [Area] {
    var areas = listed { table in
      (0..<table.listed).filter { row in
        (level == nil || table.levels[row] == level) && (outer.map { holds($0, table.codes[row]) } ?? true)
      }
    }
    if level == nil || level == .eigen {
      for (name, codes) in own.sorted(by: { $0.key < $1.key }) {
        let area = area(own: name, codes)
        if let outer, outer.code != name, !area.members.allSatisfy({ holds(outer, $0) }) { continue }
        areas.append(area)
      }
    }
    return areas
  }

  /// Every area that goes by a name, in the order of `areas`.
  ///
  /// - Parameter key: of `PlaceName`.
  func areas(named key: String) -> [Area] {
    listed { names($0)[key] ?? [] }
      + own.sorted { $0.key < $1.key }.filter { AreaNames.keys(of: $0.key, .eigen).contains(key) }
      .map { area(own: $0.key, $0.value) }
  }

  /// The areas of some rows of each year, without those of municipalities that a newer year has.
  private func listed(_ rows: (AreaTable) -> [Int]) -> [Area] {
    var areas: [Area] = []
    var covered: Set<String> = []
    for table in tables {
      for row in rows(table)
      where covered.isEmpty || !covered.contains(AreaCode.municipality(of: table.codes[row]) ?? table.codes[row]) {
        areas.append(area(table, row))
      }
      covered.formUnion(table.covered)
    }
    return areas
  }

  /// The rows of a year by the keys of their names, made once for as long as the table lives.
  private func names(_ table: AreaTable) -> [String: [Int]] {
    let make = {
      var rows: [String: [Int]] = [:]
      for row in 0..<table.listed {
        for key in AreaNames.keys(of: table.names[row], table.levels[row]) { rows[key, default: []].append(row) }
      }
      return rows
    }
    return parts[table.year]?.derived("woonzorgwijzer.names", make: make) ?? make()
  }

  func holds(_ outer: Area, _ code: String) -> Bool {
    outer.isOwn ? outer.members.contains { AreaCode.holds($0, code) } : AreaCode.holds(outer.code, code)
  }

  private func area(_ table: AreaTable, _ row: Int) -> Area {
    let code = table.codes[row]
    return Area(
      code: code, name: table.names[row], level: table.levels[row], municipality: table.municipalities[row],
      place: .init(code: code, year: table.year, row: row))
  }

  private func area(own name: String, _ codes: [String]) -> Area {
    let parts = codes.compactMap { area($0)?.place }
    let municipalities = Set(parts.compactMap { part in table(part.year)?.municipalities[part.row] })
    return Area(
      code: name, name: name, level: .eigen, municipality: municipalities.count == 1 ? municipalities.first : nil,
      place: nil, parts: parts, partCodes: codes)
  }
}
