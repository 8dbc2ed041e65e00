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
