import WorkbenchKit

/// Reads the regional forecast of CBS and PBL as StatLine gives it (85173NED): all people of a municipality or the country in a
/// later year, in thousands, with the bounds of 67 percent.
///
/// Rows by age are left out: CBS and PBL withdrew that detail in July 2023.
struct ForecastReader {
  /// The bounds between which the outcome falls with a likelihood of 67 percent, as codes and in words.
  private enum Value {
    case expected, low, high

    init?(_ word: String) {
      switch word.trimmedOfPadding {
      case "MW00000", "Prognose", "Waarde": self = .expected
      case "MOG0067", "Ondergrens 67%-interval", "Ondergrens 67% prognose-interval": self = .low
      case "MBG0067", "Bovengrens 67%-interval", "Bovengrens 67% prognose-interval": self = .high
      default: return nil
      }
    }
  }

  private static let everybody: Set = ["10000", "Totaal", "Totaal leeftijd", "Totale bevolking"]

  let file: ReadFile
  let scope: Scope
  let evidence: Evidence

  /// - Throws: `import.nothing` where no row is of all people of a known area.
  func read(_ text: DelimitedText, _ columns: ForecastColumns) throws -> [Imported] {
    let only = try scope.code(among: [:])
    let cells = { (column: Int) in text.texts(column: column) }
    let (regions, intervals, periods) = (cells(columns.region), cells(columns.interval), cells(columns.period))
    let ages = columns.age.map(cells)
    let people = text.numbers(columns: [columns.people]).first?.values ?? []
    var found: [Key: Row] = [:]
    var order: [Key] = []
    var counts = ImportCounts()
    var byAge = 0
    for row in 0..<text.rowCount {
      if let age = ages?[row]?.trimmedOfPadding, !Self.everybody.contains(age) {
        byAge += 1
        continue
      }
      guard let code = Self.code(regions[row]), let year = periods[row].flatMap(Period.year),
        let value = intervals[row].flatMap(Value.init)
      else {
        counts.leaveOut("\(text.line(ofRow: row)) ('\(regions[row]?.trimmedOfPadding ?? "")')")
        continue
      }
      if let only, code != only {
        counts.outside += 1
        continue
      }
      // In thousands, with one decimal: whole hundreds.
      let number = people.indices.contains(row) ? (people[row] * 1000).rounded() : .nan
      if number < 0 {
        counts.note(strange: "\(text.header[columns.people]) '\(NumberText.shortest(people[row]))' (\(code))")
        continue
      }
      let key = Key(code: code, year: year)
      if found[key] == nil { order.append(key) }
      switch value {
      case .expected: found[key, default: Row()].people = number
      case .low: found[key, default: Row()].low = number
      case .high: found[key, default: Row()].high = number
      }
    }
    order = order.filter { found[$0]?.people.isNaN == false }
    if order.isEmpty { throw ImportProblem.nothing(file.name, scope) }
    if byAge > 0 {
      counts.unusableCount += byAge
      counts.remarks.append(
        Text(
          nl:
            "regels naar leeftijd zijn niet gelezen (\(Text.count(byAge).nl)): CBS en PBL trokken die in juli 2023 in als onbetrouwbaar",
          en:
            "rows by age were not read (\(Text.count(byAge).en)): CBS and PBL withdrew these in July 2023 as unreliable"
        ))
    }
    return [imported(order, found, columns, only, counts, text)]
  }

  private struct Key: Hashable {
    let code: String
    let year: Int
  }

  private struct Row {
    var people = Double.nan
    var low = Double.nan
    var high = Double.nan
  }

  /// The country is `NL01` in tables of regions.
  private static func code(_ word: String?) -> String? {
    guard let word = word?.trimmedOfPadding else { return nil }
    return word == "NL01" ? "NL00" : AreaCode.reading(word)
  }

  private func imported(
    _ keys: [Key], _ rows: [Key: Row], _ columns: ForecastColumns, _ only: String?, _ before: ImportCounts,
    _ text: DelimitedText
  ) -> Imported {
    let values = keys.map { rows[$0] ?? Row() }
    let table = Table(
      title: Text(nl: "Regionale prognose van CBS en PBL", en: "Regional forecast of CBS and PBL"),
      columns: [
        .texts("code", keys.map(\.code)),
        .numbers("year", keys.map { Double($0.year) }, format: .plain),
        .numbers("people", values.map(\.people), unit: .persons), .numbers("low", values.map(\.low), unit: .persons),
        .numbers("high", values.map(\.high), unit: .persons),
        .numbers("boundaries", keys.map { _ in columns.boundaries.map(Double.init) ?? .nan }, format: .plain),
      ])
    var counts = before
    let used = [columns.region, columns.interval, columns.period, columns.people, columns.age]
    counts.columns = ColumnAccount.all(text, used: used)
    counts.read = keys.count
    let areas = Set(keys.map(\.code)).count
    let years = Set(keys.map(\.year)).sorted()
    let when = years.count == 1 ? "\(years[0])" : "\(years.first ?? 0)-\(years.last ?? 0)"
    let counted = Text.counted(areas, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
    counts.summary = Text(
      nl: "gelezen de verwachting van \(counted.nl), \(when)", en: "read the forecast of \(counted.en), \(when)")
    counts.remarks.append(
      Text(
        nl:
          "een verwachting komt nergens in de plaats van mensen van nu; 'wzw project' zet haar naast de eigen uitkomst",
        en: "a forecast takes the place of people of today nowhere; 'wzw project' sets it beside its own outcome"))
    let record = ImportRecord(
      kind: .forecast, file: file, year: nil, only: only, columns: ["TotaleBevolking"], evidence: evidence)
    return Imported(
      name: ImportedTables.forecast, table: table, record: record, counts: counts, key: ["code", "year"])
  }
}
