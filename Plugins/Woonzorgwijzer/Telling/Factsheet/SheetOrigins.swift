import WorkbenchKit

/// Where each number of a factsheet comes from: file, column, year, method.
struct SheetOrigins {
  private var rows: [(what: String, file: String?, column: String?, year: Double, method: String?)] = []
  private let atlas: Atlas
  private let codebook: Codebook
  private let context: Context

  init(_ atlas: Atlas, _ codebook: Codebook, _ context: Context) {
    self.atlas = atlas
    self.codebook = codebook
    self.context = context
  }

  /// Adds the figures of CBS that stand among the facts.
  mutating func add(_ facts: Facts, of area: Area) throws {
    for fact in facts.facts {
      guard let measure = codebook.measure(fact.name), let place = area.places.first,
        let table = atlas.table(place.year), let column = table.value(measure, row: place.row).column
      else { continue }
      let files = try files(
        of: ImportedTables.areas(place.year),
        FigureSource.joined(
          table.ownRows(place.row).map { own in
            let column = table.value(measure, row: own).column ?? column
            return (table.sources.record(own, column), column)
          }))
      rows.append(
        (
          measure.label(context.language), files.names, files.columns ?? column, Double(place.year),
          words(files.evidence, area.isOwn ? Text(nl: "som van de buurten", en: "sum of the neighbourhoods") : nil)
        ))
    }
  }

  /// Adds the percentages of a table as `HealthSheet` makes it.
  mutating func add(_ percentages: Table, of area: Area, _ tables: [HealthTable]) throws {
    let stems = percentages.column("indicator")?.texts ?? []
    let ages = percentages.column("age")?.texts ?? []
    let years = percentages.column("year")?.numbers ?? []
    for row in stems.indices {
      guard let stem = stems[row], let age = ages[row], let place = area.places.first,
        let table = tables.first(where: {
          $0.age == age && Double($0.year) == years[row] && $0.indicator(stem) != nil
        }),
        let found = table.row(place.code, in: place.year)
      else { continue }
      let files = try files(of: table.tableName, table.sources(found, table.indicator(stem)))
      let weighed = Text(nl: "gewogen naar inwoners van de buurten", en: "weighed by the people of its neighbourhoods")
      rows.append(
        (
          "\(codebook.indicators[stem]?.label(context.language) ?? stem), \(age) (%)", files.names, files.columns,
          years[row],
          words(files.evidence, area.isOwn ? weighed : nil)
        ))
    }
  }

  /// Adds what an answer says of its figures.
  mutating func add(_ section: SheetSection, method: String?) {
    let title = section.title(context.language)
    if section.told.origins.isEmpty, let method { rows.append((title, nil, nil, .nan, method)) }
    for origin in section.told.origins { rows.append((title, origin, nil, .nan, method)) }
  }

  /// Adds the files of a table that figures were read from.
  mutating func add(_ what: Text, filesOf table: String, column: String) throws {
    for record in try ImportedTables.records(of: table, in: context.workspace) {
      rows.append(
        (
          what(context.language), record.fileName, column, record.year.map(Double.init) ?? .nan,
          words(record.evidence, nil)
        )
      )
    }
  }

  var table: Table {
    var table = Table(
      title: Text(nl: "Herkomst van de getallen", en: "Where the numbers come from"),
      columns: [
        .texts("what", rows.map(\.what), label: Text(nl: "wat", en: "what")),
        .texts("file", rows.map(\.file), label: Text(nl: "bestand", en: "file")).asDetail(),
        .texts("column", rows.map(\.column), label: Text(nl: "kolom", en: "column")).asDetail(),
        .numbers("year", rows.map(\.year), label: Text(nl: "jaar", en: "year"), format: .plain).asDetail(),
        // On a page of eighty signs three columns of long names would be cut in the middle of words.
        .texts("from", rows.map(Self.from), label: Text(nl: "bestand, kolom en jaar", en: "file, column and year")),
        .texts("method", rows.map(\.method), label: Text(nl: "hoe", en: "how")),
      ])
    table.layer = .origin
    return table
  }

  private static func from(
    _ row: (what: String, file: String?, column: String?, year: Double, method: String?)
  ) -> String? {
    let year = row.year.isNaN ? nil : "(\(Int(row.year)))"
    let parts = [row.file, row.column, year].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func words(_ evidence: Evidence?, _ how: Text?) -> String? {
    let parts = [evidence?.label(context.language), how?(context.language)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The files behind a figure, which are several where it was carried over from several areas.
  private func files(of table: String, _ sources: [FigureSource]) throws -> (
    names: String?, columns: String?, evidence: Evidence?
  ) {
    let records = try ImportRecords([table], in: context.workspace)
    let files = sources.compactMap { records[table, $0.record] }
    let joined = { (words: [String]) in
      words.isEmpty
        ? nil : words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " + ")
    }
    return (joined(files.map(\.fileName)), joined(sources.flatMap(\.columns)), files.first?.evidence)
  }
}
