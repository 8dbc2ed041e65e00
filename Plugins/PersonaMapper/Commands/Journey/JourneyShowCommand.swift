import WorkbenchKit

/// `journey show`: every step of a journey.
struct JourneyShowCommand: Command {
  struct Arguments: Sendable {
    let journey = Argument.onlyJourney
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey show",
    aliases: ["journey toon"],
    summary: Text(nl: "toon een klantreis stap voor stap", en: "show a journey step by step"),
    next: [
      FollowUp("journey curve {journey}", Text(nl: "het gevoel langs de reis", en: "the feeling along the journey"))
    ],
    examples: [
      .init("journey show bezoek", Text(nl: "alle stappen", en: "all steps")),
      .init(
        "journey show bezoeken", Text(nl: "een naam verkeerd getypt", en: "a name mistyped"),
        failsWith: "journey.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    let journey = try set.journey(given.journey)
    var blocks: [Block] = [.table(JourneyTables.steps(journey, context))]
    if let persona = journey.persona {
      let name = set.persona(persona)?.name ?? .verbatim(persona)
      blocks.append(.paragraph(Text(nl: "de reis van \(name.nl)", en: "the journey of \(name.en)")))
    }
    return Output(blocks)
  }
}
