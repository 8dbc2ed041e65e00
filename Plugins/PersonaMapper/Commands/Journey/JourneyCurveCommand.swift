import WorkbenchKit

/// `journey curve [JOURNEY…]`: how a journey feels along the way.
struct JourneyCurveCommand: UntypedCommand {
  let signature = Signature(
    "journey curve", aliases: ["journey gevoel"],
    summary: Text(
      nl: "teken het gevoel langs een reis, of van meer reizen in één beeld",
      en: "draw the feeling along a journey, or of several in one picture"),
    parameters: [
      .argument(
        "journey", required: false, repeated: true,
        about: Text(nl: "de reizen; anders alle", en: "the journeys; else all"), candidates: SetParameters.journeys)
    ],
    examples: [
      .init("journey curve bezoek", Text(nl: "één reis, stap voor stap", en: "one journey, step by step")),
      .init(
        "journey curve bezoek wandeling", Text(nl: "een reis die er niet is", en: "a journey that is not there"),
        failsWith: "journey.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let set = try Holdings.current(context, at: call.place)
    guard !set.journeys.isEmpty else {
      _ = try SetParameters.journey(in: call, set)
      return .nothing
    }
    let chosen =
      call.has("journey")
      ? try call.all("journey").map {
        set.journeys[try Kind.journey.place(of: $0.value.text ?? $0.value.plain, in: set.journeys, at: $0.place)]
      }
      : set.journeys
    let silent = chosen.filter { $0.steps.allSatisfy { $0.feeling == nil } }
    let speaking = chosen.filter { journey in !silent.contains { $0.id == journey.id } }
    var blocks: [Block] = []
    if speaking.count == 1 {
      blocks.append(.chart(JourneyTables.curve(speaking[0], set, context)))
    } else if speaking.count > 1 {
      blocks.append(.chart(JourneyTables.curves(speaking, set, context)))
      blocks.append(
        Shown.info("van meer reizen het gemiddelde gevoel per fase", "of several journeys the mean feeling by stage"))
    }
    if !silent.isEmpty {
      let listed = Shown.list(silent.map(\.id))
      blocks.append(
        Shown.caution(
          "zonder enig gevoel, dus niet getekend: \(listed.nl)", "without any feeling, so not drawn: \(listed.en)"))
    }
    let open = speaking.reduce(0) { $0 + $1.steps.count { $0.feeling == nil } }
    if open > 0 {
      blocks.append(
        Shown.info(
          "stappen zonder gevoel, overgeslagen in de lijn: \(open)",
          "steps without a feeling, skipped in the line: \(open)"))
    }
    return Output(blocks)
  }
}
