import WorkbenchKit

/// `persona edit PERSONA`: changes what is named and leaves the rest.
struct PersonaEditCommand: Command {
  struct Arguments: Sendable {
    let persona = Argument.persona
    let name = Argument(
      flag: "name", .words, about: Text(nl: "een andere naam om te tonen", en: "another name to show"))
    let traits = PersonaTraits()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona edit",
    aliases: ["persona wijzig"],
    summary: Text(
      nl: "wijzig een persona; wat niet genoemd wordt blijft", en: "change a persona; what is not named stays"),
    changesWorkspace: true,
    examples: [
      .init(
        "persona edit guus --wants telephone --avoids digital",
        Text(nl: "langs welk kanaal het liefst", en: "by which channel, if it can be")),
      .init(
        "persona edit gus --x 0.5", Text(nl: "een naam verkeerd getypt", en: "a name mistyped"),
        failsWith: "persona.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let index = try given.persona.index(among: set.personas)
    try given.traits.apply(to: &set.personas[index])
    if let name = Text.typed(given.name) { set.personas[index].name = name }
    context.workspace.store(set)
    return Output(PersonaTables.one(set.personas[index], of: set, context))
  }
}
