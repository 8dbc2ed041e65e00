import WorkbenchKit

/// `agenda stop --time HH:MM`: the item that is going on ends.
struct AgendaStopCommand: Command {
  struct Arguments: Sendable {
    let time = Argument(
      flag: "time", ArgumentKind<TimeOfDay?>.timeOfDay,
      about: Text(nl: "hoe laat het is: 14:30", en: "what time it is: 14:30"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda stop", aliases: ["agenda klaar"],
    summary: Text(nl: "stop het punt dat loopt", en: "stop the item that runs"),
    changesWorkspace: true,
    next: [FollowUp("agenda show", Text(nl: "de agenda met de tijd", en: "the agenda with the time"))],
    examples: [
      .init("agenda stop --time 16:25", Text(nl: "klaar", en: "done")),
      .init(
        "agenda stop --time 13:00", Text(nl: "een tijd die terugloopt", en: "a time that runs back"),
        failsWith: "time.order"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    guard circle.agenda(circle.openMeeting?.date).contains(where: \.isRunning) else {
      throw Diagnostic(
        "agenda.idle", Text(nl: "er loopt geen punt", en: "no item runs"),
        wayOut: Text(nl: "begin er een met 'agenda start PUNT'", en: "begin one with 'agenda start ITEM'"))
    }
    guard let time = given.time ?? nil else { throw AskedTime.now }
    _ = try circle.stop(at: time, place: given.place(of: \.time), in: circle.openMeeting?.date)
    context.workspace.store(circle)
    let items = circle.agenda(circle.openMeeting?.date)
    return Output(AgendaTables.of(items, circle, context))
  }
}
