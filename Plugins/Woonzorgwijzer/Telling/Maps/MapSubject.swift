import WorkbenchKit

/// What a map shows: a value for each area, what it is, and where it comes from.
struct MapSubject {
  let title: Text
  let label: Text
  let unit: Unit?
  let format: Column.Format
  /// As many as there are areas; missing is NaN.
  let values: [Double]
  /// Of the areas whose value is held back what is shown in its place.
  let withheld: [Int: String]
  /// What has to be said beside it.
  let notices: [Block]
  let sources: [Source]
  /// How sure the values are; nil where nothing is known of it, or it was not asked for.
  var certainty: ValueCertainty?
  /// The indicator and the age group of its people; nil for what is no indicator.
  var indicator: (stem: String, age: String)?
  /// How many people the shares of one's own count are, for the guard of small counts; nil where they are no such shares.
  var people: Column?
  /// The year of the figures, where rows of several years could be held against each other.
  var year: Int?

  /// Bounds of classes are typed as the legend shows them: of shares out of a hundred.
  var typedScale: Double { unit == .share ? 0.01 : 1 }
}

extension MapSubject {
  /// A value as it stands in a sentence, with the digits that a table shows.
  static func words(_ value: Double, _ unit: Unit?, _ format: Column.Format) -> Text {
    if unit == .share { return .share(value) }
    let decimals: Int
    if case .decimals(let places) = format {
      decimals = places
    } else {
      decimals = value == value.rounded() ? 0 : 1
    }
    let number = Text.number(value, decimals: decimals)
    return unit == .percent ? Text(nl: "\(number.nl) %", en: "\(number.en)%") : number
  }

  /// A percentage of RIVM by area, or how many people that is, by the direct method.
  static func indicator(
    _ stem: String, _ age: Codebook.Age, others: [Codebook.Age], showsPersons: Bool, withCertainty: Bool = false,
    _ search: IndicatorSearch, _ areas: [Area], _ atlas: Atlas, _ context: Context
  ) throws -> MapSubject {
    let codebook = search.codebook
    var estimator = Estimator(search, in: atlas, stems: [stem], ages: [age])
    try estimator.estimate(areas, context: context)
    let counts = SmallCounts(context.workspace)
    let origins = try EstimateOrigins(estimator, in: context.workspace)
    let table = EstimateTable(estimator, origins: origins.words, small: counts, title: .verbatim(stem))
    let column = table.table.column(showsPersons ? "estimate" : "rate")
    context.workspace.note(origins.whole)
    let years = Set(estimator.origins.map(\.healthYear)).sorted().map(String.init).joined(separator: ", ")
    let words = codebook.indicators[stem]?.label ?? .verbatim(stem)
    // Of an assumption about the people nothing shows in a percentage.
    let notes = OriginNotes(showsPersons ? origins.whole : origins.rates)
    var notices: [Block] = [
      notes.caution(
        OwnNotice.caution(
          estimator,
          Text(
            nl: "De percentages zijn modelschattingen; het bestand geeft er geen marge bij.",
            en: "The percentages are model estimates; the file gives no margin.")))
    ]
    if !others.isEmpty {
      let list = others.map(\.name).joined(separator: ", ")
      notices.append(
        .info(nl: "ook ingelezen voor \(list): kies met --age", en: "also imported for \(list): choose with --age"))
    }
    notices += notes.evidence
    if showsPersons || search.own(stem) != nil { notices += counts.notice(table.held) }
    notices += OwnNotice.addedUp(estimator.estimates.compactMap(\.origin).map { estimator.origins[$0] })
    let certainty = withCertainty ? ValueCertainty(estimator, persons: showsPersons) : nil
    let report = EstimateReport(estimator: estimator, origins: origins)
    notices += report.otherYears + report.carried
    return MapSubject(
      title: Text(nl: "\(stem), \(age.short.nl), \(years)", en: "\(stem), \(age.short.en), \(years)"),
      label: showsPersons
        ? Text(nl: "\(words.nl), personen", en: "\(words.en), persons") : words,
      unit: showsPersons ? .persons : .share, format: showsPersons ? .decimals(0) : .share(1),
      values: column?.numbers ?? [], withheld: column?.withheld ?? [:], notices: notices,
      sources: origins.whole.sources,
      certainty: certainty, indicator: (stem, age.name),
      people: estimator.ownStems.isEmpty || showsPersons ? nil : table.table.column("estimate"))
  }

  /// A key figure of CBS, under the name that the plugin knows it by or the one of its column.
  static func figure(
    _ measure: Codebook.Measure, _ areas: [Area], _ atlas: Atlas, _ codebook: Codebook, _ context: Context
  ) throws -> MapSubject {
    let figures = Figures(atlas: atlas)
    let counts = SmallCounts(context.workspace)
    // Means and percentages of several buurten together are no sums.
    let isSum = measure.countsPeople || measure.isCount
    let values = zip(areas, figures.values(measure, areas)).map { $0.isOwn && !isSum ? .nan : $1 }
    let held = measure.countsPeople ? AreaDisclosure.rows(areas, [values], atlas, counts) : .nothing
    let column = counts.column("value", values, held: held)
    let years = Set(areas.flatMap(\.places).map(\.year)).sorted()
    var origin = FigureOrigin()
    for year in years {
      let name = ImportedTables.areas(year)
      guard let table = atlas.table(year) else { continue }
      let found = AreaTable.columns(of: measure, in: table.table)
      let columns = found.map(\.name)
      let rows = Set(areas.flatMap(\.places).filter { $0.year == year }.map(\.row))
      let used = Set(
        rows.flatMap(table.ownRows).map { table.sources.record($0, AreaTable.value(found, row: $0).column) })
      for (index, record) in try ImportedTables.records(of: name, in: context.workspace).enumerated()
      where used.contains(index) {
        origin.add(record, columns: columns)
        if let source = codebook.publication(of: record, year: year) { origin.add(source) }
      }
    }
    context.workspace.note(origin)
    let when = years.map(String.init).joined(separator: ", ")
    return MapSubject(
      title: Text(nl: "\(measure.label.nl), \(when)", en: "\(measure.label.en), \(when)"), label: measure.label,
      unit: measure.unit,
      format: measure.unit == nil && measure.decimals == 0 ? .automatic : .decimals(measure.decimals),
      values: column.numbers ?? values, withheld: column.withheld,
      notices: OriginNotes(origin).evidence + counts.notice(held), sources: origin.sources)
  }
}
