import WorkbenchKit

/// What a column of a table of small areas is for, and by which names that is seen.
enum SmallRole: String, CaseIterable {
  case area, within, year, indicator, value, people

  /// As it is said before the `=` of `--column`, in either language.
  var words: [String] {
    switch self {
    case .area: ["area", "gebied"]
    case .within: ["in", "within", "binnen"]
    case .year: ["year", "jaar"]
    case .indicator: ["indicator", "kenmerk"]
    case .value: ["value", "waarde"]
    case .people: ["people", "mensen"]
    }
  }

  /// The names of columns that say it themselves, the likeliest first, without signs between their letters.
  private var names: [String] {
    switch self {
    case .area:
      [
        "pc6", "pc6code", "postcode6", "postcode", "pc5", "pc5code", "postcode5", "pc4", "pc4code", "postcode4",
        "gebied",
        "gebiedscode", "area", "areacode", "code",
      ]
    case .within: []
    case .year: ["jaar", "year", "perioden", "periode", "period"]
    case .indicator: ["indicator", "kenmerk", "onderwerp", "measure"]
    case .value: ["waarde", "value", "cijfer", "aantal", "percentage"]
    case .people: ["inwoners", "aantalinwoners", "population", "bevolking", "mensen", "personen", "people"]
    }
  }

  static func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The column that bears one of the names; nil where none does.
  func column(among columns: [Column]) -> Column? {
    names.lazy.compactMap { name in columns.first { Self.key($0.name) == name } }.first
  }
}
