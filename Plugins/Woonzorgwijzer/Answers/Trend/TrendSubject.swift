import WorkbenchKit

/// What a trend is of: finds the figure of an area in a year, as far as it is of the same place.
struct TrendSubject {
  enum Measure {
    /// Shares of people of an age.
    case share(Codebook.Age)
    /// How many people they are; of counts of one's own.
    case persons(Codebook.Age)
    /// A key figure.
    case figure(Codebook.Measure)
    /// Means, or counts of what is no people.
    case own(OwnFigure)
  }

  let name: String
  let measure: Measure
  let own: OwnFigure?
  /// The tables of percentages or figures of one's own; none of key figures.
  let tables: [HealthTable]
  let atlas: Atlas
  let codebook: Codebook
  let takesSameCodes: Bool

  /// The years of which anything is known, ascending.
  var years: [Int] {
    if case .figure(let measure) = measure {
      return atlas.tables.filter { !AreaTable.columns(of: measure, in: $0.table).isEmpty }.map(\.year).sorted()
    }
    return Set(tables.map(\.year)).sorted()
  }

  /// Whether the parts of a whole add up.
  var isSum: Bool {
    switch measure {
    case .share: false
    case .persons: true
    case .figure(let measure): measure.isCount || measure.countsPeople
    case .own(let figure): figure.measure == .count
    }
  }

  /// Whether small counts of it are held back: those of one's own, and of people.
  var isGuarded: Bool {
    if case .figure(let measure) = measure { return measure.countsPeople }
    return own != nil && own?.measure != .mean
  }

  func point(_ area: Area, in year: Int) -> TrendPoint {
    let found = area.places.map { one($0, in: year) }
    if !area.isOwn { return found.first ?? TrendPoint() }
    var whole = TrendPoint()
    whole.change = found.compactMap(\.change).first
    whole.crossing = found.compactMap(\.crossing).first
    whole.table = found.compactMap(\.table).first
    whole.sources = FigureSource.joined(
      found.flatMap { point in point.sources.flatMap { source in source.columns.map { (source.record, $0) } } })
    guard !found.isEmpty, area.parts.count == area.partCodes.count else { return whole }
    if isSum {
      whole.value = found.reduce(0) { $0 + $1.value }
      whole.people = found.reduce(0) { $0 + $1.people }
    } else if case .share(let age) = measure {
      // Shares of several areas weigh by their people, of the year that these are known of.
      let people = area.parts.map { place in
        atlas.table(place.year).map { PopulationSource($0, age, codebook).people(place.row) } ?? .nan
      }
      let together = DirectMethod.combine(zip(people, found).map { ($0, $1.value * 100) })
      whole.value = together.rate
      whole.people = together.estimate
      whole.sample = found.reduce(0) { $0 + $1.sample }
    }
    return whole
  }

  private func one(_ place: Area.Place, in year: Int) -> TrendPoint {
    if case .figure(let measure) = measure { return figure(measure, place, in: year) }
    for table in tables where table.year == year {
      guard let indicator = table.indicator(name), let row = table.row(place.code, in: place.year) else { continue }
      return percentage(table, indicator, row, place)
    }
    return TrendPoint()
  }

  private func figure(_ measure: Codebook.Measure, _ place: Area.Place, in year: Int) -> TrendPoint {
    var point = TrendPoint()
    guard let table = atlas.table(year) else { return point }
    let carried = year == place.year ? nil : table.carried(place.code, to: place.year)
    guard let row = carried ?? table.rows[place.code], carried != nil || row < table.listed else { return point }
    if let carried {
      point.crossing = table.crossing(carried)
    } else {
      point.change = atlas.changes.reason(place.code, from: year, to: place.year)
      if point.change != nil, !takesSameCodes { return point }
    }
    let found = table.value(measure, row: row)
    point.value = found.value
    if measure.countsPeople { point.people = found.value }
    point.table = ImportedTables.areas(year)
    if let column = found.column {
      point.sources = FigureSource.joined(
        table.ownRows(row).map { own in
          let column = table.value(measure, row: own).column ?? column
          return (table.sources.record(own, column), column)
        })
    }
    return point
  }

  private func percentage(
    _ table: HealthTable, _ indicator: HealthTable.Indicator, _ row: Int, _ place: Area.Place
  ) -> TrendPoint {
    var point = TrendPoint()
    point.crossing = table.crossing(row)
    point.change = table.change(row, since: place, atlas.changes)
    if point.change != nil, !takesSameCodes { return point }
    point.isAddedUp = table.isAddedUp(row)
    point.table = table.tableName
    point.sources = table.sources(row, indicator)
    let count = indicator.counts?[row] ?? .nan
    switch measure {
    case .share(let age):
      point.value = DirectMethod.rate(percent: indicator.percentages[row])
      point.people = count.isNaN ? point.value * people(place, age, in: table.year) : count
      point.sample = indicator.samples.indices.contains(row) ? indicator.samples[row] : .nan
      if indicator.counts != nil {
        point.sample = point.value > 0 ? count / point.value : people(place, age, in: table.year)
      }
      point.error = indicator.errors.indices.contains(row) ? indicator.errors[row] / 100 : .nan
    case .persons:
      point.value = count
      point.people = count
    case .own, .figure:
      point.value = indicator.columns.values[row]
      if own?.measure == .count { point.people = point.value }
      point.error = indicator.errors.indices.contains(row) ? indicator.errors[row] : .nan
    }
    return point
  }

  /// The people of an age, of the year itself where they are known, else of the area's own.
  private func people(_ place: Area.Place, _ age: Codebook.Age, in year: Int) -> Double {
    if let then = atlas.table(year), let row = then.rows[place.code] {
      let people = PopulationSource(then, age, codebook).people(row)
      if !people.isNaN { return people }
    }
    return atlas.table(place.year).map { PopulationSource($0, age, codebook).people(place.row) } ?? .nan
  }
}
