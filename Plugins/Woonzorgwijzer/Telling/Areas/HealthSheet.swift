import WorkbenchKit

/// The percentages of one area beside those of its municipality and the country.
struct HealthSheet {
  let area: Area
  let atlas: Atlas
  /// The percentages to show; nil for none.
  let search: IndicatorSearch?
  let codebook: Codebook

  private var tables: [HealthTable] { search?.tables ?? [] }

  /// Nil where nothing is known of the area.
  func table(_ language: Language) -> Table? {
    var rows: [(stem: String, age: String, year: Int, own: Double, municipality: Double, country: Double)] = []
    let municipality = area.members.first.flatMap(AreaCode.municipality)
    let isWithin = area.members.allSatisfy { code in municipality.map { AreaCode.holds($0, code) } ?? false }
    for table in tables {
      let people = people(table.age)
      for indicator in table.indicators {
        let own = share(table, indicator, people)
        if own.isNaN { continue }
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
    return Table(
      title: Text(nl: "Gezondheid", en: "Health"),
      columns: [
        .texts("indicator", rows.map(\.stem), label: Text(nl: "indicator", en: "indicator")),
        .texts(
          "label", rows.map { codebook.indicators[$0.stem]?.label(language) },
          label: Text(nl: "in gewone woorden", en: "in plain words")),
        .texts("age", rows.map(\.age), label: Text(nl: "leeftijd", en: "age")),
        .numbers("year", rows.map { Double($0.year) }, label: Text(nl: "jaar", en: "year"), format: .plain),
        share("rate", rows.map(\.own), Text(nl: "hier %", en: "here %")),
        share("municipality_rate", rows.map(\.municipality), Text(nl: "gemeente %", en: "municipality %")),
        share("country_rate", rows.map(\.country), Text(nl: "land %", en: "country %")),
      ])
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
    guard let row = code.flatMap({ table.rows[$0] }) else { return .nan }
    return DirectMethod.rate(percent: indicator.percentages[row])
  }
}
