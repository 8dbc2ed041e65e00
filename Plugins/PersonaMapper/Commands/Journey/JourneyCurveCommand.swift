import WorkbenchKit

/// `journey curve [JOURNEY…]`: how a journey feels along the way.
struct JourneyCurveCommand: Command {
  struct Arguments: Sendable {
    let journeys = Argument(
      list: "journey", .named(.journey), required: false,
      about: Text(nl: "de reizen; anders alle", en: "the journeys; else all"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey curve",
    aliases: ["journey gevoel"],
    summary: Text(
      nl: "teken het gevoel langs een reis, of van meerdere reizen in één beeld",
      en: "draw the feeling along a journey, or of several in one picture"),
    examples: [
      .init("journey curve bezoek", Text(nl: "één reis, stap voor stap", en: "one journey, step by step")),
      .init(
        "journey curve bezoek wandeling", Text(nl: "een reis die er niet is", en: "a journey that is not there"),
        failsWith: "journey.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    if set.journeys.isEmpty { _ = try set.journey(nil) }
    let chosen = given.journeys.isEmpty ? set.journeys : try given.journeys.map { try $0.item(among: set.journeys) }
    let silent = chosen.filter { $0.steps.allSatisfy { $0.feeling == nil } }
    let speaking = chosen.filter { journey in !silent.contains { $0.id == journey.id } }
    var blocks: [Block] = []
    if speaking.count == 1 {
      blocks.append(.chart(JourneyTables.curve(speaking[0], set, context)))
    } else if speaking.count > 1 {
      blocks.append(.chart(JourneyTables.curves(speaking, set, context)))
      blocks.append(
        .info(
          nl: "bij meerdere reizen het gemiddelde gevoel per fase", en: "of several journeys the mean feeling by stage")
      )
    }
    if !silent.isEmpty {
      let listed = Text.list(silent.map(\.id))
      blocks.append(
        .caution(
          nl: "zonder enig gevoel, dus niet getekend: \(listed.nl)",
          en: "without any feeling, so not drawn: \(listed.en)"))
    }
    let open = speaking.reduce(0) { $0 + $1.steps.count { $0.feeling == nil } }
    if open > 0 {
      blocks.append(
        .info(
          nl: "stappen zonder gevoel, overgeslagen in de lijn: \(open)",
          en: "steps without a feeling, skipped in the line: \(open)"))
    }
    return Output(blocks)
  }
}
