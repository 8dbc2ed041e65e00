import WorkbenchKit

/// A projection in words and a table, with where it came from.
struct ProjectionReport {
  let projection: Projection
  private let context: Context
  private let stated: [Ageing.Growth]
  let origin: FigureOrigin
  /// What is said where it rests on national starting values.
  let starting: Text?
  private let forecast: StartingFigures.Forecast?
  /// What CBS and PBL expect; nil where that is not imported.
  private let regional: RegionalForecast?
  /// Whether it stands on a page, whose command has no flags of a projection.
  private let isOnPage: Bool

  init(
    _ projection: Projection, _ people: PeopleByAge, _ codebook: Codebook, _ context: Context, isOnPage: Bool = false
  ) throws {
    self.projection = projection
    self.isOnPage = isOnPage
    self.context = context
    stated = try context.ageing.growth
    var origin = FigureOrigin()
    if case .none = projection.way {
      for source in try context.knowledge.publications(stated.map(\.source), in: context) {
        origin.add(source)
      }
    }
    starting = StartingMark.sentence(
      projection.starting(people), ofCountry: projection.rows.allSatisfy { $0.area.level == .land })
    let figures = try context.startingFigures
    let isInUse =
      try StartingValues.areOn(context.workspace)
      && StartingValues.inUse(context.workspace).contains(figures.forecast.id)
    forecast = isInUse ? figures.forecast : nil
    regional = try RegionalForecast(context.workspace)
    for area in Set(projection.rows.map(\.area.code)).sorted() {
      guard let row = projection.rows.first(where: { $0.area.code == area }),
        let expected = regional?.expected(row.area, in: projection.year)
      else { continue }
      let records = try ImportedTables.records(of: ImportedTables.forecast, in: context.workspace)
      if records.indices.contains(expected.record) {
        origin.add(records[expected.record], columns: records[expected.record].columns)
      }
      if let source = codebook.source("cbs-85173ned", year: nil) { origin.add(source) }
    }
    self.origin = origin.merged(with: try projection.origin(people, codebook, in: context.workspace))
  }

  func told(_ areas: [Area], _ atlas: Atlas) -> Told {
    // First, since a short account of a figure shows the first few.
    if let starting { context.workspace.note(assumption: starting) }
    context.workspace.note(origin)
    let counts = SmallCounts(context.workspace)
    let (table, held) = table(atlas, counts)
    var told = Told(shown: said, sources: origin.sources)
    if let sentence = sentence(held) { told.shown.append(.paragraph(sentence)) }
    if table.rowCount > 0 { told.shown.append(.table(table)) }
    if let starting { told.say([.caution(nl: "\(starting.nl).", en: "\(starting.en).")]) }
    told.say(notices + beside(areas) + counts.notice(held) + Demo.notice(for: areas))
    if case .none = projection.way {} else if table.rowCount > 0 { told.method = projection.way.name }
    return told
  }

  /// What stands above the table: where nothing is computed, what the source says.
  private var said: [Block] {
    guard case .none = projection.way else { return [] }
    var facts = Facts(isDetail: true)
    var blocks: [Block] = []
    for item in stated {
      blocks.append(
        .paragraph(
          Text(
            nl: "Er wordt niets vooruitgerekend. De bron zegt van heel Nederland: \(item.text.nl).",
            en: "Nothing is projected. Of the whole country the source says: \(item.text.en).")))
      facts.add("people", .number(item.people, unit: .persons), label: Text(nl: "mensen", en: "people"))
      facts.add("age", .text(item.age), label: Text(nl: "leeftijd", en: "age"))
      facts.add("year", item.year, label: Text(nl: "in het jaar", en: "in the year"))
      facts.add("factor", .number(item.factor), label: Text(nl: "maal zoveel", en: "times as many"))
      facts.add("base_year", .missing, label: Text(nl: "als in het jaar", en: "as in the year"))
    }
    return blocks + [.facts(facts)]
  }

  /// "Hengelo: 17.327 65-plussers in 2024, 22.700 in 2040", for a single area.
  private func sentence(_ held: Disclosure) -> Text? {
    guard case .cohort = projection.way, let row = projection.rows.first, row.ages.from == 65, row.ages.below == nil,
      !projection.rows.contains(where: { $0.area != row.area }), !held.hidden.contains(0)
    else { return nil }
    let (now, later) = (Text.number(row.population, decimals: 0), Text.number(row.projected, decimals: 0))
    let change = Projection.change(from: row.population, to: row.projected)
    return Text(
      nl:
        "\(row.area.name): van \(now.nl) 65-plussers in \(row.baseYear) naar \(later.nl) in \(projection.year)\(change.nl)",
      en:
        "\(row.area.name): from \(now.en) people of 65 and over in \(row.baseYear) to \(later.en) in \(projection.year)\(change.en)"
    )
  }

  /// What other starting values and the national forecast give.
  private func beside(_ areas: [Area]) -> [Block] {
    var blocks = projection.otherwise.map { other -> Block in
      let people = Text.number(other.people, decimals: 0)
      return .info(
        nl:
          "met een andere beginwaarde, \(other.mark.label.nl) (\(other.mark.year)): \(people.nl) 65-plussers in \(projection.year)",
        en:
          "by another starting value, \(other.mark.label.en) (\(other.mark.year)): \(people.en) people of 65 and over in \(projection.year)"
      )
    }
    blocks += areas.prefix(Self.mostForecasts).compactMap(forecast)
    if areas.count == 1, areas[0].level == .land, case .cohort = projection.way,
      let expected = forecast?.people(AgeRange(from: 65, below: nil), in: projection.year)
    {
      let people = Text.number(expected, decimals: 0)
      blocks.append(
        .info(
          nl: "de prognose van CBS, met migratie: \(people.nl) 65-plussers in \(projection.year)",
          en: "the forecast of CBS, with migration: \(people.en) people of 65 and over in \(projection.year)"))
    }
    return blocks
  }

  /// Of more areas than this a line each is no reading.
  private static let mostForecasts = 3

  /// What CBS and PBL expect of an area: in the year that was asked for, or the nearest there is.
  private func forecast(_ area: Area) -> Block? {
    guard let found = regional?.expected(area, in: projection.year) else { return nil }
    let people = Text.number(found.people, decimals: 0)
    let (low, high) = (Text.number(found.low, decimals: 0), Text.number(found.high, decimals: 0))
    let bounds =
      found.low.isNaN || found.high.isNaN
      ? Text.verbatim("")
      : Text(
        nl: ", met een kans van 67 % tussen \(low.nl) en \(high.nl)",
        en: ", with a likelihood of 67% between \(low.en) and \(high.en)")
    let borders = found.boundaries.map { Text(nl: "; grenzen van \($0)", en: "; boundaries of \($0)") } ?? .verbatim("")
    return .info(
      nl:
        "de regionale prognose van CBS en PBL, met verhuizingen: \(area.name) heeft \(people.nl) inwoners in \(found.year)\(bounds.nl)\(borders.nl)",
      en:
        "the regional forecast of CBS and PBL, with moves: \(area.name) has \(people.en) inhabitants in \(found.year)\(bounds.en)\(borders.en)"
    )
  }

  private func table(_ atlas: Atlas, _ counts: SmallCounts) -> (table: Table, held: Disclosure) {
    let rows = projection.rows
    let labels = rows.map { $0.ages == .all ? Text(nl: "alle", en: "all")(context.language) : $0.ages.label }
    var numbers: [String: Int] = [:]
    for label in labels where numbers[label] == nil { numbers[label] = numbers.count }
    let now = rows.map(\.population)
    let later = rows.map(\.projected)
    let held = AreaDisclosure.rows(
      rows.map(\.area), tables: labels.map { numbers[$0] ?? 0 }, [now, later], atlas, counts)
    let years = Set(rows.map(\.baseYear))
    let year = years.count == 1 ? .verbatim(years.first.map(String.init) ?? "") : Text(nl: "nu", en: "now")
    let population = counts.column("population", now, label: year, held: held)
    let projected = counts.column("projected", later, label: .verbatim(String(projection.year)), held: held)
    let isComputed = later.contains { !$0.isNaN }
    let table = Table(
      title: isComputed
        ? Text(nl: "Mensen in \(projection.year)", en: "People in \(projection.year)")
        : Text(nl: "Mensen nu", en: "People now"),
      columns: [
        .texts("area", rows.map(\.area.code), label: Text(nl: "gebied", en: "area")),
        .texts("name", rows.map(\.area.name), label: Text(nl: "naam", en: "name")),
        .texts("age", labels, label: Text(nl: "leeftijd", en: "age")),
        .numbers("base_year", rows.map { Double($0.baseYear) }, label: Text(nl: "jaar", en: "year"), format: .plain)
          .asDetail(years.count == 1),
        population,
        .numbers(
          "year", rows.map { _ in Double(projection.year) }, label: Text(nl: "tot", en: "until"), format: .plain
        ).asDetail(),
        projected.asDetail(!isComputed),
        .numbers(
          "factor", zip(now, later).map { $0 > 0 ? $1 / $0 : .nan }, label: .verbatim("factor"), format: .decimals(2)
        ).asDetail(!isComputed),
        .texts("method", rows.map { _ in projection.way.name }, label: Text(nl: "methode", en: "method")).asDetail(),
      ] + Column.nesting(of: rows.map(\.area)))
    return (table, held)
  }

  var notices: [Block] {
    var blocks: [Block] = []
    if case .none = projection.way {
      let growth =
        isOnPage
        ? Text(nl: "geef 'wzw project' groeifactoren", en: "give 'wzw project' growth factors")
        : Text(nl: "geef groeifactoren", en: "give growth factors")
      blocks.append(
        .info(
          nl:
            "voor een berekening: 'wzw start' laadt landelijke beginwaarden; of lees overleving per klasse in (wzw import … --as survival) met bevolking in die klassen (--as population), of \(growth.nl) met --growth 65+=…",
          en:
            "for a projection: 'wzw start' loads national starting values; or import survival per band (wzw import … --as survival) with population in those bands (--as population), or \(growth.en) with --growth 65+=…"
        ))
    }
    let notes = OriginNotes(origin)
    blocks += notes.assumed() + notes.evidence
    if !projection.negative.isEmpty {
      let listed = Text.list(projection.negative)
      blocks.append(
        .warning(
          nl: "er zouden minder dan nul mensen overblijven, dus de migratie klopt niet: \(listed.nl)",
          en: "fewer than nobody, so the migration is wrong: \(listed.en)"))
    }
    for (gap, codes) in projection.gaps.sorted(by: { $0.value.count > $1.value.count }) {
      let listed = Text.list(codes, atMost: 3)
      let why = gap.text(splits: !isOnPage)
      blocks.append(
        .warning(nl: "niet berekend: \(listed.nl): \(why.nl)", en: "not computed: \(listed.en): \(why.en)"))
    }
    return blocks
  }
}
