import WorkbenchKit

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
