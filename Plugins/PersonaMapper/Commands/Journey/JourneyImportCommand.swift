import WorkbenchKit

/// `journey import FILE`: journeys out of CJML 2.0, CSV or JSON.
struct JourneyImportCommand: UntypedCommand {
  let signature = Signature(
    "journey import", aliases: ["journey inlezen"],
    summary: Text(nl: "lees klantreizen uit CJML 2.0, CSV of JSON", en: "read journeys from CJML 2.0, CSV or JSON"),
    details: Text(
      nl:
        "Wat het is, blijkt uit het bestand. Een persona die er nog niet is komt erbij, zonder plaats. Wat CJML meer zegt dan hier past, wordt genoemd.",
      en:
        "What it is, the file tells. A persona that is not there yet is added, without a place. What CJML says beyond what fits here is named."
    ),
    parameters: [
      .argument("file", .file(existing: true), about: Text(nl: "het bestand", en: "the file")),
      .flag(
        "replace", about: Text(nl: "vervang reizen die dezelfde naam hebben", en: "replace journeys of the same name")),
    ] + Protection.parameters,
    changesWorkspace: true,
    examples: [
      .init(
        "journey import reis.cjml", Text(nl: "een reis uit een ander programma", en: "a journey of another program")),
      .init(
        "journey import behoeften.csv", Text(nl: "een tabel zonder stappen", en: "a table without steps"),
        failsWith: "column.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let place = call.place(of: "file")
    let document = try GuardedDocument(call, in: context)
    var journeys: [Journey]
    var personas: [Persona] = []
    var leftOut: [String: Int] = [:]
    switch document.content {
    case .xml:
      let reading = try CJMLReader.read(document.file.bytes, name: document.file.name, at: place)
      journeys = try document.admitted(reading.journeys, context, at: place)
      (personas, leftOut) = (reading.personas, reading.leftOut)
    case .table(let table): journeys = try JourneySheet.journeys(table, at: place)
    case .json(let json):
      journeys = json.items("journeys", Journey.init)
      personas = json.items("personas", Persona.init)
      guard json["format"]?.int == PersonaSet.form, journeys.count == json["journeys"]?.array?.count, !journeys.isEmpty
      else {
        throw Diagnostic(
          "journey.form",
          Text(
            nl: "'\(document.file.name)' is geen bestand met klantreizen",
            en: "'\(document.file.name)' is no file of journeys"),
          wayOut: Text(
            nl: "nodig: {\"format\": 1, \"journeys\": […]}", en: "needed: {\"format\": 1, \"journeys\": […]}"),
          place: place)
      }
    }
    for id in journeys.compactMap(\.persona) where !personas.contains(where: { $0.id == id }) {
      personas.append(Persona(id: id, name: .verbatim(id)))
    }
    var set = try Self.set(context)
    for journey in journeys {
      if let index = set.journeys.firstIndex(where: { $0.id == journey.id }) {
        guard call.flag("replace") else {
          throw Diagnostic(
            "journey.taken",
            Text(
              nl: "'\(journey.id)' is er al; er is niets ingelezen",
              en: "'\(journey.id)' is there already; nothing was taken in"),
            wayOut: Text(nl: "vervang haar met --replace", en: "replace it with --replace"), suggestion: "--replace",
            place: place)
        }
        set.journeys[index] = journey
      } else {
        set.journeys.append(journey)
      }
    }
    let new = personas.filter { persona in
      journeys.contains { $0.persona == persona.id } && set.persona(persona.id) == nil
    }
    set.personas += new
    Holdings.store(set, context)
    Holdings.use(set.id, context)
    return Output(Self.blocks(journeys, new, leftOut, set, context) + document.notices)
  }

  /// The set in use, or a first one.
  private static func set(_ context: Context) throws -> PersonaSet {
    if let id = try Holdings.currentID(context), let set = try Holdings.set(id, context) { return set }
    return PersonaSet(id: "reizen", theme: Text(nl: "reizen", en: "journeys"))
  }

  private static func blocks(
    _ journeys: [Journey], _ personas: [Persona], _ leftOut: [String: Int], _ set: PersonaSet, _ context: Context
  ) -> [Block] {
    var only = set
    only.journeys = journeys
    var blocks: [Block] = [.table(JourneyTables.list(only, context))]
    if !personas.isEmpty {
      let listed = Shown.list(personas.map { $0.name(context.language) })
      blocks.append(
        Shown.info(
          "nieuwe persona's, nog zonder plaats: \(listed.nl)", "new personas, without a place yet: \(listed.en)"))
    }
    if !leftOut.isEmpty {
      let names = leftOut.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value)×)" }
      let listed = Shown.list(names, atMost: 12)
      blocks.append(Shown.caution("niet overgenomen uit CJML: \(listed.nl)", "not taken along from CJML: \(listed.en)"))
    }
    return blocks
  }
}
