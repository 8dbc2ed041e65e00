import WorkbenchKit

/// `waakvlam gaps [SITUATION]`: what is not in order in who does what.
struct GapsCommand: Command {
  struct Arguments: Sendable { let situation = Argument<NameOf<Situation>?>.situation }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam gaps", aliases: ["waakvlam gaten"],
    summary: Text(
      nl: "toon stappen die niemand doet, twee die beslissen, en wie er niet aan tafel zit",
      en: "show steps that nobody does, two that decide, and who is not at the table"),
    next: [FollowUp("waakvlam candidate list", Text(nl: "wie de waakvlam kan zijn", en: "who can be the pilot light"))],
    examples: [
      .init("waakvlam gaps", Text(nl: "alle situaties", en: "all situations")),
      .init("waakvlam gaps 9", Text(nl: "die is er niet", en: "it is not there"), failsWith: "situation.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let steps = try given.situation?.item(in: context).steps ?? context.steps
    let table = try context.rolesAtTable()
    let found = try ChainGaps(context.workspace.lightChain, steps, table: table) { try context.partyLabel($0) }
    guard !found.gaps.isEmpty else {
      return Output([
        .info(
          nl: "elke stap heeft wie hem doet, en er is een waakvlam",
          en: "each step has who does it, and there is a pilot light")
      ])
    }
    var blocks: [Block] = [
      .table(
        Table(
          title: Text(nl: "Wat er ontbreekt", en: "What is missing"),
          columns: [
            .texts("step", found.gaps.map(\.step.id), label: Text(nl: "stap", en: "step")),
            .texts("kind", found.gaps.map(\.kind.rawValue), label: Text(nl: "soort", en: "kind")).asDetail(),
            .texts("kind_label", found.gaps.map(\.kind.label), label: Text(nl: "wat", en: "what"), in: context),
            .texts("text", found.gaps.map(\.text), label: Text(nl: "waarom", en: "why"), in: context),
          ]))
    ]
    if table == nil {
      blocks.append(
        .info(
          nl: "wie aan tafel zit is niet bekend; 'kring role add corporatie,wijkteam' legt het vast",
          en: "who sits at the table is not known; 'kring role add corporatie,wijkteam' puts it down"))
    }
    blocks.append(try context.knowledge.sources(found.gaps.map(\.step.source), in: context))
    return Output(blocks)
  }
}
