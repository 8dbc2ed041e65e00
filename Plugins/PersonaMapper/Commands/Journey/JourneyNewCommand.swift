import WorkbenchKit

/// `journey new NAME`.
struct JourneyNewCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "een korte naam", en: "a short name"))
    let title = Argument(flag: "title", .words, about: Text(nl: "de titel", en: "the title"))
    let persona = Argument(
      flag: "persona", .named(.persona), about: Text(nl: "wiens reis het is", en: "whose journey it is"))
    let stages = Argument(
      flags: "stages", .words, about: Text(nl: "de fasen, in volgorde", en: "the stages, in order"))
    let copy = Argument(
      flag: "copy", .named(.journey),
      about: Text(nl: "neem de stappen van deze reis over", en: "take over the steps of this journey"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey new",
    aliases: ["journey nieuw"],
    summary: Text(nl: "begin een klantreis, met fasen", en: "begin a journey, with stages"),
    details: Text(
      nl:
        "Zonder --stages krijgt de reis de fasen van de set, als die ze heeft. --copy begint met de stappen van een andere reis.",
      en:
        "Without --stages the journey gets those of the set, if it has any. --copy begins with the steps of another journey."
    ),
    changesWorkspace: true,
    examples: [
      .init(
        "journey new ziekenhuis --persona guus --stages boeken,wachten,rit",
        Text(nl: "een reis met drie fasen", en: "a journey with three stages")),
      .init(
        "journey new rit --persona gus", Text(nl: "een persona verkeerd getypt", en: "a persona mistyped"),
        failsWith: "persona.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let name = given.name
    let id = try Slug.demand(name, at: given.place(of: \.name))
    try Vocabulary.journey.demandFree(id, among: set.$journeys, at: given.place(of: \.name))
    var journey = Journey(id: id, title: Text.typed(given.title) ?? .verbatim(name))
    journey.persona = try given.persona?.item(among: set.personas).id
    if !given.stages.isEmpty {
      for (words, place) in zip(given.stages, given.places(of: \.stages)) {
        let stage = try Slug.demand(words, at: place)
        try Vocabulary.stage.demandFree(stage, among: journey.stages, at: place)
        journey.stages.append(.init(id: stage, name: .verbatim(words)))
      }
    } else if let copied = try given.copy?.item(among: set.journeys) {
      journey.stages = copied.stages
    } else {
      journey.stages = set.stages
    }
    set.journeys.append(journey)
    context.workspace.store(set)
    let stages = Text.joined(journey.stages.map(\.name), by: ", ")
    return Output([
      journey.stages.isEmpty
        ? Block.info(
          nl: "'\(id)' is begonnen; een fase komt er met de eerste stap in die fase",
          en: "'\(id)' is begun; a stage comes with the first step in it")
        : Block.info(
          nl: "'\(id)' is begonnen, met de fasen: \(stages.nl)", en: "'\(id)' is begun, with the stages: \(stages.en)")
    ])
  }
}
