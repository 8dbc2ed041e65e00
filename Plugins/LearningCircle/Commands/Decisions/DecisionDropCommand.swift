import WorkbenchKit

/// `besluit drop ID --on DATE --because TEXT`: what was decided is not done after all.
struct DecisionDropCommand: Command {
  struct Arguments: Sendable {
    let decision = Argument("decision", .named(.decision), about: Text(nl: "welk besluit", en: "which decision"))
    let on = Argument<CalendarDate?>.closedOn
    let because = Argument(requiredFlag: "because", .words, about: Text(nl: "waarom", en: "why"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit drop", aliases: ["besluit vervalt"],
    summary: Text(nl: "laat een besluit vervallen, met de reden", en: "drop a decision, with the reason"),
    changesWorkspace: true,
    examples: [
      .init("besluit drop avondteam --on 2027-03-20 --because 'geen geld'", Text(nl: "vervallen", en: "dropped")),
      .init(
        "besluit drop niets --on 2027-03-20 --because x", Text(nl: "een dat er niet is", en: "one that is not there"),
        failsWith: "decision.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    var list = try context.workspace.decisions(of: circle)
    let index = try given.decision.index(among: list.decisions)
    let day = try circle.closingDay(given.on)
    try list.close(index, as: .dropped, on: day, at: given.place(of: \.decision))
    list.decisions[index].because = given.because
    context.workspace.store(list, of: circle)
    return Output(DecisionTable.of([list.decisions[index]], on: day, context))
  }
}
