import WorkbenchKit

/// `kring meeting close DATE`: the meeting is over.
struct MeetingCloseCommand: Command {
  struct Arguments: Sendable {
    let date = Argument(
      optional: "date", .day, about: Text(nl: "de dag; anders die open is", en: "the day; else the open one"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring meeting close", aliases: ["kring bijeenkomst sluit"],
    summary: Text(nl: "sluit een bijeenkomst", en: "close a meeting"),
    changesWorkspace: true,
    next: [FollowUp("kring minutes [{date}]", Text(nl: "het verslag", en: "the minutes"))],
    examples: [
      .init("kring meeting close", Text(nl: "die open is", en: "the open one")),
      .init(
        "kring meeting close 2020-01-01", Text(nl: "een dag zonder bijeenkomst", en: "a day without a meeting"),
        failsWith: "meeting.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    var meeting = try given.checking(\.date) { try circle.meeting($0) }
    meeting.close(in: context)
    circle.put(meeting)
    let running = circle.items.filter { $0.meeting == meeting.date && $0.isRunning }.map(\.id)
    context.workspace.store(circle)
    var blocks: [Block] = [.table(CircleSheet.meetings(circle))]
    if let first = running.first {
      blocks.append(
        .caution(
          nl: "'\(first)' loopt nog: 'agenda stop --time …' zet de tijd stil",
          en: "'\(first)' still runs: 'agenda stop --time …' stops its time"))
    }
    return Output(blocks)
  }
}
