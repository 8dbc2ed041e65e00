import WorkbenchKit

/// `wzw drop`: takes figures of one's own out of the workspace.
struct DropCommand: Command {
  struct Arguments: Sendable {
    let name = Argument(
      "name", .name, about: Text(nl: "hoe de cijfers heten", en: "what the figures are called"),
      candidates: { OwnNames.candidates($0) })
    let year = Argument(
      flag: "year", .integer(1990...2100), about: Text(nl: "alleen dit jaar", en: "only this year"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw drop",
      aliases: ["wzw weghalen"],
      summary: Text(nl: "haal eigen cijfers weg", en: "take figures of your own away"),
      changesWorkspace: true,
      examples: [
        .init("wzw drop eigen", Text(nl: "alle jaren", en: "all years")),
        .init(
          "wzw drop eigen --year 1999", Text(nl: "een jaar dat er niet is", en: "a year that is not there"),
          failsWith: "year.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let all = OwnTable.all(of: given.name, in: context.workspace)
    guard let first = all.first else {
      let names = OwnNames.candidates(context).map(\.word)
      let near = NearestWord.rank(given.name, among: names)
      throw Diagnostic(
        "add.unknown",
        Text(nl: "er zijn geen eigen cijfers '\(given.name)'", en: "there are no figures of your own '\(given.name)'"),
        wayOut: Text(
          nl: "'wzw imports' noemt wat er is; 'undo' neemt een import terug",
          en: "'wzw imports' lists what there is; 'undo' takes an import back"),
        suggestion: near.first, candidates: (near.isEmpty ? names : near).prefix(5).map { Candidate($0) },
        place: given.place(of: \.name))
    }
    let gone = given.year.map { year in all.filter { $0.year == year } } ?? all
    let years = Text.list(all.map { String($0.year) }.sorted())
    guard !gone.isEmpty else {
      throw Diagnostic(
        "year.unknown",
        Text(
          nl: "van dat jaar zijn er geen cijfers '\(first.figure)'",
          en: "there are no figures '\(first.figure)' of that year"),
        wayOut: Text(nl: "er zijn cijfers van \(years.nl)", en: "there are figures of \(years.en)"),
        place: given.place(of: \.year))
    }
    for table in gone {
      for name in context.workspace.names(.tables, prefix: ImportedTables.carriedPrefix(table.name)) {
        context.workspace.setTable(name, to: nil)
      }
      try ImportedTables.remove(table.name, in: context.workspace)
    }
    let dropped = Text.list(gone.map { String($0.year) }.sorted())
    return Output([
      .paragraph(
        Text(
          nl: "\(first.figure): de cijfers van \(dropped.nl) zijn weggehaald; 'undo' brengt ze terug.",
          en: "\(first.figure): the figures of \(dropped.en) were taken away; 'undo' brings them back."))
    ])
  }
}
