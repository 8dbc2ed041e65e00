import WorkbenchKit

/// The percentages of one area beside those of its municipality and the country.
struct HealthSheet {
  let area: Area
  let atlas: Atlas
  /// The percentages to show; nil for none.
  let search: IndicatorSearch?
  let codebook: Codebook
  let counts: SmallCounts

  private var tables: [HealthTable] { search?.tables ?? [] }

  /// Nil where nothing is known of the area.
  func table(_ language: Language) -> Table? {
    var rows: [(stem: String, age: String, year: Int, own: Double, municipality: Double, country: Double)] = []
    // The people behind figures of one's own, whose share gives them away; NaN for published ones.
    var people: [Double] = []
    let municipality = area.members.first.flatMap(AreaCode.municipality)
    let isWithin = area.members.allSatisfy { code in municipality.map { AreaCode.holds($0, code) } ?? false }
    for table in tables {
      let parts = self.people(table.age)
      for indicator in table.indicators {
        let own = share(table, indicator, parts)
        if own.isNaN { continue }
        people.append(indicator.own == nil ? .nan : behind(table, indicator, own, parts))
        let around = isWithin && area.level != .gemeente ? municipality : nil
        rows.append(
          (
            indicator.stem, table.age, table.year, own, percent(around, table, indicator),
            percent(area.level == .land ? nil : "NL00", table, indicator)
          ))
      }
    }
    if rows.isEmpty { return nil }
    let share = { (name: String, values: [Double], label: Text) in
      Column.numbers(name, values, label: label, unit: .share, format: .share(1))
    }
    let held = Disclosure([people], threshold: counts.threshold)
    return Table(
      title: Text(nl: "Gezondheid", en: "Health"),
      columns: [
        .texts("indicator", rows.map(\.stem), label: Text(nl: "indicator", en: "indicator")),
        .texts(
          "label",
          rows.map { row in
            (codebook.indicators[row.stem]?.label
              ?? search?.own(row.stem).map { Text(nl: "\($0.name) (eigen cijfers)", en: "\($0.name) (your own)") })?(
                language)
          },
          label: Text(nl: "in gewone woorden", en: "in plain words")),
        .texts("age", rows.map(\.age), label: Text(nl: "leeftijd", en: "age")),
        .numbers("year", rows.map { Double($0.year) }, label: Text(nl: "jaar", en: "year"), format: .plain),
        counts.column(
          "rate", rows.map(\.own), label: Text(nl: "hier %", en: "here %"), held: held, as: .rates, unit: .share,
          format: .share(1)),
        share("municipality_rate", rows.map(\.municipality), Text(nl: "gemeente %", en: "municipality %")),
        share("country_rate", rows.map(\.country), Text(nl: "land %", en: "country %")),
      ] + beside(people, rows.map(\.stem), held))
  }

  /// How many people the shares of one's own are, which the guard of small counts asks for.
  private func beside(_ people: [Double], _ stems: [String], _ held: Disclosure) -> [Column] {
    guard people.contains(where: { !$0.isNaN }) else { return [] }
    return [
      .texts("area", people.map { _ in area.code }).asDetail(),
      counts.column("estimate", people, held: held).asDetail(),
      .texts("method", people.map { $0.isNaN ? "direct" : "count" }).asDetail(),
    ] + (area.isOwn ? [.texts(AreaNesting.column, people.map { _ in area.nesting }).asDetail()] : [])
  }

  /// The people of an own area's parts; nil where they are not asked for, or not all known.
  private func people(_ age: String) -> [Double]? {
    guard area.isOwn, let age = codebook.age(age), area.parts.count == area.partCodes.count else { return nil }
    let sources = atlas.tables.map { PopulationSource($0, age, codebook) }
    return area.parts.map { place in sources.first { $0.table.year == place.year }?.people(place.row) ?? .nan }
  }

  private func share(_ table: HealthTable, _ indicator: HealthTable.Indicator, _ people: [Double]?) -> Double {
    if let place = area.place {
      return DirectMethod.rate(percent: row(place, table).map { indicator.percentages[$0] } ?? .nan)
    }
    guard let people else { return .nan }
    let parts = zip(people, area.parts).map { count, place in
      (population: count, percent: row(place, table).map { indicator.percentages[$0] } ?? .nan)
    }
    return DirectMethod.combine(parts).rate
  }

  /// How many people a share of figures of one's own stands for.
  private func behind(
    _ table: HealthTable, _ indicator: HealthTable.Indicator, _ share: Double, _ parts: [Double]?
  ) -> Double {
    if let place = area.place, let row = row(place, table), let count = indicator.counts?[row], !count.isNaN {
      return count
    }
    if let parts { return share * parts.reduce(0, +) }
    guard let place = area.place, let age = codebook.age(table.age), let areas = atlas.table(place.year) else {
      return .nan
    }
    return share * PopulationSource(areas, age, codebook).people(place.row)
  }

  /// The row of an area; none where its code names another place in the percentages' year, unless it is taken all the same.
  private func row(_ place: Area.Place, _ table: HealthTable) -> Int? {
    table.row(place.code, in: place.year).flatMap { row in
      search?.takesSameCodes == true || table.change(row, since: place, atlas.changes) == nil ? row : nil
    }
  }

  /// The codes of the area that name another place in the year of some percentages.
  var changed: [Estimator.Changed] {
    var seen: Set<String> = []
    return area.places.flatMap { place in
      tables.compactMap { table -> Estimator.Changed? in
        guard let found = table.row(place.code, in: place.year),
          let reason = table.change(found, since: place, atlas.changes),
          seen.insert(place.code).inserted
        else { return nil }
        let name = atlas.table(place.year).map { $0.names[place.row] } ?? place.code
        return Estimator.Changed(code: place.code, name: name, year: table.year, reason: reason)
      }
    }
  }

  private func percent(_ code: String?, _ table: HealthTable, _ indicator: HealthTable.Indicator)
    -> Double
  {
    guard let row = code.flatMap({ table.rows[$0] }), !(indicator.counts.map { counts.isSmall($0[row]) } ?? false)
    else { return .nan }
    return DirectMethod.rate(percent: indicator.percentages[row])
  }
}
