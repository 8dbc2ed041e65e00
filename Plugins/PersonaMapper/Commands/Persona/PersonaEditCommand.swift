import WorkbenchKit

/// `persona edit PERSONA`: changes what is named and leaves the rest.
struct PersonaEditCommand: UntypedCommand {
  let signature = Signature(
    "persona edit", aliases: ["persona wijzig"],
    summary: Text(
      nl: "wijzig een persona; wat niet genoemd wordt blijft", en: "change a persona; what is not named stays"),
    parameters: [
      SetParameters.persona(),
      .flag("name", .text, about: Text(nl: "een andere naam om te tonen", en: "another name to show")),
    ] + PersonaTraits.parameters,
    changesWorkspace: true,
    examples: [
      .init(
        "persona edit guus --wants telephone --avoids digital",
        Text(nl: "langs welk kanaal het liefst", en: "by which channel, if it can be")),
      .init(
        "persona edit gus --x 0.5", Text(nl: "een naam verkeerd getypt", en: "a name mistyped"),
        failsWith: "persona.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let index = try call.one("persona", .persona, in: set.personas)
    try PersonaTraits.apply(call, to: &set.personas[index])
    if let name = try Said.text(call, "name") { set.personas[index].name = name }
    Holdings.store(set, context)
    return Output(PersonaTables.one(set.personas[index], of: set, context))
  }
}
