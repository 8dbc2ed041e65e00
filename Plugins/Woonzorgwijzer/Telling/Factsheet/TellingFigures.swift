import WorkbenchKit

/// What of all that is known of an area fits on a page.
enum TellingFigures {
  private static let names: Set<String> = [
    "level", "municipality", "parts", "population", "age_65_plus", "households", "one_person_households", "dwellings",
    "dwelling_value", "rented", "housing_corporation", "wmo_clients", "supermarket_distance",
  ]

  /// Returns the figures that say who lives in an area.
  static func facts(_ facts: Facts) -> Facts {
    var kept = Facts()
    for fact in facts.facts where names.contains(fact.name) {
      kept.add(fact.name, fact.value, label: fact.label, format: fact.format)
    }
    return kept
  }

  /// How many percentages a sheet has where none are asked for.
  static let most = 5

  /// Returns the rows of a table of percentages that are asked for, else those that differ most from the municipality, and
  /// of a municipality from the country.
  ///
  /// - Parameter asked: stems of indicators; empty for none in particular.
  static func percentages(_ table: Table, asked: [String]) -> Table {
    let table = onScreen(table)
    let stems = table.column("indicator")?.texts ?? []
    let own = table.column("rate")?.numbers ?? []
    let near = table.column("municipality_rate")?.numbers ?? []
    let far = table.column("country_rate")?.numbers ?? []
    if !asked.isEmpty {
      var chosen = table.rows(stems.indices.filter { row in stems[row].map(asked.contains) ?? false })
      chosen.title = Text(nl: "Gezondheid", en: "Health")
      return chosen
    }
    func difference(_ row: Int) -> Double {
      let beside = near[row].isNaN ? far[row] : near[row]
      return beside.isNaN ? -1 : abs(own[row] - beside)
    }
    let ranked = stems.indices.sorted { (difference($0), $1) > (difference($1), $0) }
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
    return Table(title: table.title, columns: table.columns.map { $0.asDetail(details.contains($0.name)) })
  }
}
