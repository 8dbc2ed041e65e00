import Methods
import WorkbenchKit

/// What carries a population on: of each band the share that survives a step, comes or goes, and is born.
struct SurvivalTable: Sendable {
  /// The youngest first, all of one width, the last open.
  let bands: [AgeRange]
  let survival: [Double]
  /// The net share that comes in a step, by the band in which it begins.
  let migration: [Double]
  /// Newborn alive at the end of a step, per person of the band at its beginning.
  let births: [Double]
  let cited: [String]
  /// What holds for steps from later years on, the earliest first; what stands above holds before them.
  var later: [Period] = []
  /// The same of men and of women; empty where the two are together.
  var sexes: [String: SurvivalTable] = [:]
  /// Whether it says anything of men and women together.
  var hasBoth = true
  /// What it is called where it is a starting value; nil for one that was imported.
  var start: StartingMark?
  /// Other starting values, to be said beside it.
  var others: [SurvivalTable] = []

  /// What holds for steps that begin in a year or later.
  struct Period: Sendable {
    let from: Int
    let survival: [Double]
    let migration: [Double]
    let births: [Double]
  }

  /// The table that it came from.
  var tableName: String { start == nil ? ImportedTables.survival : StartingValues.survival }

  /// What was imported, else the starting values that are in use.
  static func load(_ workspace: WorkspaceHandle) throws -> SurvivalTable? {
    if let table = try workspace.table(ImportedTables.survival) { return try SurvivalTable(table) }
    guard let table = try StartingValues.part(StartingValues.survival, workspace)?.table() else { return nil }
    let sets = try table.require("set").texts ?? []
    var order: [String] = []
    for case let set? in sets where !order.contains(set) { order.append(set) }
    var all = try order.map { set in try SurvivalTable(table.rows(sets.indices.filter { sets[$0] == set })) }
    guard !all.isEmpty else { return nil }
    var first = all.removeFirst()
    first.others = all
    return first
  }

  /// Men and women apart where the rows are.
  private init(_ table: Table) throws {
    let sexes = table.column("sex")?.texts ?? []
    let rows = { (sex: String?) in table.rows(sexes.indices.filter { sexes[$0] == sex }) }
    let apart = Set(sexes.compactMap { $0 }).sorted()
    let both = apart.isEmpty ? table : rows(nil)
    try self.init(one: both.rowCount > 0 ? both : rows(apart.first))
    for sex in apart { self.sexes[sex] = try SurvivalTable(one: rows(sex)) }
    hasBoth = both.rowCount > 0
  }

  private init(one table: Table) throws {
    let numbers = { (name: String) in try table.require(name).numbers ?? [] }
    let (from, below) = (try numbers("age_from"), try numbers("age_below"))
    let (survival, migration, births) = (try numbers("survival"), try numbers("migration"), try numbers("births"))
    let years = table.column("from_year")?.numbers ?? [Double](repeating: .nan, count: from.count)
    guard from.allSatisfy({ Int(exactly: $0) != nil }) else {
      throw Diagnostic(
        "document.damaged",
        Text(
          nl: "de overleving in de werkruimte is niet te lezen: een leeftijd ontbreekt",
          en: "the survival in the workspace cannot be read: an age is missing"),
        wayOut: Text(
          nl: "ga terug met 'undo', of lees de overleving opnieuw in",
          en: "go back with 'undo', or import the survival anew"))
    }
    let starts = Set(years.map { Int(exactly: $0) ?? Int.min }).sorted()
    let periods = starts.map { start in
      let rows = years.indices.filter { (Int(exactly: years[$0]) ?? Int.min) == start }
      return (
        bands: rows.map { AgeRange(from: Int(exactly: from[$0]) ?? 0, below: Int(exactly: below[$0])) },
        period: Period(
          from: start, survival: rows.map { survival[$0] }, migration: rows.map { migration[$0] },
          births: rows.map { births[$0] })
      )
    }
    var seen: Set<String> = []
    bands = periods.first?.bands ?? []
    self.survival = periods.first?.period.survival ?? []
    self.migration = periods.first?.period.migration ?? []
    self.births = periods.first?.period.births ?? []
    cited = (table.column("cited")?.texts ?? []).compactMap { $0 }.filter { seen.insert($0).inserted }
    later = periods.dropFirst().map(\.period)
    start = StartingMark(table, row: 0)
  }

  init(
    bands: [AgeRange], survival: [Double], migration: [Double], births: [Double], cited: [String],
    later: [Period] = []
  ) {
    self.bands = bands
    self.survival = survival
    self.migration = migration
    self.births = births
    self.cited = cited
    self.later = later
  }

  /// How many years a step takes.
  var width: Int { bands.first?.width ?? 1 }

  /// Returns the population some years on, by the cohort-component method; between two steps on a straight line.
  ///
  /// - Parameters:
  ///   - population: persons in each band.
  ///   - years: nought or more.
  ///   - base: the year that the population is of; it tells which period a step begins in.
  func project(_ population: [Double], years: Int, from base: Int = 0) -> [Double] {
    var current = population
    for step in 0..<years / width { current = self.step(current, from: base + step * width) }
    let rest = Double(years % width) / Double(width)
    if rest == 0 { return current }
    return zip(current, step(current, from: base + years / width * width)).map { $0 + ($1 - $0) * rest }
  }

  /// What holds for a step that begins in a year.
  private func period(_ year: Int) -> Period {
    later.last { $0.from <= year } ?? Period(from: year, survival: survival, migration: migration, births: births)
  }

  /// How many are born in a step that begins in a year, alive at its end.
  func born(of population: [Double], from year: Int) -> Double {
    zip(population, period(year).births).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// - Parameter newborn: those of both sexes' parents that are of this one; nil for all that the population has.
  func step(_ population: [Double], from year: Int, newborn: Double? = nil) -> [Double] {
    let period = period(year)
    let (survival, migration) = (period.survival, period.migration)
    var coming = [Double](repeating: 0, count: population.count)
    for band in population.indices {
      coming[min(band + 1, population.count - 1)] += population[band] * migration[band]
    }
    let born = newborn ?? self.born(of: population, from: year)
    return cohortComponent(population: population, survival: survival, migration: coming, births: born).last
      ?? population
  }
}
