import WorkbenchKit

/// `persona import FILE`: a whole set (JSON), or personas for the set in use (CSV).
struct PersonaImportCommand: UntypedCommand {
  let signature = Signature(
    "persona import", aliases: ["persona inlezen"],
    summary: Text(nl: "lees een set uit JSON, of persona's uit CSV", en: "read a set from JSON, or personas from CSV"),
    details: Text(
      nl:
        "CSV heeft een kolom name, en als ze er zijn description, x, y (-1 tot en met 1), needs, wants en avoids, lijsten met puntkomma's. "
        + "JSON is een hele set zoals 'persona export --as json' die schrijft; de vorm staat in persona-set-1.schema.json.",
      en:
        "CSV has a column name, and if they are there description, x, y (-1 through 1), needs, wants and avoids, lists with semicolons. "
        + "JSON is a whole set as 'persona export --as json' writes it; its form stands in persona-set-1.schema.json."),
    parameters: [
      .argument("file", .file(existing: true), about: Text(nl: "het bestand", en: "the file")),
      .flag("replace", about: Text(nl: "vervang wat dezelfde naam heeft", en: "replace what has the same name")),
    ] + Protection.parameters,
    changesWorkspace: true,
    examples: [
      .init(
        "persona import personas.csv", Text(nl: "persona's voor de set in gebruik", en: "personas for the set in use")),
      .init(
        "persona import behoeften.csv", Text(nl: "een tabel zonder namen", en: "a table without names"),
        failsWith: "column.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let place = call.place(of: "file")
    let document = try GuardedDocument(call, in: context)
    switch document.content {
    case .xml:
      throw Diagnostic(
        "set.form",
        Text(
          nl: "'\(document.file.name)' is XML; een set is CSV of JSON",
          en: "'\(document.file.name)' is XML; a set is CSV or JSON"),
        wayOut: Text(
          nl: "een reis uit CJML komt met 'journey import'", en: "a journey out of CJML comes with 'journey import'"),
        suggestion: "journey import", place: place)
    case .json(let json): return try take(json, document, call, context)
    case .table(let table):
      var set = try Holdings.current(context, at: call.place)
      for persona in try PersonaSheet.personas(table, at: place) {
        if let index = set.personas.firstIndex(where: { $0.id == persona.id }) {
          guard call.flag("replace") else { throw Self.taken("persona", persona.id, at: place) }
          set.personas[index] = persona
        } else {
          set.personas.append(persona)
        }
      }
      Holdings.store(set, context)
      return Output([.table(PersonaTables.list(set, context))] + document.notices)
    }
  }

  private func take(_ json: JSON, _ document: GuardedDocument, _ call: Call, _ context: Context) throws -> Output {
    let place = call.place(of: "file")
    let problems = SetForm.problems(json)
    guard problems.isEmpty, var set = PersonaSet(json) else {
      let listed = Shown.list(problems, atMost: 3)
      throw Diagnostic(
        "set.form",
        Text(
          nl: "'\(document.file.name)' is geen set met persona's: \(listed.nl)",
          en: "'\(document.file.name)' is no set of personas: \(listed.en)"),
        wayOut: Text(
          nl: "de vorm staat in persona-set-1.schema.json", en: "its form stands in persona-set-1.schema.json"),
        place: place)
    }
    let id = try Slug.require(set.id, at: place)
    if id != set.id { set = PersonaSet(set.json.replacing("id", .string(id))) ?? set }
    if try Holdings.set(id, context) != nil, !call.flag("replace") { throw Self.taken("set", id, at: place) }
    Holdings.store(set, context)
    Holdings.use(id, context)
    return Output(
      [.paragraph(SetUseCommand.summary(set)), .table(PersonaTables.list(set, context))] + document.notices)
  }

  private static func taken(_ kind: String, _ id: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "\(kind).taken",
      Text(nl: "'\(id)' is er al; er is niets ingelezen", en: "'\(id)' is there already; nothing was taken in"),
      wayOut: Text(nl: "vervang met --replace", en: "replace with --replace"), suggestion: "--replace", place: place)
  }
}

extension JSON {
  func replacing(_ key: String, _ value: JSON) -> JSON {
    var members = object ?? [:]
    members[key] = value
    return .object(members)
  }
}
