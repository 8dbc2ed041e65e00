import WorkbenchKit

/// The record of a meeting.
struct MeetingMinutes {
  private let circle: Circle
  private let meeting: Meeting
  private let decisions: DecisionList

  init(_ circle: Circle, _ meeting: Meeting, _ decisions: DecisionList) {
    (self.circle, self.meeting, self.decisions) = (circle, meeting, decisions)
  }

  private var items: [AgendaItem] { circle.items.filter { $0.meeting == meeting.date } }
  private var made: [Decision] { decisions.decisions.filter { $0.made == meeting.date } }
  private var closed: [Decision] { decisions.decisions.filter { $0.closed == meeting.date && $0.made != meeting.date } }

  /// Of what the record holds of the meeting itself; what happens to a decision later is no part of it.
  var digest: String {
    let decided = made.map { decision -> JSON in
      .members([
        "id": .string(decision.id), "text": .string(decision.text), "by": .array(decision.by.map(JSON.string)),
        "who": .string(decision.who), "until": decision.until.map { .string($0.text) },
        "level": decision.level.map(JSON.string), "rests_on": .array(decision.rests.map { .string($0.name) }),
      ])
    }
    return ContentDigest.of(
      .members([
        "date": .string(meeting.date.text), "present": .array(meeting.present.map(JSON.string)),
        "chair": meeting.chair.map(JSON.string), "minutes": .number(Double(meeting.minutes)),
        "items": .array(items.map(\.json)), "answers": circle.rounds[meeting.date.text]?.answersJSON,
        "decisions": .array(decided), "kept": .array(meeting.keptMeanwhile.map(JSON.string)),
      ]))
  }

  func blocks(_ context: Context) throws -> [Block] {
    var blocks: [Block] = [.heading(heading), .paragraph(presence)]
    if let approval { blocks.append(.notice(approval)) }
    if !items.isEmpty { blocks.append(.table(agenda)) }
    let contributions = contributions(context)
    if contributions.rowCount > 0 { blocks.append(.table(contributions)) }
    let round = StatementRound(circle, round: meeting.date.text)
    if !round.statements.isEmpty { blocks.append(.table(round.table(context))) }
    if !made.isEmpty {
      blocks += DecisionTable.blocks(made, on: meeting.date, context)
    }
    if !closed.isEmpty {
      var table = DecisionTable.of(closed, on: meeting.date, context)
      table.title = Text(nl: "Opvolging: gesloten op deze dag", en: "Follow-up: closed on this day")
      blocks.append(.table(table))
    }
    let late = decisions.overdue(on: meeting.date)
    if !late.isEmpty {
      var table = DecisionTable.of(late, on: meeting.date, context)
      table.title = Text(nl: "Opvolging: te laat op deze dag", en: "Follow-up: overdue on this day")
      blocks.append(.table(table))
    }
    if let kept = kept(context) { blocks.append(.table(kept)) }
    if items.isEmpty, made.isEmpty, round.statements.isEmpty {
      blocks.append(
        .info(nl: "er is op deze dag nog niets vastgelegd", en: "nothing was put down on this day yet"))
    }
    return blocks
  }

  private var heading: Heading {
    let day = Text.day(meeting.date)
    return Heading(
      Text(nl: "Verslag van \(circle.title), \(day.nl)", en: "Minutes of \(circle.title), \(day.en)"),
      under: meeting.state.label)
  }

  private var presence: Text {
    var parts: [Text] = []
    let present = Text.list(meeting.present, atMost: 20)
    parts.append(
      meeting.present.isEmpty
        ? Text(nl: "wie er was is niet vastgelegd", en: "who was there was not put down")
        : Text(nl: "aanwezig: \(present.nl)", en: "present: \(present.en)"))
    if let chair = meeting.chair { parts.append(Text(nl: "voorzitter: \(chair)", en: "chair: \(chair)")) }
    let (planned, used) = (Text.minutes(meeting.minutes), items.reduce(0) { $0 + $1.used })
    parts.append(
      Text(
        nl: "\(planned.nl) gepland, \(used) aan punten besteed",
        en: "\(planned.en) planned, \(used) spent on items"))
    return .joined(parts, by: "; ")
  }

  private var approval: Notice? {
    guard let approval = meeting.approval else { return nil }
    let (day, roles) = (Text.day(approval.on), Text.list(approval.by))
    if approval.digest == digest {
      return .info(
        nl: "vastgesteld op \(day.nl) door \(roles.nl)", en: "approved on \(day.en) by \(roles.en)")
    }
    return .caution(
      nl: "gewijzigd nadat het is vastgesteld op \(day.nl) door \(roles.nl)",
      en: "amended after it was approved on \(day.en) by \(roles.en)")
  }

  private var agenda: Table {
    Table(
      title: Text(nl: "Agenda", en: "Agenda"),
      columns: [
        .texts("id", items.map(\.id), label: Text(nl: "punt", en: "item")),
        .texts("text", items.map(\.text), label: Text(nl: "wat", en: "what")),
        .counts("minutes", items.map(\.minutes), label: Text(nl: "minuten", en: "minutes")),
        .counts("used", items.map(\.used), label: Text(nl: "gebruikt", en: "used")),
      ])
  }

  private func contributions(_ context: Context) -> Table {
    let rows = items.flatMap { item in
      item.contributions.sorted { $0.key < $1.key }.map { (item, $0.key, $0.value) }
    }
    return Table(
      title: Text(nl: "Inbreng", en: "What each puts in"),
      columns: [
        .texts("id", rows.map(\.0.id), label: Text(nl: "punt", en: "item"))
      ] + (context.showsRoles ? [.texts("role", rows.map(\.1), label: Text(nl: "rol", en: "role"))] : []) + [
        .texts("offers", rows.map(\.2.offers), label: Text(nl: "brengt in", en: "offers")),
        .texts("asks", rows.map(\.2.asks), label: Text(nl: "vraagt", en: "asks")),
        .texts("gain", rows.map(\.2.gain), label: Text(nl: "wint", en: "gains")),
        .texts("mandate", rows.map(\.2.mandate?.rawValue), label: Text(nl: "mandaat", en: "mandate")),
      ])
  }

  private func kept(_ context: Context) -> Table? {
    let names =
      meeting.state == .open
      ? context.workspace.names(.results).filter { !meeting.keptBefore.contains($0) } : meeting.keptMeanwhile
    guard !names.isEmpty else { return nil }
    let lines = names.map { name in
      (try? context.workspace.part(PartName(.results, name))?.json())?["command"]?.string
    }
    return Table(
      title: Text(nl: "Uitkomsten die toen zijn bewaard", en: "Results that were kept meanwhile"),
      columns: [
        .texts("result", names, label: Text(nl: "uitkomst", en: "result")),
        .texts("line", lines, label: Text(nl: "opdracht", en: "command")),
      ])
  }
}

extension Circle {
  /// The meeting of a day; else the one that is open, else the last that was held.
  ///
  /// - Throws: `meeting.none`, `meeting.unknown`.
  func meeting(_ day: CalendarDate?) throws -> Meeting {
    if let day {
      if let meeting = meetings.first(where: { $0.date == day }) { return meeting }
      let known = meetings.map(\.date.text)
      throw Diagnostic(
        "meeting.unknown", Text(nl: "op \(day.text) is er geen bijeenkomst", en: "there is no meeting on \(day.text)"),
        wayOut: Text(nl: "'kring meeting list' noemt ze", en: "'kring meeting list' lists them"),
        suggestion: NearestWord.best(day.text, among: known))
    }
    if let meeting = openMeeting ?? meetings.last(where: { $0.state == .closed }) ?? meetings.first { return meeting }
    throw Diagnostic(
      "meeting.none", Text(nl: "er is nog geen bijeenkomst", en: "there is no meeting yet"),
      wayOut: Text(
        nl: "maak er een met 'kring meeting new 2027-03-01 --minutes 120'",
        en: "make one with 'kring meeting new 2027-03-01 --minutes 120'"), suggestion: "kring meeting new")
  }
}
