import WorkbenchKit

/// What of all that is known of an area fits on a page.
enum TellingFigures {
  private static let names: Set<String> = [
    "level", "municipality", "parts", "population", "age_65_plus", "households", "one_person_households", "dwellings",
    "dwelling_value", "rented", "housing_corporation", "wmo_clients", "supermarket_distance",
  ]

  /// Returns the figures that say who lives in an area.
  static func facts(_ facts: Facts) -> Facts {
    facts.mapping { names.contains($0.name) ? $0 : nil }.atAGlance(glance)
  }

  /// How many percentages a sheet has where none of those of the rule are loaded.
  static let most = 5

  /// The rows of a table of percentages that are on the sheet, and why these.
  struct Chosen {
    let table: Table
    /// Nil where they were asked for.
    var rule: Text?
    var citations: [Citation] = []
  }

  /// Returns the percentages that are asked for; else those that bear on living with care, one for each aspect; where none of
  /// these are known, those that differ most from the municipality, and of a municipality from the country.
  ///
  /// - Parameters:
  ///   - asked: stems of indicators; empty for none in particular.
  ///   - own: stems of figures of one's own, which stand behind those of the rule.
  ///   - source: the title of the publication that the aspects are from.
  ///   - facts: the key figures on the sheet.
  static func percentages(
    _ table: Table, asked: [String], own: [String] = [], _ aspects: [SheetAspect], by source: String,
    beside facts: Facts
  ) -> Chosen {
    let table = onScreen(table)
    let stems = table.column("indicator")?.texts ?? []
    if !asked.isEmpty {
      var chosen = table.rows(stems.indices.filter { row in stems[row].map(asked.contains) ?? false })
      chosen.title = Text(nl: "Gezondheid", en: "Health")
      return Chosen(table: chosen)
    }
    let ages = table.column("age")?.texts ?? []
    let found = aspects.map { aspect in (aspect: aspect, row: row(of: aspect, stems, ages)) }
    let rows = found.compactMap(\.row)
    guard !rows.isEmpty else { return Chosen(table: mostDifferent(table)) }
    let ownRows = stems.indices.filter { row in !rows.contains(row) && stems[row].map(own.contains) ?? false }
    var chosen = table.rows(rows + ownRows)
    chosen.title = Text(nl: "Wat telt voor wonen met zorg", en: "What matters for living with care")
    chosen = chosen.atAGlance()
    let names = Set(facts.facts.map(\.name))
    let lacking = found.filter { one in one.row == nil && one.aspect.measure.map(names.contains) != true }.map(\.aspect)
    return Chosen(
      table: chosen, rule: rule(aspects, by: source, lacking: lacking, hasOwn: !ownRows.isEmpty),
      citations: found.filter { $0.row != nil }.map(\.aspect.source))
  }

  /// The columns that a screen has first.
  private static let columns = ["label", "age", "rate", "municipality_rate", "country_rate"]
  /// The key figures that a screen has first.
  private static let glance = ["municipality", "population", "age_65_plus", "households", "one_person_households"]

  /// Returns a sheet of all figures as a screen has it first: the people, and the percentages that bear on living with care.
  static func atAGlance(_ blocks: [Block], _ aspects: [SheetAspect]) -> [Block] {
    blocks.map { block in
      switch block {
      case .facts(let facts): return .facts(facts.atAGlance(glance))
      case .table(let table):
        guard let stems = table.column("indicator")?.texts, let ages = table.column("age")?.texts else { return block }
        let rows = aspects.compactMap { row(of: $0, stems, ages) }
        return .table(table.atAGlance(columns: columns, rows: rows.isEmpty ? nil : rows))
      default: return block
      }
    }
  }

  /// The rows of a table of percentages that are nearest in time to a year, one of each indicator and age.
  static func nearest(_ table: Table, to year: Int) -> Table {
    let keys = keys(table)
    let years = (table.column("year")?.numbers ?? []).map { Int($0) }
    var best: [[String?]: Int] = [:]
    for row in keys.indices {
      if let other = best[keys[row]], !Estimator.isNearer(years[row], than: years[other], to: year) { continue }
      best[keys[row]] = row
    }
    return table.rows(best.values.sorted())
  }

  /// Of which years the percentages on a sheet are, and of which years these same are known.
  static func years(_ chosen: Table, among all: Table, _ people: Int) -> RateUse.Years {
    let years = { (table: Table) in (table.column("year")?.numbers ?? []).map { Int($0) } }
    let shown = Set(keys(chosen))
    return RateUse.Years(
      taken: Set(years(chosen)),
      imported: Set(zip(keys(all), years(all)).filter { shown.contains($0.0) }.map(\.1)), people: [people])
  }

  private static func keys(_ table: Table) -> [[String?]] {
    zip(table.column("indicator")?.texts ?? [], table.column("age")?.texts ?? []).map { [$0, $1] }
  }

  /// The row of the first indicator that is known of an aspect; of people over 65 where there are any.
  private static func row(of aspect: SheetAspect, _ stems: Texts, _ ages: Texts) -> Int? {
    for stem in aspect.stems {
      let rows = stems.indices.filter { stems[$0] == stem }
      if let row = rows.first(where: { ages[$0] == "65+" }) ?? rows.first { return row }
    }
    return nil
  }

  private static func rule(
    _ aspects: [SheetAspect], by source: String, lacking: [SheetAspect], hasOwn: Bool
  ) -> Text {
    let all = Text.joined(aspects.map(\.label))
    var words = Text(
      nl: "Gekozen is wat volgens '\(source)' telt om zelfstandig te wonen met zorg: \(all.nl)",
      en: "Chosen is what by '\(source)' matters for living on one's own with care: \(all.en)")
    if !lacking.isEmpty {
      let list = Text.joined(lacking.map(\.label))
      words = words + Text(nl: "; daarvan zonder cijfer: \(list.nl)", en: "; of these without a figure: \(list.en)")
    }
    if hasOwn { words = words + Text(nl: "; daarna eigen cijfers", en: "; after these figures of your own") }
    return words + Text(nl: ". Andere kiest u met --indicator.", en: ". Choose others with --indicator.")
  }

  private static func mostDifferent(_ table: Table) -> Table {
    let own = table.column("rate")?.numbers ?? []
    let near = table.column("municipality_rate")?.numbers ?? []
    let far = table.column("country_rate")?.numbers ?? []
    func difference(_ row: Int) -> Double {
      let beside = near[row].isNaN ? far[row] : near[row]
      return beside.isNaN ? -1 : abs(own[row] - beside)
    }
    let ranked = own.indices.sorted { (difference($0), $1) > (difference($1), $0) }
    var chosen = table.rows(Array(ranked.prefix(most)))
    let isCompared = ranked.first.map { difference($0) >= 0 } ?? false
    chosen.title =
      isCompared
      ? Text(
        nl: "De \(chosen.rowCount) percentages die het meest verschillen van de omgeving",
        en: "The \(chosen.rowCount) percentages that differ most from the surroundings")
      : Text(
        nl: "\(chosen.rowCount) van de \(table.rowCount) percentages",
        en: "\(chosen.rowCount) of the \(table.rowCount) percentages")
    return chosen
  }

  /// The words say it on a screen; the name and the year stand in the other forms, and below with the origin.
  private static func onScreen(_ table: Table) -> Table {
    let details: Set<String> = ["indicator", "year"]
    return Table(
      title: table.title, columns: table.columns.map { $0.asDetail($0.isDetail || details.contains($0.name)) })
  }
}
