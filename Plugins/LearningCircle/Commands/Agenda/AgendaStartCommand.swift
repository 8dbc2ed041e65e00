import WorkbenchKit

/// `agenda start ITEM --time HH:MM`: an item begins; one that is going on ends.
struct AgendaStartCommand: Command {
  struct Arguments: Sendable {
    let item = Argument("item", .named(.item), about: Text(nl: "welk punt", en: "which item"))
    let time = Argument(
      flag: "time", ArgumentKind<TimeOfDay?>.timeOfDay,
      about: Text(nl: "hoe laat het is: 14:30", en: "what time it is: 14:30"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda start", aliases: ["agenda begin"],
    summary: Text(nl: "begin aan een punt; een punt dat loopt stopt", en: "begin an item; one that runs stops"),
    details: Text(
      nl: "Aan de prompt vult het programma de tijd in. In een script moet --time erbij.",
      en: "At the prompt the program fills in the time. A script needs --time."),
    changesWorkspace: true,
    next: [FollowUp("agenda stop", Text(nl: "klaar met dit punt", en: "done with this item"))],
    examples: [
      .init("agenda start crisis --time 14:00", Text(nl: "wij beginnen eraan", en: "we begin it")),
      .init(
        "agenda start crisis --time 25:00", Text(nl: "een tijd die er niet is", en: "a time that is not there"),
        failsWith: "time.format"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let item = try given.item.item(in: context)
    guard let time = given.time ?? nil else { throw AskedTime.now }
    let stopped = try circle.stop(at: time, place: given.place(of: \.time), in: circle.openMeeting?.date)
    for index in circle.items.indices where circle.items[index].id == item.id {
      if circle.items[index].meeting == nil { circle.items[index].meeting = circle.openMeeting?.date }
      circle.items[index].stretches.append(AgendaItem.Stretch(start: time))
    }
    context.workspace.store(circle)
    let planned = Text.minutes(item.minutes)
    var blocks: [Block] = [
      .paragraph(
        Text(
          nl: "\(time.text) · \(item.text) (\(planned.nl) gepland)",
          en: "\(time.text) · \(item.text) (\(planned.en) planned)"))
    ]
    if let stopped { blocks.append(.info(nl: "'\(stopped)' is gestopt", en: "'\(stopped)' was stopped")) }
    return Output(blocks)
  }
}
