import WorkbenchKit

/// `journey remove JOURNEY [STEP]`.
struct JourneyRemoveCommand: Command {
  struct Arguments: Sendable {
    let journey = Argument.journey
    let step = Argument(optional: "step", .named(.step), about: Text(nl: "alleen deze stap", en: "this step only"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "journey remove",
    aliases: ["journey verwijder"],
    summary: Text(nl: "haal een klantreis weg, of een stap ervan", en: "take a journey out, or a step of it"),
    changesWorkspace: true,
    examples: [
      .init(
        "journey remove bezoek s1", Text(nl: "één stap; 'undo' brengt die terug", en: "one step; 'undo' brings it back")
      ),
      .init(
        "journey remove bezoek s99", Text(nl: "een stap die er niet is", en: "a step that is not there"),
        failsWith: "step.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let place = try given.journey.index(among: set.journeys)
    guard let named = given.step else {
      let gone = set.journeys.remove(at: place)
      context.workspace.store(set)
      return Output([
        .info(
          nl: "'\(gone.id)' is weg, met stappen: \(gone.steps.count)",
          en: "'\(gone.id)' is gone, with steps: \(gone.steps.count)")
      ])
    }
    let step = try named.item(among: set.journeys[place].steps)
    set.journeys[place].remove(step: step.id)
    context.workspace.store(set)
    return Output(JourneyTables.steps(set.journeys[place], context))
  }
}
