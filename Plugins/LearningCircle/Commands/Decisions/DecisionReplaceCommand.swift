import WorkbenchKit

/// `besluit replace ID TEXT --who ROLE`: a decision in the place of another.
struct DecisionReplaceCommand: Command {
  struct Arguments: Sendable {
    let old = Argument("decision", .named(.decision), about: Text(nl: "het oude besluit", en: "the old decision"))
    let text = Argument("text", .words, about: Text(nl: "wat er nu is besloten", en: "what is decided now"))
    let told = DecisionArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "besluit replace", aliases: ["besluit vervang"],
    summary: Text(
      nl: "vervang een besluit door een ander; beide wijzen naar elkaar",
      en: "replace a decision by another; both point at each other"),
    changesWorkspace: true,
    examples: [
      .init(
        "besluit replace avondteam 'een avondteam voor twee wijken' --made 2027-04-01 --who gemeente",
        Text(nl: "een ander besluit", en: "another decision")),
      .init(
        "besluit replace niets 'iets' --made 2027-04-01 --who gemeente",
        Text(nl: "een dat er niet is", en: "one that is not there"),
        failsWith: "decision.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    var list = try context.workspace.decisions(of: circle)
    let index = try given.old.index(among: list.decisions)
    let old = list.decisions[index]
    if old.state == .replaced {
      throw Diagnostic(
        "decision.replaced",
        Text(
          nl: "'\(old.id)' is al vervangen door '\(old.replacedBy ?? "")'",
          en: "'\(old.id)' was replaced by '\(old.replacedBy ?? "")' already"),
        wayOut: Text(nl: "vervang het nieuwe besluit", en: "replace the new decision"), suggestion: old.replacedBy,
        place: given.place(of: \.old))
    }
    let decision = try given.told.decision(given.text, replacing: old, circle, list.decisions, in: context)
    try list.close(index, as: .replaced, on: decision.made, at: given.place)
    list.decisions[index].replacedBy = decision.id
    list.decisions.append(decision)
    context.workspace.store(list, of: circle)
    return Output(DecisionTable.of([list.decisions[index], decision], on: decision.made, context))
  }
}
