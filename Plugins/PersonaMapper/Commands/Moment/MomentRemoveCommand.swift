import WorkbenchKit

/// `moment remove MOMENT`.
struct MomentRemoveCommand: Command {
  struct Arguments: Sendable {
    let moment = Argument.moment
  }

  static let arguments = Arguments()

  let signature = Signature(
    "moment remove",
    aliases: ["moment verwijder"],
    summary: Text(
      nl: "haal een sleutelmoment weg, met cellen en stemmen", en: "take a key moment out, with its cells and votes"),
    changesWorkspace: true,
    examples: [
      .init("moment remove verhuizen", Text(nl: "'undo' brengt het terug", en: "'undo' brings it back")),
      .init(
        "moment remove verhuis", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "moment.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let moment = try given.moment.item(among: set.moments)
    set.remove(moment: moment.id)
    context.workspace.store(set)
    return Output(MomentTables.list(set, context))
  }
}
