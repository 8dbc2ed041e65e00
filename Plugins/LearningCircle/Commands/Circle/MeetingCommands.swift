import WorkbenchKit

/// `kring meeting new DATE`: a meeting that is to come.
struct MeetingNewCommand: Command {
  struct Arguments: Sendable {
    let date = Argument("date", .day, about: Text(nl: "de dag: 2027-03-01", en: "the day: 2027-03-01"))
    let minutes = Argument(
      flag: "minutes", .integer(1...10_000), default: "120", about: Text(nl: "hoe lang", en: "how long"))
    let chair = Argument(
      flag: "chair", .circleRole, about: Text(nl: "de rol die voorzit", en: "the role in the chair"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring meeting new", aliases: ["kring bijeenkomst nieuw"],
    summary: Text(nl: "plan een bijeenkomst", en: "plan a meeting"),
    changesWorkspace: true,
    examples: [
      .init("kring meeting new 2027-04-01 --minutes 90", Text(nl: "anderhalf uur", en: "an hour and a half")),
      .init(
        "kring meeting new 2027-02-30", Text(nl: "een dag die er niet is", en: "a day that is not there"),
        failsWith: "date.format"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    if circle.meetings.contains(where: { $0.date == given.date }) {
      throw Diagnostic(
        "meeting.taken",
        Text(
          nl: "op \(given.date.text) is er al een bijeenkomst", en: "there is a meeting on \(given.date.text) already"),
        wayOut: Text(nl: "'kring meeting list' noemt ze", en: "'kring meeting list' lists them"),
        place: given.place(of: \.date))
    }
    circle.put(Meeting(given.date, minutes: given.minutes, chair: given.chair.map(circle.canonical)))
    context.workspace.store(circle)
    return Output(CircleSheet.meetings(circle))
  }
}

/// `kring meeting list`: the meetings of the circle.
struct MeetingListCommand: Command {
  let signature = Signature(
    "kring meeting list", aliases: ["kring bijeenkomsten"],
    summary: Text(nl: "toon de bijeenkomsten", en: "list the meetings"),
    examples: [.init("kring meeting list", Text(nl: "alle bijeenkomsten", en: "all meetings"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(CircleSheet.meetings(try context.circle()))
  }
}

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

extension Meeting {
  /// Closes it; what was kept since it opened stays with it.
  mutating func close(in context: Context) {
    if state == .open {
      let before = keptBefore
      keptMeanwhile = context.workspace.names(.results).filter { !before.contains($0) }
    }
    state = .closed
  }
}
