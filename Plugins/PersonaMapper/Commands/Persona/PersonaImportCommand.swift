import WorkbenchKit

/// `persona import FILE`: a whole set (JSON), or personas for the set in use (CSV).
struct PersonaImportCommand: Command {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "het bestand", en: "the file"))
    let replace = Argument(
      toggle: "replace", about: Text(nl: "vervang wat dezelfde naam heeft", en: "replace what has the same name"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona import",
    aliases: ["persona inlezen"],
    summary: Text(nl: "lees een set uit JSON, of persona's uit CSV", en: "read a set from JSON, or personas from CSV"),
    details: Text(
      nl:
        "CSV heeft een kolom name, en als ze er zijn description, x, y (-1 tot en met 1), needs, wants en avoids, lijsten met puntkomma's. "
        + "JSON is een hele set zoals 'persona export --as json' die schrijft; de vorm staat in persona-set-1.schema.json.",
      en:
        "CSV has a column name, and if they are there description, x, y (-1 through 1), needs, wants and avoids, lists with semicolons. "
        + "JSON is a whole set as 'persona export --as json' writes it; its form stands in persona-set-1.schema.json."),
    changesWorkspace: true,
    examples: [
      .init(
        "persona import personas.csv", Text(nl: "persona's voor de set in gebruik", en: "personas for the set in use")),
      .init(
        "persona import behoeften.csv", Text(nl: "een tabel zonder namen", en: "a table without names"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    try given.checking(\.file) {
      try take(given.guarding.document($0, given.numbers.marks(), in: context), replaces: given.replace, context)
    }
  }

  private func take(_ document: TakenDocument, replaces: Bool, _ context: Context) throws -> Output {
    var blocks: [Block] = []
    let set: PersonaSet
    switch document.content {
    case .xml:
      throw Diagnostic(
        "set.form",
        Text(
          nl: "'\(document.file.name)' is XML; een set is CSV of JSON",
          en: "'\(document.file.name)' is XML; a set is CSV or JSON"),
        wayOut: Text(
          nl: "een reis uit CJML komt met 'journey import'", en: "a journey out of CJML comes with 'journey import'"),
        suggestion: "journey import")
    case .json(let json):
      set = try self.set(json, document.file.name)
      if try context.workspace.personaSet(set.id) != nil, !replaces { throw Self.taken("set", set.id) }
      try context.workspace.use(set.id)
      blocks.append(.paragraph(SetUseCommand.summary(set)))
    case .table(let table):
      var changed = try context.workspace.currentSet()
      for persona in try PersonaSheet.personas(table) {
        if let index = changed.personas.firstIndex(where: { $0.id == persona.id }) {
          guard replaces else { throw Self.taken("persona", persona.id) }
          changed.personas[index] = persona
        } else {
          try Vocabulary.persona.demandFree(persona.id, among: changed.$personas)
          changed.personas.append(persona)
        }
      }
      set = changed
    }
    context.workspace.store(set)
    return Output(blocks + [.table(PersonaTables.list(set, context))] + document.notices.map(Block.notice))
  }

  private func set(_ json: JSON, _ name: String) throws -> PersonaSet {
    let problems = SetForm.problems(json)
    guard problems.isEmpty, var set = try? PersonaSet(field: json) else {
      let listed = Text.list(problems, atMost: 3)
      throw Diagnostic(
        "set.form",
        Text(
          nl: "'\(name)' is geen set met persona's: \(listed.nl)", en: "'\(name)' is no set of personas: \(listed.en)"),
        wayOut: Text(
          nl: "de vorm staat in persona-set-1.schema.json", en: "its form stands in persona-set-1.schema.json"))
    }
    set.id = try Slug.demand(set.id)
    return set
  }

  private static func taken(_ kind: String, _ id: String) -> Diagnostic {
    Diagnostic(
      "\(kind).taken",
      Text(nl: "'\(id)' is er al; er is niets ingelezen", en: "'\(id)' is there already; nothing was taken in"),
      wayOut: Text(nl: "vervang met --replace", en: "replace with --replace"), suggestion: "--replace")
  }
}
