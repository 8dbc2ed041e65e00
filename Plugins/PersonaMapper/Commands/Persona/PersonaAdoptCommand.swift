import WorkbenchKit

/// `persona adopt DRAFT|all`: a draft becomes a persona, and keeps its trace.
struct PersonaAdoptCommand: Command {
  struct Arguments: Sendable {
    let draft = Argument(
      "draft", .named(.draft), about: Text(nl: "het concept, of 'alle'", en: "the draft, or 'all'"),
      candidates: { context in
        ((try? context.workspace.personaDrafts.drafts) ?? []).map { Candidate($0.id, $0.name) } + [Candidate("alle")]
      })
    let name = Argument(
      flag: "name", .words, about: Text(nl: "hoe de persona heet", en: "what the persona is called"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona adopt",
    aliases: ["persona neem-over"],
    summary: Text(
      nl: "maak van een concept een persona, met haar spoor", en: "make a persona of a draft, with its trace"),
    changesWorkspace: true,
    examples: [
      .init("persona adopt concept-1 --name 'stille reiziger'", Text(nl: "met een naam", en: "with a name")),
      .init(
        "persona adopt concept-9", Text(nl: "een concept dat er niet is", en: "a draft that is not there"),
        failsWith: "draft.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    var list = try context.workspace.personaDrafts
    let isAll = ["alle", "all", "alles"].contains(given.draft.word.lowercased())
    guard !isAll || !list.drafts.isEmpty else {
      throw Diagnostic(
        "draft.none", Text(nl: "er zijn geen concepten", en: "there are no drafts"), wayOut: Vocabulary.draft.wayOut,
        place: given.place(of: \.draft))
    }
    let chosen = isAll ? list.drafts : [try given.draft.item(among: list.drafts)]
    if chosen.count > 1, given.has(\.name) {
      throw Diagnostic(
        "draft.names",
        Text(
          nl: "één naam past niet op \(chosen.count) persona's", en: "one name does not fit \(chosen.count) personas"),
        wayOut: Text(nl: "neem ze een voor een over", en: "adopt them one by one"), place: given.place(of: \.name))
    }
    for draft in chosen {
      let name = given.name ?? draft.name(context.language)
      let id = try Slug.demand(name, at: given.place(of: \.name))
      try Vocabulary.persona.demandFree(id, among: set.$personas, at: given.place(of: \.name))
      var persona = Persona(id: id, name: given.name.map(Text.verbatim) ?? draft.name)
      persona.needs = draft.needs
      persona.trace = draft.trace
      persona.keptQuotes = draft.keptQuotes
      set.personas.append(persona)
      list.drafts.removeAll { $0.id == draft.id }
    }
    context.workspace.store(set)
    context.workspace.store(list)
    return Output([
      .table(PersonaTables.list(set, context)),
      .info(
        nl: "een plaats op de assen geeft de kring zelf: 'persona move PERSONA X Y'",
        en: "the circle itself gives a place on the axes: 'persona move PERSONA X Y'"),
    ])
  }
}
