import WorkbenchKit

/// `agenda show`: the agenda, with the time planned and used.
struct AgendaShowCommand: Command {
  struct Arguments: Sendable {
    let meeting = Argument<CalendarDate?>.meeting
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de agenda klaar als \(AgendaTables.offered), voor andere plugins",
        en: "offer the agenda as \(AgendaTables.offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda show", aliases: ["agenda toon"],
    summary: Text(
      nl: "toon de agenda, met geplande en gebruikte minuten", en: "show the agenda, with minutes planned and used"),
    examples: [
      .init(
        "agenda show",
        Text(nl: "de bijeenkomst die open is, anders alles", en: "the meeting that is open, else everything")),
      .init(
        "agenda show --meeting 2020-01-01", Text(nl: "een dag zonder bijeenkomst", en: "a day without a meeting"),
        failsWith: "meeting.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let day = try given.checking(\.meeting) { try $0.map { try circle.meeting($0).date } } ?? circle.openMeeting?.date
    let items = circle.agenda(day)
    guard !items.isEmpty else {
      return Output([
        .info(
          nl: "de agenda is leeg; 'agenda add TEKST --minutes 20', of 'agenda suggest'",
          en: "the agenda is empty; 'agenda add TEXT --minutes 20', or 'agenda suggest'")
      ])
    }
    var blocks: [Block] = [.table(AgendaTables.of(items, circle, context))]
    if items.contains(where: { $0.used > 0 }) { blocks.append(.chart(AgendaTables.chart(items))) }
    let planned = items.reduce(0) { $0 + $1.minutes }
    if let meeting = circle.meetings.first(where: { $0.date == day }), planned > meeting.minutes {
      let (all, room) = (Text.minutes(planned), Text.minutes(meeting.minutes))
      blocks.append(
        .caution(
          nl: "\(all.nl) gepland in een bijeenkomst van \(room.nl); 'agenda fit' kiest",
          en: "\(all.en) planned in a meeting of \(room.en); 'agenda fit' chooses"))
    }
    if given.offer { blocks += AgendaTables.offer(items, circle, context) }
    return Output(blocks)
  }
}
