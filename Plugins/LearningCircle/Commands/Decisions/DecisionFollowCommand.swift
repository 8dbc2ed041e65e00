import WorkbenchKit

/// `besluit follow`: what became of decisions.
struct DecisionFollowCommand: Command {
  struct Arguments: Sendable { let at = Argument<CalendarDate?>.at }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit follow", aliases: ["besluit opvolging"],
    summary: Text(nl: "toon wat er van de besluiten terechtkwam", en: "show what became of the decisions"),
    details: Text(
      nl:
        "Gedaan, open, te laat, op tijd; hoe lang het duurt tot iets gedaan is (Kaplan en Meier 1958): wat nog open staat telt mee zolang het open "
        + "was; de mediaan is de eerste dag waarop de helft of minder nog open staat.",
      en:
        "Done, open, overdue, on time; how long it takes until something is done (Kaplan and Meier 1958): what is still open counts for as long as it "
        + "was; the median is the first day on which half or less is still open."),
    examples: [
      .init("besluit follow --at 2027-04-01", Text(nl: "stand op die dag", en: "as on that day")),
      .init(
        "besluit follow --at 1-13-2027", Text(nl: "een maand die er niet is", en: "a month that is not there"),
        failsWith: "date.format"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let day = try circle.day(given.at)
    let list = try context.workspace.decisions(of: circle)
    return Output(
      try FollowUpReport(list.decisions, on: day, meetings: circle.meetings.map(\.date)).blocks(context)
        + DecisionTable.cautions(list.decisions.filter { $0.isOpen(on: day) }, context))
  }
}
