import WorkbenchKit

/// `kring minutes approve DATE --on DATE --by ROLE…`: the record is agreed.
struct MinutesApproveCommand: Command {
  struct Arguments: Sendable {
    let date = Argument("date", .day, about: Text(nl: "van welke bijeenkomst", en: "of which meeting"))
    let on = Argument(
      flag: "on", .day,
      about: Text(nl: "wanneer; anders op de bijeenkomst die open is", en: "when; else at the meeting that is open"))
    let by = Argument(flags: "by", .circleRole, required: true, about: Text(nl: "door wie", en: "by whom"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring minutes approve", aliases: ["kring verslag vaststellen"],
    summary: Text(nl: "stel een verslag vast", en: "approve minutes"),
    details: Text(
      nl: "Een latere wijziging blijft zichtbaar: het verslag zegt dan dat het is gewijzigd nadat het is vastgesteld.",
      en: "A later change stays visible: the minutes then say that they were amended after they were approved."),
    changesWorkspace: true,
    examples: [
      .init(
        "kring minutes approve 2027-03-01 --on 2027-04-01 --by gemeente,corporatie",
        Text(nl: "vastgesteld", en: "approved")),
      .init(
        "kring minutes approve 2020-01-01 --on 2027-04-01 --by gemeente",
        Text(nl: "een dag zonder bijeenkomst", en: "a day without a meeting"), failsWith: "meeting.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    var meeting = try given.checking(\.date) { try circle.meeting($0) }
    guard let on = given.on ?? circle.openMeeting?.date else {
      throw AskedTime.missing(
        "--on", Text(nl: "zeg op welke dag: --on 2027-04-01", en: "say on which day: --on 2027-04-01"))
    }
    guard on >= meeting.date else {
      throw Diagnostic(
        "date.order",
        Text(
          nl: "\(on.text) ligt vóór de bijeenkomst van \(meeting.date.text)",
          en: "\(on.text) lies before the meeting of \(meeting.date.text)"),
        wayOut: Text(nl: "geef een latere dag met --on", en: "give a later day with --on"), place: given.place(of: \.on)
      )
    }
    let decisions = try context.workspace.decisions(of: circle)
    if meeting.state == .open { meeting.close(in: context) }
    meeting.approval = nil
    circle.put(meeting)
    let digest = MeetingMinutes(circle, meeting, decisions).digest
    meeting.approval = Meeting.Approval(on: on, by: given.by.map(circle.canonical), digest: digest)
    circle.put(meeting)
    context.workspace.store(circle)
    return Output(try MeetingMinutes(circle, meeting, decisions).blocks(context))
  }
}
