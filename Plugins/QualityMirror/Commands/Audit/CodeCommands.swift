import WorkbenchKit

/// `spiegel code`: the norms that the circle made.
struct CodeCommand: Command {
  let signature = Signature(
    "spiegel code", aliases: ["spiegel gedragscode"],
    summary: Text(nl: "toon de normen van de gedragscode", en: "show the norms of the code of conduct"),
    next: [FollowUp("spiegel audit show", Text(nl: "hoe vaak eraan wordt voldaan", en: "how often they are met"))],
    examples: [.init("spiegel code", Text(nl: "de normen", en: "the norms"))])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    CodeTable.output(try context.workspace.audits.norms)
  }
}

/// `spiegel norm add ID TEXT`: a norm for the code.
struct NormAddCommand: Command {
  struct Arguments: Sendable {
    let id = Argument("id", .words, about: Text(nl: "zoals het in het bestand staat", en: "as it stands in the file"))
    let text = Argument("text", .words, about: Text(nl: "wat de norm vraagt", en: "what the norm asks"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel norm add", aliases: ["spiegel norm bij"],
    summary: Text(nl: "voeg een norm toe aan de gedragscode", en: "add a norm to the code of conduct"),
    details: Text(
      nl:
        "Een norm waarvan alleen de naam bekend is, omdat een bestand met oordelen haar noemde, krijgt hiermee haar tekst.",
      en: "A norm of which only the name is known, for a file of judgements named it, gets its text by this."),
    changesWorkspace: true,
    next: [FollowUp("spiegel code", Text(nl: "alle normen", en: "all norms"))],
    examples: [
      .init(
        "spiegel norm add sleutel 'ik heb mijn eigen sleutel'", Text(nl: "een verzonnen norm", en: "an invented norm")),
      .init("spiegel norm add '!' 'iets'", Text(nl: "geen naam", en: "no name"), failsWith: "name.unusable"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var list = try context.workspace.audits
    let id = try given.checking(\.id) { try Slug.demand($0) }
    try ShortText.demand(given.text, at: given.place(of: \.text))
    if let bare = list.norms.firstIndex(where: { $0.id == id && $0.isBareName }) {
      list.norms[bare].text = given.text
    } else {
      try Vocabulary<Norm>.norm.demandFree(id, among: list.norms, at: given.place(of: \.id))
      list.norms.append(Norm(id: id, text: given.text))
    }
    context.workspace.store(list)
    return CodeTable.output(list.norms)
  }
}

/// `spiegel norm remove NORM`: a norm out of the code, while nobody judged it.
struct NormRemoveCommand: Command {
  struct Arguments: Sendable {
    let norm = Argument("norm", .named(.norm), about: Text(nl: "welke norm", en: "which norm"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel norm remove", aliases: ["spiegel norm weg"],
    summary: Text(nl: "haal een norm uit de gedragscode", en: "take a norm out of the code of conduct"),
    changesWorkspace: true,
    examples: [
      .init(
        "spiegel norm remove bezoek", Text(nl: "waarvan nog geen oordeel is", en: "of which there is no judgement yet")),
      .init(
        "spiegel norm remove muziek", Text(nl: "een norm die er niet is", en: "a norm that is not there"),
        failsWith: "norm.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var list = try context.workspace.audits
    let place = try given.norm.index(among: list.norms)
    let id = list.norms[place].id
    guard !list.judgements.contains(where: { $0.key.norm == id }) else {
      throw Diagnostic(
        "norm.used",
        Text(nl: "van norm '\(id)' zijn er al oordelen", en: "there are judgements of norm '\(id)' already"),
        wayOut: Text(nl: "'undo' neemt het inlezen terug", en: "'undo' takes the import back"),
        place: given.place(of: \.norm))
    }
    list.norms.remove(at: place)
    context.workspace.store(list)
    return CodeTable.output(list.norms)
  }
}

/// The norms as a table.
private enum CodeTable {
  static func output(_ norms: [Norm]) -> Output {
    guard !norms.isEmpty else {
      return Output([
        .info(
          nl: "er is nog geen norm; 'spiegel norm add ID TEKST'. De tekst van een bestaande code geven de bronnen niet",
          en: "there is no norm yet; 'spiegel norm add ID TEXT'. The sources do not give the text of any code")
      ])
    }
    return Output(
      Table(
        title: Text(nl: "Gedragscode", en: "Code of conduct"),
        columns: [
          .texts("norm", norms.map(\.id), label: Text(nl: "norm", en: "norm")),
          .texts(
            "text", norms.map { $0.isBareName ? nil : $0.text },
            label: Text(nl: "wat zij vraagt", en: "what it asks")),
        ]))
  }
}
