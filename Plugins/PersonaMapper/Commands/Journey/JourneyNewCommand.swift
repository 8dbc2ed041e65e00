import WorkbenchKit

/// `journey new NAME`.
struct JourneyNewCommand: UntypedCommand {
  let signature = Signature(
    "journey new", aliases: ["journey nieuw"],
    summary: Text(nl: "begin een klantreis, met fasen", en: "begin a journey, with stages"),
    details: Text(
      nl:
        "Zonder --stages krijgt de reis de fasen van de set, als die ze heeft. --copy begint met de stappen van een andere reis.",
      en:
        "Without --stages the journey gets those of the set, if it has any. --copy begins with the steps of another journey."
    ),
    parameters: [
      .argument("name", about: Text(nl: "een korte naam", en: "a short name")),
      .flag("title", .text, about: Text(nl: "de titel", en: "the title")),
      .flag(
        "persona", .text, about: Text(nl: "wiens reis het is", en: "whose journey it is"),
        candidates: SetParameters.personas),
      .flag("stages", .text, repeated: true, about: Text(nl: "de fasen, in volgorde", en: "the stages, in order")),
      .flag(
        "copy", .text, about: Text(nl: "neem de stappen van deze reis over", en: "take over the steps of this journey"),
        candidates: SetParameters.journeys),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "journey new ziekenhuis --persona guus --stages boeken,wachten,rit",
        Text(nl: "een reis met drie fasen", en: "a journey with three stages")),
      .init(
        "journey new rit --persona gus", Text(nl: "een persona verkeerd getypt", en: "a persona mistyped"),
        failsWith: "persona.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let name = call.text("name") ?? ""
    let id = try Slug.require(name, at: call.place(of: "name"))
    try Kind.journey.demandFree(id, in: set.journeys, at: call.place(of: "name"))
    var journey = Journey(id: id, title: try Said.text(call, "title") ?? .verbatim(name))
    if call.has("persona") { journey.persona = set.personas[try call.one("persona", .persona, in: set.personas)].id }
    if call.has("stages") {
      for argument in call.all("stages") {
        let words = argument.value.text ?? argument.value.plain
        let stage = try Slug.require(words, at: argument.place)
        try Kind.stage.demandFree(stage, in: journey.stages, at: argument.place)
        journey.stages.append(.init(id: stage, name: .verbatim(words)))
      }
    } else if call.has("copy") {
      journey.stages = set.journeys[try call.one("copy", .journey, in: set.journeys)].stages
    } else {
      journey.stages = set.stages
    }
    set.journeys.append(journey)
    Holdings.store(set, context)
    let stages = Shown.joined(journey.stages.map(\.name), by: ", ")
    return Output([
      journey.stages.isEmpty
        ? Shown.info(
          "'\(id)' is begonnen; een fase komt er met de eerste stap in die fase",
          "'\(id)' is begun; a stage comes with the first step in it")
        : Shown.info(
          "'\(id)' is begonnen, met de fasen: \(stages.nl)", "'\(id)' is begun, with the stages: \(stages.en)")
    ])
  }
}
