import WorkbenchKit

/// The sheet of one set of starting values: what it is, of whom, of when, and its figures.
struct StartingSheet {
  let set: any StartingSet
  let context: Context

  func output() throws -> Output {
    let head = set.head
    var blocks: [Block] = [
      .heading(Heading(head.label, level: 2)),
      .paragraph(head.definition.capitalised + .verbatim(" (\(head.year)).")),
      .table(try table),
    ]
    if let example = set as? ExampleJudgements { return Output(blocks + reasons(example)) }
    let mark = try context.startingFigures.mark
    blocks.append(
      .caution(
        nl: "\(mark.nl); van wie: \(head.population.nl)", en: "\(mark.en); of whom: \(head.population.en)"))
    if let group = set as? StartingGroup {
      if !group.relations.isEmpty { blocks.insert(.table(try relations(group)), at: 3) }
      blocks += try told(group)
    }
    blocks.append(try StartingReport(context).sources([set]))
    return Output(blocks)
  }

  /// How a group's figures were read, and what it has to do with the target groups and with RIVM's percentages.
  private func told(_ group: StartingGroup) throws -> [Block] {
    var blocks: [Block] = []
    if !group.isDefinitionChecked {
      blocks.append(
        .caution(
          nl: "de omschrijving is niet in de bron nagelezen", en: "the definition was not read again in the source"))
    }
    if let remark = group.remark { blocks.append(.caution(nl: remark.nl, en: remark.en)) }
    blocks.append(
      .info(nl: "herkomst van de cijfers: \(group.reading.nl)", en: "how the figures were had: \(group.reading.en)"))
    if group.relations.isEmpty {
      blocks.append(
        .info(nl: "geen doelgroep van de bronnen lijkt hierop", en: "no target group of the sources is like it"))
    }
    if let stem = group.indicator {
      let label = try context.codebook.indicators[stem]?.label ?? .verbatim(stem)
      blocks.append(
        .info(
          nl: "waar RIVM het percentage '\(label.nl)' van een gebied zelf geeft, gaat dat voor",
          en: "where RIVM gives the percentage '\(label.en)' of an area itself, that goes first"))
    }
    return blocks
  }

  /// Which target groups it bounds, and which are only related.
  private func relations(_ group: StartingGroup) throws -> Table {
    let labels = try context.groups.labels
    let rows = group.relations
    return Table(
      title: Text(nl: "Tegenover de doelgroepen", en: "Against the target groups"),
      columns: [
        .texts("group", rows.map(\.group), label: Text(nl: "doelgroep", en: "group")),
        .texts(
          "label", rows.map { labels[$0.group] ?? .verbatim($0.group) },
          label: Text(nl: "omschrijving", en: "description"), in: context),
        .texts("match", rows.map(\.match.label), label: Text(nl: "dit is een", en: "this is"), in: context),
        .texts("why", rows.map(\.text), label: Text(nl: "waarom", en: "why"), in: context),
      ])
  }

  /// Why the example judges as it does.
  private func reasons(_ example: ExampleJudgements) -> [Block] {
    var told: [Text] = []
    for group in example.groups where !told.contains(group.reason) { told.append(group.reason) }
    return [
      .caution(
        nl: "een voorbeeld van de makers van dit programma, van geen kring en uit geen bron",
        en: "an example of the makers of this program, of no circle and out of no source")
    ]
      + told.map { reason in
        let ids = example.groups.filter { $0.reason == reason }.map(\.group)
        let groups = Text.list(ids)
        let lead = Text.plural(ids.count, Text(nl: "groep", en: "group"), Text(nl: "groepen", en: "groups"))
        return .info(nl: "\(lead.nl) \(groups.nl): \(reason.nl)", en: "\(lead.en) \(groups.en): \(reason.en)")
      } + [
        .info(
          nl: "'wzw need copy voorbeeld NAAM' maakt er een eigen set van, die u daarna aanpast",
          en: "'wzw need copy voorbeeld NAME' makes a set of your own of it, which you then change")
      ]
  }

  private static func judgements(_ example: ExampleJudgements, _ context: Context) throws -> Table {
    let labels = try context.preconditions.labels
    let situations = try context.situations
    let rows = example.groups.flatMap { group in group.answers.map { (group.group, $0) } }
    return Table(
      title: example.label,
      columns: [
        .texts("group", rows.map(\.0), label: Text(nl: "groep", en: "group")),
        .texts("precondition", rows.map(\.1.precondition)).asDetail(),
        .texts(
          "precondition_label", rows.map { labels[$0.1.precondition] ?? .verbatim($0.1.precondition) },
          label: Text(nl: "randvoorwaarde", en: "precondition"), in: context),
      ]
        + situations.map { situation in
          .texts(situation.id, rows.map { $0.1.grades[situation.id]?.rawValue }, label: .verbatim(situation.id))
        })
  }

  private var table: Table {
    get throws {
      switch set {
      case let group as StartingGroup: Self.rates(group)
      case let survival as StartingFigures.Survival: Self.survival(survival)
      case let population as StartingFigures.Population: Self.people(population)
      case let forecast as StartingFigures.Forecast: Self.forecast(forecast)
      case let shares as StartingFigures.Shares: Self.shares(shares, context)
      case let example as ExampleJudgements: try Self.judgements(example, context)
      default: Table(title: set.label, columns: [])
      }
    }
  }

  private static let age = Text(nl: "leeftijd", en: "age")

  private static func rates(_ group: StartingGroup) -> Table {
    Table(
      title: Text(nl: "Landelijke kansen", en: "National rates"),
      columns: [
        .texts("age", group.cells.map(\.ages.label), label: age),
        .numbers("rate", group.cells.map(\.rate), label: .verbatim("%"), unit: .share, format: .share(2)),
        .numbers(
          "low", group.cells.map { $0.low ?? .nan }, label: Text(nl: "laag", en: "low"), unit: .share, format: .share(2)
        ),
        .numbers(
          "high", group.cells.map { $0.high ?? .nan }, label: Text(nl: "hoog", en: "high"), unit: .share,
          format: .share(2)),
      ])
  }

  private static func survival(_ survival: StartingFigures.Survival) -> Table {
    Table(
      title: survival.label,
      columns: [
        .texts("age", survival.bands.map(\.ages.label), label: age),
        .numbers(
          "survival", survival.bands.map(\.survival),
          label: Text(nl: "leeft na vijf jaar", en: "alive after five years"),
          unit: .share, format: .share(2)),
        .numbers(
          "births", survival.bands.map(\.births), label: Text(nl: "geboren per inwoner", en: "born per person"),
          format: .decimals(5)),
      ])
  }

  private static func people(_ population: StartingFigures.Population) -> Table {
    Table(
      title: population.label,
      columns: [
        .texts("age", population.bands.map(\.ages.label), label: age),
        .numbers("people", population.bands.map(\.people), label: Text(nl: "mensen", en: "people"), unit: .persons),
      ])
  }

  private static func forecast(_ forecast: StartingFigures.Forecast) -> Table {
    Table(
      title: forecast.label,
      columns: [
        .numbers("year", forecast.values.map { Double($0.year) }, label: Text(nl: "jaar", en: "year"), format: .plain),
        .texts("age", forecast.values.map(\.ages.label), label: age),
        .numbers("people", forecast.values.map(\.people), label: Text(nl: "mensen", en: "people"), unit: .persons),
      ])
  }

  private static func shares(_ shares: StartingFigures.Shares, _ context: Context) -> Table {
    Table(
      title: shares.label,
      columns: [
        .texts("population", shares.values.map(\.population), label: Text(nl: "van wie", en: "of whom"), in: context),
        .texts("situation", shares.values.map(\.situation), label: Text(nl: "situatie", en: "situation"), in: context),
        .numbers("share", shares.values.map(\.share), label: .verbatim("%"), unit: .share, format: .share(1)),
      ])
  }
}
