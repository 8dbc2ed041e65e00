import WorkbenchKit

/// What CBS and PBL expect of municipalities and the country, to stand beside a projection: totals with bounds of 67 percent.
struct RegionalForecast: Sendable {
  struct Expected: Sendable {
    let year: Int
    let people: Double
    /// NaN where they are not given.
    let low: Double
    let high: Double
    /// Of which year its boundaries are.
    let boundaries: Int?
    let record: Int
  }

  private let areas: [String: [Expected]]

  /// Nil where none is imported.
  init?(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table(ImportedTables.forecast) else { return nil }
    let codes = try table.require("code").texts ?? []
    let numbers = { (name: String) in try table.require(name).numbers ?? [] }
    let (years, people, low, high) = (
      try numbers("year"), try numbers("people"), try numbers("low"), try numbers("high")
    )
    let (boundaries, sources) = (try numbers("boundaries"), try numbers("source"))
    var areas: [String: [Expected]] = [:]
    for row in codes.indices {
      guard let code = codes[row], let year = Int(exactly: years[row]) else { continue }
      areas[code, default: []].append(
        Expected(
          year: year, people: people[row], low: low[row], high: high[row],
          boundaries: Int(exactly: boundaries[row]), record: Int(exactly: sources[row]) ?? 0))
    }
    self.areas = areas
  }

  /// What is expected of an area in a year, else in the nearest year that there is; nil where the area is not in it. Of two years as
  /// near the later.
  func expected(_ area: Area, in year: Int) -> Expected? {
    guard !area.isOwn else { return nil }
    return areas[area.code]?.min { (abs($0.year - year), -$0.year) < (abs($1.year - year), -$1.year) }
  }
}
