import WorkbenchKit

/// `journey import FILE`: journeys out of CJML 2.0, CSV, JSON or Mermaid.
struct JourneyImportCommand: Command {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "het bestand", en: "the file"))
    let replace = Argument(
      toggle: "replace",
      about: Text(nl: "vervang reizen die dezelfde naam hebben", en: "replace journeys of the same name"))
    let map = Argument(
      flags: "map", .pair(.words),
      about: Text(
        nl: "welke kolom wat bevat, bijvoorbeeld doing=Wat; blijft bewaard voor een volgend bestand",
        en: "which column holds what, as in doing=What; kept for a next file"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey import",
    aliases: ["journey inlezen"],
    summary: Text(
      nl: "lees klantreizen uit CJML 2.0, CSV, JSON of Mermaid", en: "read journeys from CJML 2.0, CSV, JSON or Mermaid"
    ),
    details: Text(
      nl:
        "Wat het is, blijkt uit het bestand. De stappen houden de volgorde van het bestand, ook waar de reis naar een fase teruggaat. Een "
        + "persona die er nog niet is komt erbij, zonder plaats. Kolommen van andere programma's worden aan hun naam herkend of met --map "
        + "aangewezen. Wat er meer staat dan hier past, wordt genoemd. BPMN wordt niet gelezen: dat beschrijft het werk van een "
        + "organisatie, geen reis.",
      en:
        "What it is, the file tells. The steps keep the order of the file, also where the journey goes back to a stage. A persona that is "
        + "not there yet is added, without a place. Columns of other programs are known by their names or pointed at with --map. What says "
        + "more than fits here is named. BPMN is not read: it describes the work of an organisation, no journey."
    ),
    changesWorkspace: true,
    examples: [
      .init(
        "journey import reis.cjml", Text(nl: "een reis uit een ander programma", en: "a journey of another program")),
      .init(
        "journey import gebeurtenissen.csv --map doing=Gebeurtenis",
        Text(nl: "een tabel met een eigen kolomnaam", en: "a table with a column name of its own")),
      .init(
        "journey import behoeften.csv", Text(nl: "een tabel zonder stappen", en: "a table without steps"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try Self.set(context)
    let columns = try JourneyColumnNames(set.journeyColumns, adding: given.map)
    return Output(
      try given.checking(\.file) {
        let (reading, notices) = try read($0, given, columns.fields, context)
        var kept = set
        kept.journeyColumns = columns.fields
        return try take(reading, into: kept, replaces: given.replace, context) + notices.map(Block.notice)
      })
  }

  private func read(_ path: String, _ given: Given<Arguments>, _ columns: [String: String], _ context: Context) throws
    -> (JourneyReading, [Notice])
  {
    let protection = given.guarding.guarding(in: context, isOfRespondents: true)
    let opened = try context.open(path)
    let file = opened.file
    if opened.sourced == nil, MermaidReader.isDiagram(file.bytes) {
      var reading = try MermaidReader.read(file.bytes, name: file.name)
      reading.journeys = try JourneySheet.admitted(reading.journeys, by: protection, file.name, context.language)
      return (reading, [])
    }
    let document = try given.guarding.document(path, given.numbers.marks(), in: context)
    let name = document.file.name
    switch document.content {
    case .xml:
      var reading = try CJMLReader.read(document.file.bytes, name: name)
      reading.journeys = try JourneySheet.admitted(reading.journeys, by: protection, name, context.language)
      return (reading, document.notices)
    case .table(let table):
      for pair in given.map { _ = try table.require(pair.value, at: pair.place) }
      let (journeys, notices) = try JourneySheet.journeys(table, told: columns)
      return (.init(form: "CSV", journeys: journeys), document.notices + notices)
    case .json(let json):
      do {
        let file = try JourneyFile(field: json)
        return (.init(form: "JSON", journeys: file.journeys, personas: file.personas), document.notices)
      } catch let problem as FieldProblem {
        throw Diagnostic(
          "journey.form",
          Text(nl: "'\(name)' is geen bestand met klantreizen: ", en: "'\(name)' is no file of journeys: ")
            + problem.text,
          wayOut: Text(
            nl: "nodig: {\"format\": 1, \"journeys\": […]}", en: "needed: {\"format\": 1, \"journeys\": […]}"))
      }
    }
  }

  private func take(
    _ reading: JourneyReading, into held: PersonaSet, replaces: Bool, _ context: Context
  ) throws -> [Block] {
    let journeys = reading.journeys
    var personas = reading.personas
    for id in journeys.compactMap(\.persona) where !personas.contains(where: { $0.id == id }) {
      personas.append(Persona(id: id, name: .verbatim(id)))
    }
    var set = held
    for journey in journeys {
      if let index = set.journeys.firstIndex(where: { $0.id == journey.id }) {
        guard replaces else {
          throw Diagnostic(
            "journey.taken",
            Text(
              nl: "'\(journey.id)' is er al; er is niets ingelezen",
              en: "'\(journey.id)' is there already; nothing was taken in"),
            wayOut: Text(nl: "vervang haar met --replace", en: "replace it with --replace"), suggestion: "--replace")
        }
        set.journeys[index] = journey
      } else {
        try Vocabulary.journey.demandFree(journey.id, among: set.$journeys)
        set.journeys.append(journey)
      }
    }
    let new = personas.filter { persona in
      journeys.contains { $0.persona == persona.id } && set.persona(persona.id) == nil
    }
    set.personas += new
    context.workspace.store(set)
    try context.workspace.use(set.id)
    return Self.blocks(reading, new, set, context)
  }

  /// The set in use, or a first one.
  private static func set(_ context: Context) throws -> PersonaSet {
    try context.workspace.currentSetID.flatMap(context.workspace.personaSet)
      ?? PersonaSet(id: "reizen", theme: Text(nl: "reizen", en: "journeys"))
  }

  private static func blocks(
    _ reading: JourneyReading, _ personas: [Persona], _ set: PersonaSet, _ context: Context
  ) -> [Block] {
    var only = set
    only.journeys = reading.journeys
    var blocks: [Block] = [.table(JourneyTables.list(only, context))]
    if !personas.isEmpty {
      let listed = Text.list(personas.map { $0.name(context.language) })
      blocks.append(
        .info(
          nl: "nieuwe persona's, nog zonder plaats: \(listed.nl)", en: "new personas, without a place yet: \(listed.en)"
        ))
    }
    if !reading.leftOut.isEmpty {
      let names = reading.leftOut.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value)×)" }
      let listed = Text.list(names, atMost: 12)
      blocks.append(
        .caution(
          nl: "niet overgenomen uit \(reading.form): \(listed.nl)",
          en: "not taken along from \(reading.form): \(listed.en)"))
    }
    return blocks
  }
}
