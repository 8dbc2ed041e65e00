import WorkbenchKit

/// `persona remove PERSONA`: takes a persona out, with its cells; its journeys stay as nobody's.
struct PersonaRemoveCommand: UntypedCommand {
  let signature = Signature(
    "persona remove", aliases: ["persona verwijder"],
    summary: Text(
      nl: "haal een persona uit de set, met haar cellen", en: "take a persona out of the set, with its cells"),
    parameters: [SetParameters.persona()],
    changesWorkspace: true,
    examples: [
      .init("persona remove guus", Text(nl: "'undo' brengt haar terug", en: "'undo' brings it back")),
      .init(
        "persona remove niemand", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "persona.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let persona = set.personas[try call.one("persona", .persona, in: set.personas)]
    let cells = set.cells.count { $0.persona == persona.id }
    let journeys = set.journeys.count { $0.persona == persona.id }
    set.remove(persona: persona.id)
    Holdings.store(set, context)
    return Output([
      Shown.info(
        "'\(persona.id)' is weg, met cellen: \(cells); reizen die nu van niemand zijn: \(journeys)",
        "'\(persona.id)' is gone, with cells: \(cells); journeys that are nobody's now: \(journeys)")
    ])
  }
}
