import WorkbenchKit

/// What `persona add` and `persona edit` can be told of a persona.
enum PersonaTraits {
  static let parameters: [Parameter] = [
    .flag("description", .text, about: Text(nl: "wie het is, in een zin", en: "who it is, in a sentence")),
    .flag("need", .text, repeated: true, about: Text(nl: "wat de persona nodig heeft", en: "what the persona needs")),
    .flag(
      "wants", .text, repeated: true,
      about: Text(nl: "kanalen die de persona prettig vindt", en: "channels that the persona likes"),
      candidates: { _ in Channel.known }),
    .flag(
      "avoids", .text, repeated: true,
      about: Text(nl: "kanalen die de persona niet wil", en: "channels that the persona does not want"),
      candidates: { _ in Channel.known }),
    .flag("x", .number(-1...1), about: Text(nl: "plaats op de liggende as", en: "place on the axis across")),
    .flag("y", .number(-1...1), about: Text(nl: "plaats op de staande as", en: "place on the axis upwards")),
  ]

  /// Changes what a call names, and leaves the rest.
  static func apply(_ call: Call, to persona: inout Persona) throws {
    if call.has("description") { persona.description = try Said.text(call, "description") }
    if call.has("need") {
      persona.needs = try call.all("need").compactMap { try Said.words($0.value.text ?? $0.value.plain, at: $0.place) }
        .map(Text.verbatim)
    }
    if call.has("wants") { persona.wants = Channel.list(call.texts("wants")) }
    if call.has("avoids") { persona.avoids = Channel.list(call.texts("avoids")) }
    if let x = call.number("x") { persona.x.position = x }
    if let y = call.number("y") { persona.y.position = y }
    if let both = persona.wants.first(where: persona.avoids.contains) {
      throw Diagnostic(
        "channel.both",
        Text(nl: "'\(both)' kan niet prettig en ongewenst zijn", en: "'\(both)' cannot be liked and unwanted"),
        place: call.place(of: call.has("avoids") ? "avoids" : "wants"))
    }
  }
}

/// `persona add NAME`: a persona of the group's own.
struct PersonaAddCommand: UntypedCommand {
  let signature = Signature(
    "persona add", aliases: ["persona voeg-toe"],
    summary: Text(nl: "voeg een persona toe aan de set", en: "add a persona to the set"),
    parameters: [.argument("name", about: Text(nl: "hoe de persona heet", en: "what the persona is called"))]
      + PersonaTraits.parameters,
    changesWorkspace: true,
    examples: [
      .init(
        "persona add 'stille doorzetter' --need rust --avoids desk",
        Text(nl: "met een behoefte en een kanaal dat niet past", en: "with a need and a channel that does not fit")),
      .init(
        "persona add Guus", Text(nl: "een naam die er al is", en: "a name that is there already"),
        failsWith: "persona.taken"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let name = call.text("name") ?? ""
    let id = try Slug.require(name, at: call.place(of: "name"))
    try Kind.persona.demandFree(id, in: set.personas, at: call.place(of: "name"))
    var persona = Persona(id: id, name: .verbatim(name))
    try PersonaTraits.apply(call, to: &persona)
    set.personas.append(persona)
    Holdings.store(set, context)
    return Output(PersonaTables.one(persona, of: set, context))
  }
}
