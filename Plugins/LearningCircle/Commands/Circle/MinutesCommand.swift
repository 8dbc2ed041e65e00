import WorkbenchKit

/// `kring minutes [DATE]`: the record of a meeting.
struct MinutesCommand: Command {
  struct Arguments: Sendable {
    let date = Argument(
      optional: "date", .day,
      about: Text(nl: "de dag; anders die open is, of de laatste", en: "the day; else the open one, or the last"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring minutes", aliases: ["kring verslag"],
    summary: Text(nl: "toon het verslag van een bijeenkomst", en: "show the minutes of a meeting"),
    details: Text(
      nl:
        "Met '| to html verslag.html' of '| to markdown' wordt het een stuk; 'notebook save' bewaart de regels zelf, die weer draaien.",
      en:
        "With '| to html minutes.html' or '| to markdown' it becomes a paper; 'notebook save' keeps the lines themselves, which run again."
    ),
    examples: [
      .init("kring minutes", Text(nl: "de bijeenkomst die open is", en: "the meeting that is open")),
      .init(
        "kring minutes 2020-01-01", Text(nl: "een dag zonder bijeenkomst", en: "a day without a meeting"),
        failsWith: "meeting.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let meeting = try given.checking(\.date) { try circle.meeting($0) }
    let minutes = MeetingMinutes(circle, meeting, try context.workspace.decisions(of: circle))
    return Output(try minutes.blocks(context))
  }
}
