import WorkbenchKit

/// The figures of CBS for an area of the atlas; of an own area the sums of its buurten.
struct Figures {
  let atlas: Atlas

  /// A figure, and the column it stands in; NaN where it, or that of one of the buurten, is missing.
  func value(_ measure: Codebook.Measure, _ area: Area) -> (value: Double, column: String?) {
    if area.isOwn, area.parts.count < area.partCodes.count { return (.nan, nil) }
    var sum = 0.0
    var column: String?
    for place in area.places {
      guard let table = atlas.table(place.year) else { return (.nan, nil) }
      let found = table.value(measure, row: place.row)
      sum += found.value
      column = column ?? found.column
    }
    return (area.places.isEmpty ? .nan : sum, column)
  }

  /// A figure for many areas, the columns sought once a year.
  func values(_ measure: Codebook.Measure, _ areas: [Area]) -> [Double] {
    let columns = Dictionary(
      uniqueKeysWithValues: atlas.tables.map { table in
        (table.year, AreaTable.columns(of: measure, in: table.table).compactMap(\.numbers))
      })
    return areas.map { area in
      guard let place = area.place else { return value(measure, area).value }
      return columns[place.year]?.lazy.map { $0[place.row] }.first { !$0.isNaN } ?? .nan
    }
  }
}
