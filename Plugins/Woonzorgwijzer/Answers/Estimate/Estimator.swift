import WorkbenchKit

/// Estimates by the direct method, for areas, indicators and age groups.
struct Estimator {
  struct Estimate {
    let area: Area
    /// Which of the estimator's stems and age groups; numbers, because there are many estimates and few of these.
    let stem: Int
    var age: Int
    var figures: DirectMethod.Combined
    /// Where it came from; nil where no percentage was found.
    var origin: Int?
    /// Of how many people asked a percentage of one's own is; NaN where that is not known.
    var sample = Double.nan
    /// The standard error that one's own file gives a percentage, as a share of one; NaN where it gives none.
    var error = Double.nan
  }

  /// What the figures of a row came out of.
  struct Origin: Hashable {
    let areasYear: Int
    /// The files of the people and of the percentage; of a row that was carried over those of all its old areas.
    let areas: [FigureSource]
    let health: String
    let healthYear: Int
    let rates: [FigureSource]
    /// What carried the percentage over from the areas of another year.
    let crossing: Crossing?
    /// Whether it is a count of one's own, and no percentage.
    var isCount = false
    /// Whether it was added up out of parts.
    var isAddedUp = false
    /// What was taken off it.
    var less: [Origin] = []
    /// What the other parts of an own area came out of.
    var also: [Origin] = []

    /// All that had part in the figures.
    var all: [Origin] { [self] + (less + also).flatMap(\.all) }
    /// Whether any of it was carried over from the areas of another year.
    var isCarried: Bool { crossing != nil || (less + also).contains(where: \.isCarried) }
  }

  private struct OriginKey: Hashable {
    let indicator: Int
    let year: Int
    let record: Int
    let health: Int
    let healthRecord: Int
    let healthColumn: String
    let crossing: Crossing?
    let isAddedUp: Bool
    /// All files, where there can be several.
    let areas: [FigureSource]
    let rates: [FigureSource]
  }

  private struct Rates {
    /// Which of all tables.
    let number: Int
    let table: HealthTable
    let indicator: HealthTable.Indicator
  }

  /// A code that names another place in the percentages' year.
  struct Changed: Hashable {
    let code: String
    let name: String
    let year: Int
    let reason: CodeChanges.Reason
  }

  let atlas: Atlas
  let search: IndicatorSearch
  let stems: [String]
  /// The codes that name another place in the percentages' year, in the order in which they were met.
  private(set) var changed: [Changed] = []
  private var isChanged: Set<String> = []
  var ages: [Codebook.Age]
  var estimates: [Estimate] = []
  var origins: [Origin] = []
  private var known: [OriginKey: Int] = [:]
  private var latest: (key: OriginKey, index: Int)?

  var tables: [HealthTable] { search.tables }
  var codebook: Codebook { search.codebook }

  init(_ search: IndicatorSearch, in atlas: Atlas, stems: [String], ages: [Codebook.Age]) {
    self.search = search
    self.atlas = atlas
    self.stems = stems
    self.ages = ages
  }

  mutating func estimate(_ areas: [Area], context: Context) throws {
    estimates.reserveCapacity(areas.count * stems.count * ages.count)
    let pairs = ages.map { age in
      (
        people: atlas.tables.map { PopulationSource($0, age, codebook) },
        rates: stems.map { stem in
          tables.enumerated().filter { $0.element.age == age.name }.compactMap { number, table in
            table.indicator(stem).map { Rates(number: number, table: table, indicator: $0) }
          }
        }
      )
    }
    // For each year of key figures the percentages nearest in time come first, of two as near the newer.
    let nearest = pairs.map { pair in
      pair.rates.map { rates in
        Dictionary(
          uniqueKeysWithValues: atlas.tables.map { table in
            (
              table.year,
              rates.sorted { Self.isNearer($0.table.year, than: $1.table.year, to: table.year) }
            )
          })
      }
    }
    for (index, area) in areas.enumerated() {
      if index & 1023 == 0 {
        try context.checkInterrupt()
        context.monitor.progress(
          Double(index) / Double(max(areas.count, 1)), Text(nl: "schattingen berekenen", en: "computing estimates"))
      }
      for stem in stems.indices {
        for age in ages.indices where !pairs[age].rates[stem].isEmpty {
          estimates.append(one(area, stem, age, pairs[age].people, nearest[age][stem]))
        }
      }
    }
  }

  static func isNearer(_ one: Int, than other: Int, to year: Int) -> Bool {
    (abs(one - year), -one) < (abs(other - year), -other)
  }

  private mutating func one(
    _ area: Area, _ stem: Int, _ age: Int, _ people: [PopulationSource], _ rates: [Int: [Rates]]
  ) -> Estimate {
    let number = stem * ages.count + age
    if let place = area.place {
      let found = figures(place, number, people, rates)
      // Of nobody a published percentage counts nobody; what a file of one's own does not give stays empty.
      let isMissing = found.origin == nil && search.own(stems[stem]) != nil
      return Estimate(
        area: area, stem: stem, age: age,
        figures: .init(
          population: found.population, rate: DirectMethod.rate(percent: found.percent),
          estimate: isMissing ? .nan : found.estimate, covered: found.covered),
        origin: found.origin, sample: found.sample, error: found.error)
    }
    let parts = area.parts.map { figures($0, number, people, rates) }
    var pairs = parts.map { (population: $0.population, percent: $0.percent) }
    if area.parts.count < area.partCodes.count { pairs.append((.nan, .nan)) }
    var whole = DirectMethod.combine(pairs)
    // Counts of one's own are added up, and not worked out of percentages.
    let counts = parts.compactMap(\.count)
    if !counts.isEmpty, counts.count == area.partCodes.count { whole.estimate = counts.reduce(0, +) }
    return Estimate(area: area, stem: stem, age: age, figures: whole, origin: together(parts.compactMap(\.origin)))
  }

  /// The origin of what came out of several, each once.
  private mutating func together(_ parts: [Int]) -> Int? {
    var seen: Set<Int> = []
    let parts = parts.filter { seen.insert($0).inserted }
    guard let first = parts.first, parts.count > 1 else { return parts.first }
    var whole = origins[first]
    whole.also = parts.dropFirst().map { origins[$0] }
    if let known = origins.firstIndex(of: whole) { return known }
    origins.append(whole)
    return origins.count - 1
  }

  private mutating func figures(
    _ asked: Area.Place, _ number: Int, _ people: [PopulationSource], _ rates: [Int: [Rates]]
  ) -> PlaceFigures {
    guard var source = people.first(where: { $0.table.year == asked.year }) else { return PlaceFigures() }
    for rate in rates[asked.year] ?? [] {
      guard let row = rate.table.row(asked.code, in: asked.year) else { continue }
      if isOther(asked, source.table, rate.table, row) { continue }
      var place = asked
      // A count is of the people of its own year, where these are known.
      if rate.indicator.counts != nil, rate.table.crossing(row) == nil, rate.table.year != asked.year,
        let then = people.first(where: { $0.table.year == rate.table.year }), let there = then.table.rows[asked.code],
        !then.people(there).isNaN
      {
        source = then
        place = Area.Place(code: asked.code, year: then.table.year, row: there)
      }
      let record = rate.table.record(row, rate.indicator)
      let key = OriginKey(
        indicator: number, year: place.year, record: source.record(place.row), health: rate.number,
        healthRecord: record, healthColumn: rate.indicator.columns.name(row),
        crossing: rate.table.crossing(row), isAddedUp: rate.table.isAddedUp(row),
        areas: source.isJoined(place.row) ? source.sources(place.row) : [],
        rates: rate.table.crossing(row) == nil && !rate.table.isAddedUp(row)
          ? [] : rate.table.sources(row, rate.indicator))
      return PlaceFigures(
        rate.table, rate.indicator, row, people: source.people(place.row), origin: origin(key, source, place, rate))
    }
    return PlaceFigures(population: source.people(asked.row))
  }

  /// Whether the code names another place in the percentages' year; noted, and asked for with `--same-codes` no matter.
  private mutating func isOther(_ place: Area.Place, _ table: AreaTable, _ rates: HealthTable, _ row: Int) -> Bool {
    guard let reason = rates.change(row, since: place, atlas.changes) else { return false }
    if isChanged.insert(place.code).inserted {
      changed.append(Changed(code: place.code, name: table.names[place.row], year: rates.year, reason: reason))
    }
    return !search.takesSameCodes
  }

  private mutating func origin(
    _ key: OriginKey, _ source: PopulationSource, _ place: Area.Place, _ rate: Rates
  ) -> Int {
    if let latest, latest.key == key { return latest.index }
    if let index = known[key] {
      latest = (key, index)
      return index
    }
    origins.append(
      Origin(
        areasYear: place.year, areas: key.areas.isEmpty ? source.sources(place.row) : key.areas,
        health: rate.table.tableName, healthYear: rate.table.year,
        rates: key.rates.isEmpty
          ? [FigureSource(record: key.healthRecord, columns: [key.healthColumn])] : key.rates,
        crossing: key.crossing, isCount: rate.indicator.counts != nil, isAddedUp: key.isAddedUp))
    known[key] = origins.count - 1
    latest = (key, origins.count - 1)
    return origins.count - 1
  }
}

extension Estimator {
  /// What the figures of an estimate are, where they are one's own; nil for those of RIVM.
  func own(_ estimate: Estimate) -> OwnFigure? { search.own(stems[estimate.stem]) }

  /// The stems of figures of one's own that have estimates, in their order.
  var ownStems: [String] { stems.filter { search.own($0) != nil } }
}
