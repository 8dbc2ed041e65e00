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

  static func load(_ workspace: WorkspaceHandle) throws -> SurvivalTable? {
    guard let table = try workspace.table(ImportedTables.survival) else { return nil }
    let numbers = { (name: String) in try table.require(name).numbers ?? [] }
    let (from, below) = (try numbers("age_from"), try numbers("age_below"))
    var seen: Set<String> = []
    return SurvivalTable(
      bands: zip(from, below).map { AgeRange(from: Int($0), below: $1.isNaN ? nil : Int($1)) },
      survival: try numbers("survival"), migration: try numbers("migration"), births: try numbers("births"),
      cited: (table.column("cited")?.texts ?? []).compactMap { $0 }.filter { seen.insert($0).inserted })
  }

  /// How many years a step takes.
  var width: Int { bands.first?.width ?? 1 }

  /// Returns the population some years on, by the cohort-component method; between two steps on a straight line.
  ///
  /// - Parameters:
  ///   - population: persons in each band.
  ///   - years: nought or more.
  func project(_ population: [Double], years: Int) -> [Double] {
    var current = population
    for _ in 0..<years / width { current = step(current) }
    let rest = Double(years % width) / Double(width)
    return rest == 0 ? current : zip(current, step(current)).map { $0 + ($1 - $0) * rest }
  }

  private func step(_ population: [Double]) -> [Double] {
    var coming = [Double](repeating: 0, count: population.count)
    for band in population.indices {
      coming[min(band + 1, population.count - 1)] += population[band] * migration[band]
    }
    let born = zip(population, births).reduce(0) { $0 + $1.0 * $1.1 }
    return cohortComponent(population: population, survival: survival, migration: coming, births: born).last
      ?? population
  }
}
