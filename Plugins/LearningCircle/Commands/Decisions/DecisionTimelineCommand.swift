import WorkbenchKit

/// `besluit timeline`: decisions on a calendar.
struct DecisionTimelineCommand: Command {
  let signature = Signature(
    "besluit timeline", aliases: ["besluit tijdlijn"],
    summary: Text(nl: "zet de besluiten op een kalender", en: "lay the decisions on a calendar"),
    examples: [.init("besluit timeline", Text(nl: "alle besluiten", en: "all decisions"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let decisions = try context.workspace.decisions(of: circle).decisions
    let rows = decisions.map {
      Timeline.Row(
        what: .verbatim($0.text), start: $0.made, end: $0.closed ?? $0.until, who: .verbatim($0.who),
        group: $0.state.label)
    }
    return Output([.timeline(Timeline(title: Text(nl: "Besluiten", en: "Decisions"), rows: rows))])
  }
}
