import WorkbenchKit

/// The national starting values as a table, and what is said of them.
struct StartingReport {
  let figures: StartingFigures
  /// The figures, and the example of judgements behind them.
  let sets: [any StartingSet]
  let inUse: Set<String>
  let context: Context

  init(_ context: Context) throws {
    figures = try context.startingFigures
    sets = try context.startingSets
    inUse = Set(try StartingValues.inUse(context.workspace))
    self.context = context
  }

  /// All sets, with what they are, of when, and whether they are in use.
  func table() throws -> Table {
    let publications = try context.publications
    return Table(
      title: Text(nl: "Landelijke beginwaarden", en: "National starting values"),
      columns: [
        .texts("name", sets.map(\.id), label: Text(nl: "naam", en: "name")),
        .texts("label", sets.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .texts("year", sets.map(\.head.year), label: Text(nl: "jaar", en: "year")),
        Column(
          "in_use", .booleans(sets.map { inUse.contains($0.id) }), label: Text(nl: "in gebruik", en: "in use")),
        .texts(
          "definition", sets.map(\.head.definition), label: Text(nl: "omschrijving", en: "definition"), in: context
        ).asDetail(),
        .texts(
          "population", sets.map(\.head.population), label: Text(nl: "van wie", en: "of whom"), in: context
        ).asDetail(),
        .texts(
          "source",
          sets.map { set in
            set.head.sources.compactMap { publications[$0].map { "\($0.title) (\($0.publisher))" } }
              .joined(separator: "; ")
          }, label: Text(nl: "bron", en: "source")
        ).asDetail(),
        .texts(
          "licence",
          sets.map { set in
            Set(set.head.sources.compactMap { publications[$0]?.licence }).sorted().joined(separator: "; ")
          }, label: Text(nl: "licentie", en: "licence")
        ).asDetail(),
      ])
  }

  /// "22 landelijke beginwaarden zijn in gebruik", or that none is; and the example of judgements, which is no figure.
  var sentence: Text {
    let number = figures.sets.count { inUse.contains($0.id) }
    let figures = self.figures(number)
    guard sets.contains(where: { $0 is ExampleJudgements && inUse.contains($0.id) }) else { return figures }
    return figures
      + Text(
        nl: " Een voorbeeld van oordelen telt mee tot de kring zelf iets zegt.",
        en: " An example of judgements counts until the circle says something itself.")
  }

  private func figures(_ number: Int) -> Text {
    let count = Text.counted(
      number, Text(nl: "landelijke beginwaarde", en: "national starting value"),
      Text(nl: "landelijke beginwaarden", en: "national starting values"))
    let verb = Text.plural(number, Text(nl: "is", en: "is"), Text(nl: "zijn", en: "are"))
    if number == 0 {
      return Text(nl: "Er is geen landelijke beginwaarde in gebruik.", en: "No national starting value is in use.")
    }
    return Text(
      nl: "\(count.nl) \(verb.nl) in gebruik. Zij gelden voor heel Nederland en niet voor een gebied.",
      en: "\(count.en) \(verb.en) in use. They hold for the whole country and not for an area.")
  }

  /// What goes first, and how to do without.
  var notices: [Block] {
    if !StartingValues.areOn(context.workspace) {
      return [
        .caution(
          nl: "zij tellen nu niet mee: 'set wzw.starting on' zet ze aan",
          en: "they do not count now: 'set wzw.starting on' turns them on")
      ]
    }
    return [
      .info(
        nl:
          "een eigen tabel en een percentage van RIVM gaan altijd voor; 'set wzw.starting off' laat ze allemaal buiten beschouwing",
        en:
          "a table of your own and a percentage of RIVM always go first; 'set wzw.starting off' does without all of them"
      )
    ]
  }

  /// What the sets come from.
  func sources(_ sets: [any StartingSet]) throws -> Block {
    let publications = try context.publications
    var seen: Set<String> = []
    let ids = sets.flatMap(\.head.sources).filter { seen.insert($0).inserted }
    let sources = ids.compactMap { id in publications[id]?.source(id) }
    for source in sources { context.workspace.note(source) }
    return .sources(sources)
  }
}
