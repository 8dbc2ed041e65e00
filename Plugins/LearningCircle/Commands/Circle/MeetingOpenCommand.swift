import WorkbenchKit

/// `kring meeting open DATE`: the meeting begins; what is overdue comes first.
struct MeetingOpenCommand: Command {
  struct Arguments: Sendable {
    let date = Argument(optional: "date", .day, about: Text(nl: "de dag", en: "the day"))
    let at = Argument(flag: "at", .day, about: Text(nl: "de dag van vandaag", en: "the day of today"))
    let present = Argument(flags: "present", .circleRole, about: Text(nl: "wie er is", en: "who is there"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring meeting open", aliases: ["kring bijeenkomst open"],
    summary: Text(
      nl: "open een bijeenkomst; wat te laat is komt eerst", en: "open a meeting; what is overdue comes first"),
    details: Text(
      nl:
        "Zolang zij open is, is haar dag de dag van besluiten en antwoorden. Zonder --present zijn alle rollen er. Besluiten die te laat zijn "
        + "komen op de agenda, tien minuten elk.",
      en:
        "As long as it is open its day is the day of decisions and answers. Without --present all roles are there. Decisions that are overdue "
        + "are put on the agenda, ten minutes each."),
    changesWorkspace: true,
    next: [FollowUp("agenda show", Text(nl: "de agenda", en: "the agenda"))],
    examples: [
      .init("kring meeting open 2027-03-01", Text(nl: "wij beginnen", en: "we begin")),
      .init(
        "kring meeting open 1-13-2027", Text(nl: "een maand die er niet is", en: "a month that is not there"),
        failsWith: "date.format"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    guard let day = given.date ?? given.at else { throw AskedTime.today }
    var blocks: [Block] = []
    var meeting = circle.meetings.first { $0.date == day }
    if meeting == nil {
      meeting = Meeting(day, minutes: 120, chair: nil)
      blocks.append(
        .info(
          nl: "deze bijeenkomst stond er nog niet: zij duurt 120 minuten",
          en: "this meeting was not there yet: it takes 120 minutes"))
    }
    guard var meeting else { return .nothing }
    for var other in circle.meetings where other.state == .open && other.date != day {
      other.close(in: context)
      circle.put(other)
      let day = Text.day(other.date)
      blocks.append(.info(nl: "de bijeenkomst van \(day.nl) is gesloten", en: "the meeting of \(day.en) was closed"))
    }
    meeting.state = .open
    let named = given.present.map(circle.canonical)
    if !named.isEmpty || meeting.present.isEmpty { meeting.present = named.isEmpty ? circle.roles.map(\.role) : named }
    meeting.keptBefore = context.workspace.names(.results).filter { !meeting.keptMeanwhile.contains($0) }
    circle.put(meeting)
    let late = try context.workspace.decisions(of: circle).overdue(on: day)
    blocks += Self.putOnAgenda(late, &circle, day)
    context.workspace.store(circle)
    let words = Text.day(day)
    let present = Text.list(meeting.present, atMost: 12)
    let who = meeting.present.isEmpty ? Text(nl: "niemand genoemd", en: "nobody named") : present
    var first: [Block] = [
      .paragraph(
        Text(
          nl: "Bijeenkomst van \(words.nl) geopend; aanwezig: \(who.nl)",
          en: "Meeting of \(words.en) opened; present: \(who.en)"))
    ]
    if !late.isEmpty {
      var table = DecisionTable.of(late, on: day, context)
      table.title = Text(nl: "Te laat", en: "Overdue")
      first.append(.table(table))
    }
    return Output(first + blocks)
  }

  /// Puts decisions that are overdue before everything else, once.
  private static func putOnAgenda(_ late: [Decision], _ circle: inout Circle, _ day: CalendarDate) -> [Block] {
    let known = Set(circle.items.filter { $0.meeting == day || $0.meeting == nil }.compactMap(\.origin))
    let new = late.filter { !known.contains("decision:\($0.id)") }
    guard !new.isEmpty else { return [] }
    var taken = Set(circle.items.map(\.id))
    let items = new.map { decision in
      var id = "besluit-\(decision.id)"
      var number = 2
      while !taken.insert(id).inserted {
        id = "besluit-\(decision.id)-\(number)"
        number += 1
      }
      var item = AgendaItem(id: id, text: decision.text, minutes: 10, meeting: day)
      item.origin = "decision:\(decision.id)"
      item.level = decision.level
      return item
    }
    circle.items.insert(contentsOf: items, at: 0)
    let many = Text.counted(
      items.count, Text(nl: "besluit dat te laat is staat", en: "decision that is overdue stands"),
      Text(nl: "besluiten die te laat zijn staan", en: "decisions that are overdue stand"))
    return [.info(nl: "\(many.nl) nu op de agenda", en: "\(many.en) on the agenda now")]
  }
}
