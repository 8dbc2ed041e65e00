import WorkbenchKit

/// `persona add NAME`: a persona of the group's own.
struct PersonaAddCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "hoe de persona heet", en: "what the persona is called"))
    let traits = PersonaTraits()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona add",
    aliases: ["persona voeg-toe"],
    summary: Text(nl: "voeg een persona toe aan de set", en: "add a persona to the set"),
    changesWorkspace: true,
    examples: [
      .init(
        "persona add 'stille doorzetter' --need rust --avoids desk",
        Text(nl: "met een behoefte en een kanaal dat niet past", en: "with a need and a channel that does not fit")),
      .init(
        "persona add Guus", Text(nl: "een naam die er al is", en: "a name that is there already"),
        failsWith: "persona.taken"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let name = given.name
    let id = try Slug.demand(name, at: given.place(of: \.name))
    try Vocabulary.persona.demandFree(id, among: set.$personas, at: given.place(of: \.name))
    var persona = Persona(id: id, name: .verbatim(name))
    try given.traits.apply(to: &persona)
    set.personas.append(persona)
    context.workspace.store(set)
    return Output(PersonaTables.one(persona, of: set, context))
  }
}
