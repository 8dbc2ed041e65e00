import WorkbenchKit

/// `besluit done ID --on DATE`: what was decided was done.
struct DecisionDoneCommand: Command {
  struct Arguments: Sendable {
    let decision = Argument("decision", .named(.decision), about: Text(nl: "welk besluit", en: "which decision"))
    let on = Argument<CalendarDate?>.closedOn
  }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit done", aliases: ["besluit gedaan"],
    summary: Text(nl: "een besluit is uitgevoerd", en: "a decision was carried out"),
    changesWorkspace: true,
    next: [FollowUp("besluit follow", Text(nl: "wat er van besluiten terechtkwam", en: "what became of decisions"))],
    examples: [
      .init("besluit done avondteam --on 2027-03-20", Text(nl: "gedaan", en: "done")),
      .init(
        "besluit done niets --on 2027-03-20", Text(nl: "een dat er niet is", en: "one that is not there"),
        failsWith: "decision.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    var list = try context.workspace.decisions(of: circle)
    let index = try given.decision.index(among: list.decisions)
    let day = try circle.closingDay(given.on)
    try list.close(index, as: .done, on: day, at: given.place(of: \.decision))
    context.workspace.store(list, of: circle)
    return Output(DecisionTable.of([list.decisions[index]], on: day, context))
  }
}
