import WorkbenchKit

/// A projection in words and a table, with where it came from.
struct ProjectionStory {
  let projection: Projection
  let people: PeopleByAge
  let knowledge: Knowledge
  let library: Library
  let context: Context
  private let stated: [JSON]
  private let inputs: [(record: ImportRecord, columns: [String])]

  init(
    _ projection: Projection, _ people: PeopleByAge, _ knowledge: Knowledge, _ library: Library, _ context: Context
  ) throws {
    self.projection = projection
    self.people = people
    self.knowledge = knowledge
    self.library = library
    self.context = context
    stated = try library.file("ageing", context)["growth"]?.array ?? []
    var inputs: [(record: ImportRecord, columns: [String])] = []
    let years = Set(projection.rows.flatMap { $0.area.places.map(\.year) }).sorted()
    if projection.ways.contains(.keyFigures) {
      for year in years {
        for record in try Holdings.records(of: Holdings.areas(year), in: context.workspace) {
          inputs.append((record, people.columnNames(year)))
        }
      }
    }
    var tables: [String] = []
    if !projection.ways.isDisjoint(with: [.fine, .asAround]) {
      tables += context.workspace.names(.tables, prefix: Holdings.populationPrefix)
    }
    if case .cohort = projection.way { tables.append(Holdings.survival) }
    for name in tables {
      for record in try Holdings.records(of: name, in: context.workspace) { inputs.append((record, record.columns)) }
    }
    self.inputs = inputs
  }

  /// What stands above the table: where nothing is computed, what the source says.
  func said() throws -> [Block] {
    guard case .none = projection.way else { return [] }
    var facts = Facts(isDetail: true)
    var blocks: [Block] = []
    for item in stated {
      guard let text = item["text"].flatMap(Text.init(json:)) else { continue }
      blocks.append(
        .paragraph(
          Text(
            nl: "Er wordt niets vooruitgerekend. De bron zegt van heel Nederland: \(text.nl).",
            en: "Nothing is projected. Of the whole country the source says: \(text.en).")))
      facts.add("people", .number(item["people"]?.number ?? .nan, unit: .persons))
      facts.add("age", .text(item["age"]?.string ?? ""))
      facts.add("year", item["year"]?.int ?? 0)
      facts.add("factor", .number(item["factor"]?.number ?? .nan))
      facts.add("base_year", .missing)
    }
    return blocks + [.facts(facts)]
  }

  func table(_ atlas: Atlas, _ counts: SmallCounts) -> (table: Table, held: Disclosure) {
    let rows = projection.rows
    let labels = rows.map { $0.ages == .all ? Text(nl: "alle", en: "all")(context.language) : $0.ages.label }
    var numbers: [String: Int] = [:]
    for label in labels where numbers[label] == nil { numbers[label] = numbers.count }
    let now = rows.map(\.population)
    let later = rows.map(\.projected)
    let held = AreaDisclosure.rows(
      rows.map(\.area), tables: labels.map { numbers[$0] ?? 0 }, [now, later], atlas, counts)
    let years = Set(rows.map(\.baseYear))
    let count = { (name: String, values: [Double], label: Text) in
      Column.numbers(name, values, label: label, unit: .persons, format: .decimals(0))
    }
    var population = count(
      "population", now, years.count == 1 ? .verbatim(years.first.map(String.init) ?? "") : Text(nl: "nu", en: "now"))
    var projected = count("projected", later, .verbatim(String(projection.year)))
    counts.withhold(held, in: &population)
    counts.withhold(held, in: &projected)
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
        .numbers("year", rows.map { _ in Double(projection.year) }, format: .plain).asDetail(),
        projected.asDetail(!isComputed),
        .numbers(
          "factor", zip(now, later).map { $0 > 0 ? $1 / $0 : .nan }, label: .verbatim("factor"), format: .decimals(2)
        ).asDetail(!isComputed),
        .texts("method", rows.map { _ in projection.way.name }, label: Text(nl: "methode", en: "method")).asDetail(),
      ])
    return (table, held)
  }

  private var assumptions: [Text] {
    var texts = projection.ways.assumptions(people.splits)
    switch projection.way {
    case .cohort(let table):
      texts.append(
        Text(
          nl: "overleving, migratie en geboorten blijven tot \(projection.year) gelijk, en zijn overal dezelfde",
          en: "survival, migration and births stay as they are until \(projection.year), and are the same everywhere"))
      if projection.isBetweenSteps {
        texts.append(
          Text(
            nl: "tussen twee stappen van \(table.width) jaar loopt het aantal in een rechte lijn",
            en: "between two steps of \(table.width) years numbers go in a straight line"))
      }
    case .growth(let factors):
      let listed = factors.map { "\($0.ages.label) × \(NumberText.shortest($0.factor))" }.joined(separator: ", ")
      texts.append(
        Text(nl: "groeifactoren zoals opgegeven: \(listed)", en: "growth factors as given: \(listed)"))
    case .none: break
    }
    return texts
  }

  func notices() -> [Block] {
    var blocks: [Block] = []
    if case .none = projection.way {
      blocks.append(
        .notice(
          Notice(
            .info,
            Text(
              nl:
                "voor een berekening: lees overleving per klasse in (wzw import … --as survival) met bevolking in die klassen (--as population), of geef groeifactoren met --growth 65+=…",
              en:
                "for a projection: import survival per band (wzw import … --as survival) with population in those bands (--as population), or give growth factors with --growth 65+=…"
            ))))
    }
    if !assumptions.isEmpty {
      let listed = Shown.joined(assumptions, by: "; ")
      blocks.append(.notice(Notice(.caution, Text(nl: "Aanname: \(listed.nl).", en: "Assumption: \(listed.en)."))))
    }
    var evidence = InputEvidence()
    for input in inputs { evidence.add(input.record) }
    if !assumptions.isEmpty { evidence.add(Text(nl: "zie 'Aanname'", en: "see 'Assumption'"), .assumed) }
    blocks += evidence.blocks
    if !projection.negative.isEmpty {
      let listed = Shown.list(projection.negative)
      blocks.append(
        .notice(
          Notice(
            .warning,
            Text(
              nl: "minder dan niemand, dus de migratie klopt niet: \(listed.nl)",
              en: "fewer than nobody, so the migration is wrong: \(listed.en)"))))
    }
    for (gap, codes) in projection.gaps.sorted(by: { $0.value.count > $1.value.count }) {
      let listed = Shown.list(codes, atMost: 3)
      let why = gap.text
      blocks.append(
        .notice(
          Notice(
            .warning, Text(nl: "niet berekend: \(listed.nl): \(why.nl)", en: "not computed: \(listed.en): \(why.en)"))))
    }
    return blocks
  }

  func sources() throws -> Block {
    var found: [Source] = []
    for input in inputs where input.record.kind == .areas {
      let source =
        input.record.isInvented
        ? knowledge.source("demo", year: nil) : knowledge.source("cbs-kwb", year: input.record.year)
      if let source, !found.contains(source) { found.append(source) }
    }
    switch projection.way {
    case .cohort(let table):
      for cited in table.cited { found.append(Source(id: "survival", title: cited, publisher: "", date: "")) }
      found.append(
        Source(
          id: "preston-2001", title: "Demography: Measuring and Modeling Population Processes",
          publisher: "Preston, Heuveline & Guillot", date: "2001", place: "6"))
    case .growth: break
    case .none:
      if case .sources(let seeds) = try library.sources(stated.compactMap { Citation($0["source"]) }, context) {
        found = seeds + found
      }
    }
    for source in found { context.workspace.note(source) }
    return .sources(found)
  }

  func note() {
    for input in inputs { context.workspace.note(input.record.input(columns: input.columns)) }
    for assumption in assumptions { context.workspace.note(assumption: assumption) }
  }
}
