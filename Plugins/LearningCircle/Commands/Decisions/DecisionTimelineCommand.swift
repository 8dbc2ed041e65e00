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
    let rows = decisions.map { decision in
      // What was closed on the day it was made is a moment.
      let end = (decision.closed ?? decision.until).flatMap { $0 > decision.made ? $0 : nil }
      return Timeline.Row(
        what: .verbatim(decision.text), start: decision.made, end: end, who: .verbatim(decision.who),
        group: decision.state.label)
    }
    return Output([.timeline(Timeline(title: Text(nl: "Besluiten", en: "Decisions"), rows: rows))])
  }
}
