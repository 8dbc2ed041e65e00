import WorkbenchKit

/// `moment remove MOMENT`.
struct MomentRemoveCommand: UntypedCommand {
  let signature = Signature(
    "moment remove", aliases: ["moment verwijder"],
    summary: Text(
      nl: "haal een sleutelmoment weg, met cellen en stemmen", en: "take a key moment out, with its cells and votes"),
    parameters: [SetParameters.moment()],
    changesWorkspace: true,
    examples: [
      .init("moment remove verhuizen", Text(nl: "'undo' brengt het terug", en: "'undo' brings it back")),
      .init(
        "moment remove verhuis", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "moment.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let moment = set.moments[try call.one("moment", .moment, in: set.moments)]
    set.remove(moment: moment.id)
    Holdings.store(set, context)
    return Output(MomentTables.list(set, context))
  }
}
