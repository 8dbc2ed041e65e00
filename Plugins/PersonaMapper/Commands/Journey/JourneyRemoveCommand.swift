import WorkbenchKit

/// `journey remove JOURNEY [STEP]`.
struct JourneyRemoveCommand: UntypedCommand {
  let signature = Signature(
    "journey remove", aliases: ["journey verwijder"],
    summary: Text(nl: "haal een klantreis weg, of een stap ervan", en: "take a journey out, or a step of it"),
    parameters: [
      SetParameters.journey(),
      .argument("step", required: false, about: Text(nl: "alleen deze stap", en: "this step only")),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "journey remove bezoek s1", Text(nl: "één stap; 'undo' brengt die terug", en: "one step; 'undo' brings it back")
      ),
      .init(
        "journey remove bezoek s99", Text(nl: "een stap die er niet is", en: "a step that is not there"),
        failsWith: "step.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let place = try call.one("journey", .journey, in: set.journeys)
    guard call.has("step") else {
      let gone = set.journeys.remove(at: place)
      Holdings.store(set, context)
      return Output([
        Shown.info(
          "'\(gone.id)' is weg, met stappen: \(gone.steps.count)",
          "'\(gone.id)' is gone, with steps: \(gone.steps.count)")
      ])
    }
    let steps = set.journeys[place].steps
    let step = steps[try call.one("step", .step, in: steps)]
    for stage in set.journeys[place].stages.indices {
      set.journeys[place].stages[stage].steps.removeAll { $0.id == step.id }
    }
    Holdings.store(set, context)
    return Output(JourneyTables.steps(set.journeys[place], context))
  }
}
