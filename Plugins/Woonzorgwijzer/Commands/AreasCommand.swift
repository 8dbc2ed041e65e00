import WorkbenchKit

/// `wzw areas`: lists the areas that are loaded, or searches them.
struct AreasCommand: Command {
  struct Arguments: Sendable {
    let query = Argument(
      optional: "query", .name,
      about: Text(nl: "deel van een naam, of het begin van een code", en: "part of a name, or the beginning of a code"),
      candidates: NamedAreas.candidates)
    let scope = AreaScope()
    let year = FigureYear()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw areas",
      aliases: ["wzw gebieden"],
      summary: Text(
        nl: "noem de ingelezen gebieden, of zoek erin", en: "list the areas that are imported, or search them"),
      details: Text(
        nl:
          "Een woord zoekt in namen en in het begin van codes. Aantallen mensen onder de grens wzw.suppress-below zijn achtergehouden.",
        en:
          "A word is sought in names and at the beginning of codes. Counts of people below wzw.suppress-below are held back."
      ),
      next: [
        FollowUp("wzw indicators", Text(nl: "welke percentages er zijn", en: "which percentages there are"))
      ],
      examples: [
        .init(
          "wzw areas --level wijk --in GM9901",
          Text(nl: "de wijken van een gemeente", en: "the districts of a municipality")),
        .init("wzw areas linde", Text(nl: "zoekt op naam", en: "searches by name")),
        .init(
          "wzw areas zzzz", Text(nl: "geen gebied heet zo", en: "no area is called so"), failsWith: "area.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let atlas = try given.year.atlas(in: context)
    var areas = atlas.areas(given.scope.level, within: try given.scope.outer(in: atlas))
    if let query = given.query {
      areas = AreaSearch.matches(query, among: areas)
      if areas.isEmpty { throw nothing(query, atlas, at: given.place(of: \.query)) }
    }
    let counts = SmallCounts(context.workspace)
    let figures = Figures(atlas: atlas)
    let numbers = { (name: String) in
      codebook.measure(name).map { figures.values($0, areas) } ?? areas.map { _ in .nan }
    }
    let inhabitants = numbers("population")
    let aged = numbers("age_65_plus")
    let held = AreaDisclosure.rows(areas, [inhabitants], atlas, counts)
    let heldAged = AreaDisclosure.rows(areas, [aged], atlas, counts)
    let population = counts.column(
      "population", inhabitants, label: Text(nl: "inwoners", en: "inhabitants"), held: held)
    let older = counts.column("population_65_plus", aged, label: .verbatim("65+"), held: heldAged)
    let table = Table(
      title: Text(nl: "Gebieden", en: "Areas"),
      columns: [
        .texts("area", areas.map(\.code), label: Text(nl: "gebied", en: "area")),
        .texts("name", areas.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("level", areas.map(\.level.rawValue), label: Text(nl: "niveau", en: "level")),
        .texts("municipality", areas.map(\.municipality), label: Text(nl: "gemeente", en: "municipality")),
        population, older,
        .numbers(
          "year", areas.map { $0.places.first.map { Double($0.year) } ?? .nan }, label: Text(nl: "jaar", en: "year"),
          format: .plain),
      ] + Column.nesting(of: areas))
    for year in Set(areas.flatMap(\.places).map(\.year)).sorted() {
      for record in try ImportedTables.records(of: ImportedTables.areas(year), in: context.workspace) {
        if let source = codebook.publication(of: record, year: year) { context.workspace.note(source) }
      }
    }
    return Output(
      [.table(table)] + counts.notice(held, heldAged)
        + Demo.notice(for: areas))
  }

  /// Nothing fits: the same words as where one area is sought, or that the area lies outside what was asked for.
  private func nothing(_ query: String, _ atlas: Atlas, at place: Place?) -> Diagnostic {
    let elsewhere = AreaSearch.matches(query, among: atlas.areas())
    if elsewhere.isEmpty { return AreaSearch(atlas: atlas).unknown(query, at: place) }
    return Diagnostic(
      "area.unknown",
      Text(
        nl: "geen gebied dat hier gevraagd is past op '\(query)'", en: "no area that was asked for here fits '\(query)'"
      ),
      wayOut: Text(nl: "laat --level of --in weg", en: "leave --level or --in out"),
      candidates: elsewhere.prefix(5).map { Candidate($0.code, .verbatim($0.name)) }, place: place)
  }
}
