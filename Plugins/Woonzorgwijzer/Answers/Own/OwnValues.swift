import WorkbenchKit

/// Figures of one's own for areas, each of the year nearest to that of the area's key figures.
struct OwnValues {
  let figure: OwnFigure
  /// One an area; NaN where there is none.
  private(set) var values: [Double] = []
  /// Standard errors, as the file gives them.
  private(set) var errors: [Double] = []
  private(set) var years: Set<Int> = []
  /// The files behind the values, by table.
  private(set) var used: [String: [FigureSource]] = [:]
  /// Codes that name another place in the year of the figures.
  private(set) var changed: [Estimator.Changed] = []
  /// Whether a value was added up out of those of parts.
  private(set) var hasAddedUp = false
  /// What carried values over from the areas of another year.
  private(set) var crossings: [Crossing] = []

  /// - Parameter tables: of the figure, of all years.
  init(_ figure: OwnFigure, _ tables: [HealthTable], _ areas: [Area], _ atlas: Atlas, sameCodes: Bool = false) {
    self.figure = figure
    for area in areas {
      // The mean of several areas together does not follow from theirs.
      let isSum = figure.measure == .count && area.parts.count == area.partCodes.count
      let found = area.places.map { one($0, tables, atlas, sameCodes) }
      let isKnown = !found.isEmpty && (!area.isOwn || isSum)
      values.append(isKnown ? found.reduce(0) { $0 + $1.value } : .nan)
      errors.append(found.count == 1 ? found[0].error : .nan)
    }
  }

  private mutating func one(_ place: Area.Place, _ tables: [HealthTable], _ atlas: Atlas, _ sameCodes: Bool) -> (
    value: Double, error: Double
  ) {
    for table in tables.sorted(by: { Estimator.isNearer($0.year, than: $1.year, to: place.year) }) {
      guard let row = table.row(place.code, in: place.year), let indicator = table.indicators.first else { continue }
      if let reason = table.change(row, since: place, atlas.changes) {
        let name = atlas.table(place.year)?.names[place.row] ?? place.code
        let one = Estimator.Changed(code: place.code, name: name, year: table.year, reason: reason)
        if !changed.contains(one) { changed.append(one) }
        if !sameCodes { continue }
      }
      let value = indicator.columns.values[row]
      if value.isNaN { continue }
      years.insert(table.year)
      if table.isAddedUp(row) { hasAddedUp = true }
      if let crossing = table.crossing(row), !crossings.contains(crossing) { crossings.append(crossing) }
      for source in table.sources(row, indicator) where used[table.tableName]?.contains(source) != true {
        used[table.tableName, default: []].append(source)
      }
      return (value, indicator.errors.indices.contains(row) ? indicator.errors[row] : .nan)
    }
    return (.nan, .nan)
  }
}
