import WorkbenchKit

/// `agenda fit [--minutes N]`: the choice of items that carries the most dots within the time.
struct AgendaFitCommand: Command {
  struct Arguments: Sendable {
    let minutes = Argument(
      flag: "minutes", .integer(1...10_000),
      about: Text(
        nl: "hoeveel tijd er is; anders die van de bijeenkomst", en: "how much time there is; else that of the meeting")
    )
    let meeting = Argument<CalendarDate?>.meeting
  }

  static let arguments = Arguments()

  let signature = Signature(
    "agenda fit", aliases: ["agenda past"],
    summary: Text(
      nl: "kies de punten met de meeste stippen die in de tijd passen",
      en: "choose the items with the most dots that fit in the time"),
    details: Text(
      nl:
        "Exact: geen andere keuze binnen de tijd weegt zwaarder. Elke rol telt even zwaar; bij gelijk gewicht minder minuten, dan wie eerder "
        + "op de agenda stond. Wat --must heeft, staat er altijd op.",
      en:
        "Exact: no other choice within the time weighs more. Each role counts the same; of equal weight the fewer minutes, then what stood on "
        + "the agenda first. What has --must is always on it."),
    examples: [
      .init("agenda fit --minutes 60", Text(nl: "een uur", en: "an hour")),
      .init("agenda fit --minutes 0", Text(nl: "geen tijd", en: "no time"), failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let meeting = try given.checking(\.meeting) { day in
      try day.map { try circle.meeting($0) } ?? circle.openMeeting ?? circle.meetings.first { $0.state == .planned }
    }
    guard let minutes = given.minutes ?? meeting?.minutes else {
      throw Diagnostic(
        "agenda.minutes", Text(nl: "hoeveel tijd is er?", en: "how much time is there?"),
        wayOut: Text(nl: "geef --minutes, of plan een bijeenkomst", en: "give --minutes, or plan a meeting"),
        suggestion: "--minutes")
    }
    let items = circle.agenda(meeting?.date)
    let fit = try given.checking(\.minutes) { _ in try AgendaFit(items, of: circle, minutes: minutes) }
    var blocks: [Block] = [.table(fit.table), .facts(fit.facts)]
    if !fit.hasVotes, !items.isEmpty {
      blocks.append(
        .caution(
          nl: "nog geen rol heeft gestemd, dus niets weegt iets; 'agenda vote PUNT=STIPPEN --by ROL'",
          en: "no role has voted yet, so nothing weighs anything; 'agenda vote ITEM=DOTS --by ROLE'"))
    }
    return Output(blocks)
  }
}
