import WorkbenchKit

/// People per area in bands finer than those of CBS, as the analyst gave them.
struct FinePopulation: Sendable {
  struct Row: Sendable {
    let ages: AgeRange
    let sex: String?
    let household: String?
    let people: Double
  }

  struct Place: Sendable {
    let year: Int
    let record: Int
    let rows: [Row]
    /// What it is called where it is a starting value.
    let start: StartingMark?
  }

  /// Of each area the years that there are, the earliest first.
  let places: [String: [Place]]
  /// The starting values, of areas of which nothing was imported but what is expected of later years.
  let starting: [String: [Place]]

  /// Whether what was imported of an area goes before starting values.
  func isImported(_ code: String) -> Bool { places[code] != nil && starting[code] == nil }

  static func load(_ workspace: WorkspaceHandle) throws -> FinePopulation {
    let places = try load(ImportedTables.populationPrefix, workspace)
    let starting = StartingValues.areOn(workspace) ? try load(StartingValues.populationPrefix, workspace) : [:]
    // A forecast tells nothing of how people are divided today.
    return FinePopulation(
      places: places,
      starting: starting.filter { code, values in
        let newest = values.map(\.year).max() ?? 0
        return !(places[code] ?? []).contains { $0.year <= newest }
      })
  }

  private static func load(_ prefix: String, _ workspace: WorkspaceHandle) throws -> [String: [Place]] {
    var places: [String: [Place]] = [:]
    for name in workspace.names(.tables, prefix: prefix) {
      guard let part = workspace.part(PartName(.tables, name)) else { continue }
      let year = name.split(separator: ".").last.flatMap { Int($0) } ?? 0
      let found = try part.derived("woonzorgwijzer.population") { try read(part.table(), year) }
      for (code, place) in found { places[code, default: []].append(place) }
    }
    return places.mapValues { $0.sorted { $0.year < $1.year } }
  }

  private static func read(_ table: Table, _ year: Int) throws -> [String: Place] {
    let codes = try table.require("code").texts ?? []
    let from = try table.require("age_from").numbers ?? []
    let below = try table.require("age_below").numbers ?? []
    let sexes = try table.require("sex").texts ?? []
    let households = try table.require("household").texts ?? []
    let people = try table.require("people").numbers ?? []
    let sources = table.column("source")?.numbers ?? []
    var rows: [String: [Row]] = [:]
    var records: [String: Int] = [:]
    for row in codes.indices {
      // A row without its first age is no row of people.
      guard let code = codes[row], people.indices.contains(row), let first = Int(exactly: from[row]) else { continue }
      rows[code, default: []].append(
        Row(
          ages: AgeRange(from: first, below: Int(exactly: below[row])),
          sex: sexes.indices.contains(row) ? sexes[row] : nil,
          household: households.indices.contains(row) ? households[row] : nil, people: people[row]))
      records[code] = sources.indices.contains(row) ? Int(exactly: sources[row]) ?? 0 : 0
    }
    let start = StartingMark(table, row: 0)
    return rows.reduce(into: [:]) { found, entry in
      found[entry.key] = Place(year: year, record: records[entry.key] ?? 0, rows: entry.value, start: start)
    }
  }

  /// The people of an area in a year; nil where that is not known. Starting values only where nothing was imported.
  func place(_ code: String, in year: Int) -> Place? {
    ((places[code] ?? []) + (starting[code] ?? [])).first { $0.year == year }
  }

  /// The people of an area in the year nearest to another, but for that year itself; of two as near the earlier.
  func place(_ code: String, nearest year: Int) -> Place? {
    (starting[code] ?? places[code])?.filter { $0.year != year }.min { abs($0.year - year) < abs($1.year - year) }
  }

  fileprivate static func sum(_ rows: [Row], _ ages: AgeRange) -> (count: Double, isCut: Bool)? {
    var count = 0.0
    var isCut = false
    var reached: Int? = ages.from
    for row in rows.sorted(by: { $0.ages.from < $1.ages.from }) {
      guard let common = row.ages.common(with: ages) else { continue }
      guard let at = reached, common.from <= at else { return nil }
      reached = common.below
      if common == row.ages {
        count += row.people
      } else if let part = common.width, let whole = row.ages.width {
        count += row.people * Double(part) / Double(whole)
        isCut = true
      } else {
        return nil
      }
    }
    // An open end is reached where an open band was; a closed one where its age was.
    guard reached == ages.below else { return nil }
    return (count, isCut)
  }
}

extension FinePopulation.Place {
  /// How many people, and whether a band had to be cut evenly to tell; nil where the table does not tell.
  func people(_ ages: AgeRange, sex: String? = nil, household: String? = nil) -> (
    count: Double, isCut: Bool
  )? {
    var rows = rows
    if sex != nil || rows.contains(where: { $0.sex == nil }) {
      rows = rows.filter { $0.sex == sex }
    } else if !Set(rows.map(\.sex)).isSuperset(of: ["male", "female"]) {
      return nil
    }
    if household != nil || rows.contains(where: { $0.household == nil }) {
      rows = rows.filter { $0.household == household }
    }
    if rows.isEmpty { return nil }
    var count = 0.0
    var isCut = false
    for stratum in Dictionary(grouping: rows, by: { [$0.sex, $0.household] }).values {
      guard let part = FinePopulation.sum(stratum, ages) else { return nil }
      count += part.count
      isCut = isCut || part.isCut
    }
    return (count, isCut)
  }
}
