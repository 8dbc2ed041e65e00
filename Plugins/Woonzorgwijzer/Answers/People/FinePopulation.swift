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
  }

  let places: [String: Place]

  /// Of each area the newest year.
  static func load(_ workspace: WorkspaceHandle) throws -> FinePopulation {
    var places: [String: Place] = [:]
    for name in workspace.names(.tables, prefix: ImportedTables.populationPrefix) {
      guard let part = workspace.part(PartName(.tables, name)) else { continue }
      let year = name.split(separator: ".").last.flatMap { Int($0) } ?? 0
      let found = try part.derived("woonzorgwijzer.population") { try read(part.table(), year) }
      places.merge(found) { one, other in one.year >= other.year ? one : other }
    }
    return FinePopulation(places: places)
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
      guard let code = codes[row], people.indices.contains(row) else { continue }
      rows[code, default: []].append(
        Row(
          ages: AgeRange(from: Int(from[row]), below: below[row].isNaN ? nil : Int(below[row])),
          sex: sexes.indices.contains(row) ? sexes[row] : nil,
          household: households.indices.contains(row) ? households[row] : nil, people: people[row]))
      records[code] = sources.indices.contains(row) ? Int(sources[row]) : 0
    }
    return rows.reduce(into: [:]) { found, entry in
      found[entry.key] = Place(year: year, record: records[entry.key] ?? 0, rows: entry.value)
    }
  }

  /// How many people, and whether a band had to be cut evenly to tell; nil where the table does not tell.
  func people(_ code: String, _ ages: AgeRange, sex: String?, household: String?) -> (count: Double, isCut: Bool)? {
    guard let place = places[code] else { return nil }
    var rows = place.rows
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
      guard let part = Self.sum(stratum, ages) else { return nil }
      count += part.count
      isCut = isCut || part.isCut
    }
    return (count, isCut)
  }

  private static func sum(_ rows: [Row], _ ages: AgeRange) -> (count: Double, isCut: Bool)? {
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
