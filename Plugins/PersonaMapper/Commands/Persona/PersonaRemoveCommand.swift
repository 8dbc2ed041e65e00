import WorkbenchKit

/// `persona remove PERSONA`: takes a persona out, with its cells; its journeys stay as nobody's.
struct PersonaRemoveCommand: Command {
  struct Arguments: Sendable {
    let persona = Argument.persona
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona remove",
    aliases: ["persona verwijder"],
    summary: Text(
      nl: "haal een persona uit de set, met haar cellen", en: "take a persona out of the set, with its cells"),
    changesWorkspace: true,
    examples: [
      .init("persona remove guus", Text(nl: "'undo' brengt haar terug", en: "'undo' brings it back")),
      .init(
        "persona remove niemand", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "persona.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let persona = try given.persona.item(among: set.personas)
    let cells = set.cells.count { $0.persona == persona.id }
    let journeys = set.journeys.count { $0.persona == persona.id }
    set.remove(persona: persona.id)
    context.workspace.store(set)
    return Output([
      .info(
        nl: "'\(persona.id)' is weg, met cellen: \(cells); reizen die nu van niemand zijn: \(journeys)",
        en: "'\(persona.id)' is gone, with cells: \(cells); journeys that are nobody's now: \(journeys)")
    ])
  }
}
