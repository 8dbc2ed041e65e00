import WorkbenchKit

/// `besluit add TEXT --who ROLE`: something that was decided.
struct DecisionAddCommand: Command {
  struct Arguments: Sendable {
    let text = Argument("text", .words, about: Text(nl: "wat er is besloten", en: "what was decided"))
    let told = DecisionArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit add", aliases: ["besluit bij"],
    summary: Text(
      nl: "leg een besluit vast: wie, wanneer, waarop het rust", en: "put down a decision: who, when, on what it rests"),
    details: Text(
      nl:
        "--rests-on neemt uitkomsten die met 'keep' zijn bewaard; verandert er iets achter, dan zegt het besluit dat het op veranderde cijfers "
        + "rust. Is een bijeenkomst open, dan is haar dag de dag van het besluit en namen wie er zijn het.",
      en:
        "--rests-on takes results that were kept with 'keep'; where something behind them changes the decision says that it rests on changed "
        + "figures. Where a meeting is open its day is the day of the decision, and who is there took it."),
    changesWorkspace: true,
    next: [FollowUp("besluit list", Text(nl: "alle besluiten", en: "all decisions"))],
    examples: [
      .init(
        "besluit add 'een nummer voor de avond' --id nummer --made 2027-03-01 --who gemeente --until 2027-05-01 --rests-on uitkomst",
        Text(nl: "een besluit", en: "a decision")),
      .init(
        "besluit add 'te laat' --made 2027-03-01 --who gemeente --until 2027-02-01",
        Text(nl: "klaar vóór het genomen is", en: "done before it was taken"), failsWith: "date.order"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    var list = try context.workspace.decisions(of: circle)
    let decision = try given.told.decision(given.text, replacing: nil, circle, list.decisions, in: context)
    list.decisions.append(decision)
    context.workspace.store(list, of: circle)
    return Output(DecisionTable.of([decision], on: decision.made, context))
  }
}
