import WorkbenchKit

/// `arrangement vote AREA PERSONA=DOTS… --by ROLE`: the circle weighs who lives there.
struct ArrangementVoteCommand: Command {
  struct Arguments: Sendable {
    let area = Argument.arrangement
    let dots = Argument(
      list: "dots", .pair(.value.stating(.integer(Dots.range))), about: Text(nl: "persona=stippen", en: "persona=dots"),
      candidates: Dots.candidates(.persona))
    let by = Argument(requiredFlag: "by", .party, about: Text(nl: "de rol die stemt", en: "the role that votes"))
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(sharing: arguments.dots, of: arguments.by) }

  let signature = Signature(
    "arrangement vote",
    aliases: ["arrangement stem"],
    summary: Text(
      nl: "stem per rol over hoe zwaar elke persona in het gebied weegt",
      en: "vote role by role on how heavy each persona weighs in the area"),
    changesWorkspace: true,
    examples: [
      .init(
        "arrangement vote wilgendal mondige-regelaars=2 proactieve-zoekers=3 --by gemeente",
        Text(nl: "vijf stippen", en: "five dots")),
      .init(
        "arrangement vote wilgendaal mondige-regelaars=2 --by gemeente",
        Text(nl: "een gebied verkeerd getypt", en: "an area mistyped"), failsWith: "arrangement.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try ArrangementSheet(given.area, in: context)
    var arrangement = sheet.arrangement
    arrangement.votes[given.by] = try Dots.read(given.dots, .persona, among: sheet.set.personas)
    arrangement.count(votes: sheet.set.personas.map(\.id))
    context.workspace.store(arrangement)
    let votes = DotVotes(arrangement.votes, items: sheet.set.personas.map(\.id))
    let personas = sheet.set.personas
    return Output(
      Table(
        title: Text(nl: "Gewichten volgens de kring", en: "Weights by the circle"),
        columns: [
          .texts("persona", personas.map(\.id)).asDetail(),
          .texts("persona_label", personas.map(\.label), label: .verbatim("persona"), in: context),
          .numbers(
            "weight", personas.map { arrangement.weights[$0.id] ?? 0 }, label: Text(nl: "gewicht", en: "weight"),
            unit: .share, format: .share(0)),
        ] + votes.spreadColumns(personas.map(\.id))))
  }
}
