import WorkbenchKit

/// `persona adopt DRAFT|all`: a draft becomes a persona, and keeps its trace.
struct PersonaAdoptCommand: UntypedCommand {
  let signature = Signature(
    "persona adopt", aliases: ["persona neem-over"],
    summary: Text(
      nl: "maak van een concept een persona, met haar spoor", en: "make a persona of a draft, with its trace"),
    parameters: [
      .argument(
        "draft", about: Text(nl: "het concept, of 'alle'", en: "the draft, or 'all'"),
        candidates: { context in
          ((try? Holdings.drafts(context)) ?? []).map { Candidate($0.id, $0.name) } + [Candidate("alle")]
        }),
      .flag("name", .text, about: Text(nl: "hoe de persona heet", en: "what the persona is called")),
    ],
    changesWorkspace: true,
    examples: [
      .init("persona adopt concept-1 --name 'stille reiziger'", Text(nl: "met een naam", en: "with a name")),
      .init(
        "persona adopt concept-9", Text(nl: "een concept dat er niet is", en: "a draft that is not there"),
        failsWith: "draft.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    var drafts = try Holdings.drafts(context)
    let word = call.text("draft") ?? ""
    let isAll = ["alle", "all", "alles"].contains(word.lowercased())
    guard !isAll || !drafts.isEmpty else {
      throw Diagnostic(
        "draft.none", Text(nl: "er zijn geen concepten", en: "there are no drafts"), wayOut: Kind.draft.wayOut,
        place: call.place(of: "draft"))
    }
    let chosen = isAll ? drafts : [drafts[try call.one("draft", .draft, in: drafts)]]
    if chosen.count > 1, call.has("name") {
      throw Diagnostic(
        "draft.names",
        Text(
          nl: "één naam past niet op \(chosen.count) persona's", en: "one name does not fit \(chosen.count) personas"),
        wayOut: Text(nl: "neem ze een voor een over", en: "adopt them one by one"), place: call.place(of: "name"))
    }
    for draft in chosen {
      let name = call.text("name") ?? draft.name(context.language)
      let id = try Slug.require(name, at: call.place(of: "name"))
      try Kind.persona.demandFree(id, in: set.personas, at: call.place(of: "name"))
      var persona = Persona(id: id, name: call.has("name") ? .verbatim(name) : draft.name)
      persona.needs = draft.needs
      persona.trace = draft.trace
      persona.keptQuotes = draft.keptQuotes
      set.personas.append(persona)
      drafts.removeAll { $0.id == draft.id }
    }
    Holdings.store(set, context)
    Holdings.store(drafts: drafts, context)
    return Output([
      .table(PersonaTables.list(set, context)),
      Shown.info(
        "een plaats op de assen geeft de kring zelf: 'persona move PERSONA X Y'",
        "the circle itself gives a place on the axes: 'persona move PERSONA X Y'"),
    ])
  }
}
