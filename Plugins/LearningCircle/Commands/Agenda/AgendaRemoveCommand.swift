import WorkbenchKit

/// `agenda remove ITEM`: an item comes off the agenda.
struct AgendaRemoveCommand: Command {
  struct Arguments: Sendable {
    let item = Argument("item", .named(.item), about: Text(nl: "welk punt", en: "which item"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda remove", aliases: ["agenda weg"],
    summary: Text(nl: "haal een punt van de agenda", en: "take an item off the agenda"),
    changesWorkspace: true,
    examples: [
      .init("agenda remove crisis", Text(nl: "een punt minder", en: "one item less")),
      .init(
        "agenda remove weer", Text(nl: "een punt dat er niet is", en: "an item that is not there"),
        failsWith: "item.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let item = try given.item.item(in: context)
    circle.items.removeAll { $0.id == item.id }
    circle.urgency[item.id] = nil
    circle.votes = circle.votes.mapValues { $0.filter { $0.key != item.id } }.filter { !$0.value.isEmpty }
    context.workspace.store(circle)
    return Output(AgendaTables.of(circle.agenda(circle.openMeeting?.date), circle, context))
  }
}
