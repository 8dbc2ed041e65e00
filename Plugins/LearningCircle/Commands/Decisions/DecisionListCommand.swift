import WorkbenchKit

/// `besluit list`: what was decided, and how it stands.
struct DecisionListCommand: Command {
  struct Arguments: Sendable {
    let open = Argument(toggle: "open", about: Text(nl: "alleen wat open staat", en: "only what is open"))
    let overdue = Argument(toggle: "overdue", about: Text(nl: "alleen wat te laat is", en: "only what is overdue"))
    let of = Argument(flag: "of", .circleRole, about: Text(nl: "alleen van deze rol", en: "of this role only"))
    let at = Argument<CalendarDate?>.at
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de besluiten klaar als \(DecisionTable.offered), voor andere plugins",
        en: "offer the decisions as \(DecisionTable.offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit list", aliases: ["besluit lijst"],
    summary: Text(nl: "toon de besluiten en hoe het ermee staat", en: "list the decisions and how they stand"),
    next: [FollowUp("besluit follow [--at {at}]", Text(nl: "wat er van terechtkwam", en: "what became of them"))],
    examples: [
      .init("besluit list --at 2027-04-01", Text(nl: "alle", en: "all")),
      .init("besluit list --at morgen", Text(nl: "geen dag", en: "no day"), failsWith: "date.format"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let all = try context.workspace.decisions(of: circle).decisions
    guard !all.isEmpty else {
      return Output([
        .info(
          nl: "er is nog niets besloten; 'besluit add TEKST --who ROL'",
          en: "nothing was decided yet; 'besluit add TEXT --who ROLE'")
      ])
    }
    // Of what is closed the day of asking does not matter.
    let latest = all.flatMap { [$0.made] + ($0.closed.map { [$0] } ?? []) }.max()
    let day =
      all.contains { $0.state == .open } ? try circle.day(given.at) : given.at ?? circle.openMeeting?.date ?? latest
    guard let day else { return .nothing }
    let role = given.of.map(circle.canonical)
    let chosen = all.filter { decision in
      decision.made <= day && (role == nil || decision.who == role) && (!given.open || decision.isOpen(on: day))
        && (!given.overdue || decision.daysOverdue(on: day) > 0)
    }
    var blocks = DecisionTable.blocks(chosen, on: day, context)
    let later = all.count { $0.made > day }
    if later > 0 {
      let many = Text.counted(
        later, Text(nl: "besluit is", en: "decision is"), Text(nl: "besluiten zijn", en: "decisions are"))
      blocks.append(.info(nl: "\(many.nl) van na \(day.text)", en: "\(many.en) of after \(day.text)"))
    }
    if given.offer { blocks += DecisionTable.offer(all, context) }
    return Output(blocks)
  }
}
