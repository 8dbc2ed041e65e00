import Decisions
import WorkbenchKit

/// `procure provision`: general or tailored, as a decision table.
struct ProvisionCommand: Command {
  struct Arguments: Sendable {
    let group = Argument(
      flag: "group", .choice(YesNo.self), about: Text(nl: "hoort tot de doelgroep", en: "belongs to the target group"))
    let fitting = Argument(
      flag: "fitting", .choice(YesNo.self), about: Text(nl: "het algemene aanbod past", en: "the general offer fits"))
    let affordable = Argument(
      flag: "affordable", .choice(YesNo.self),
      about: Text(nl: "het is voor deze persoon te betalen", en: "it is affordable to this person"))
    let decision = Argument(
      flag: "decision", .choice(YesNo.self),
      about: Text(nl: "de burger vraagt om een beschikking", en: "the citizen asks for a decision"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure provision",
      aliases: ["procure voorziening"],
      summary: Text(
        nl: "algemeen of maatwerk: loop de beslistabel door", en: "general or tailored: run the decision table"),
      examples: [
        .init(
          "procure provision --decision no --group yes --fitting yes --affordable no",
          Text(nl: "niet te betalen", en: "not affordable")),
        .init(
          "procure provision --fitting misschien", Text(nl: "ja of nee", en: "yes or no"), failsWith: "argument.choice"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let decisions = try context.provisionDecisions
    let answers = [
      "group": given.group, "fitting": given.fitting, "affordable": given.affordable, "decision": given.decision,
    ].compactMapValues { $0.map { $0 == .yes } }
    let outcomes = decisions.run(answers)
    let found = outcomes.possible.compactMap { $0.answers.first?.value.text }
    // The row that decides; where several may, which of them depends on what is not known.
    let hit = outcomes.mayFire.count == 1 ? outcomes.mayFire.first : nil
    // The paragraph and the table say the same.
    var facts = Facts(isDetail: true)
    facts.add(
      "outcome", .text(found.count == 1 ? found[0] : Statement.unknown), label: Text(nl: "uitkomst", en: "outcome"))
    facts.add(
      "fired", .list(outcomes.mayFire.map { .number(Double($0 + 1)) }),
      label: hit == nil
        ? Text(nl: "rijen die kunnen beslissen", en: "rows that may decide")
        : Text(nl: "rij die beslist", en: "row that decides"))
    var blocks: [Block] = [.paragraph(Self.said(outcomes, decisions, answers))]
    blocks += [
      .facts(facts), .table(Self.table(decisions, hit: hit, may: outcomes.mayFire, context)),
      try context.knowledge.sources(decisions.statements.map(\.source), in: context),
    ]
    return Output(blocks)
  }

  private static func named(_ outcome: String) -> Text {
    outcome == "general"
      ? Text(nl: "algemene voorziening", en: "general provision")
      : Text(nl: "maatwerkvoorziening", en: "tailored provision")
  }

  /// The answer where it is the same whatever is not known, else what has to be known.
  private static func said(
    _ outcomes: OpenOutcomes, _ decisions: ProvisionDecisions, _ answers: [String: Bool]
  ) -> Text {
    let open = decisions.table.inputs.filter { answers[$0.name] == nil }
    let words = Text.joined(
      open.map { input in (input.label ?? .verbatim(input.name)) + .verbatim(" (--\(input.name))") }, by: ", ")
    guard outcomes.possible.count == 1, let answer = outcomes.possible[0].answers.first?.value.text else {
      return Text(nl: "nog te weten: ", en: "still to be known: ") + words
    }
    let name = named(answer)
    let reasons = Text.joined(outcomes.mayFire.map { decisions.statements[$0].text }, by: "; ")
    guard outcomes.mayFire.count > 1 else { return name + .verbatim(": ") + reasons }
    return name
      + Text(nl: ", ook zonder te weten: ", en: ", even without knowing: ") + words + .verbatim(" (") + reasons
      + .verbatim(")")
  }

  private static func table(
    _ decisions: ProvisionDecisions, hit: Int?, may: [Int], _ context: Context
  ) -> Table {
    let rules = decisions.table.rules
    let columns = decisions.table.inputs.enumerated().map { index, input -> Column in
      .texts(
        input.name,
        rules.map { rule in
          rule.when[index].isAny
            ? nil
            : rule.when[index].holds(.boolean(true)) ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no")
        }, label: input.label ?? .verbatim(input.name), in: context)
    }
    return Table(
      title: Text(
        nl: "Beslistabel: de eerste rij die klopt beslist", en: "Decision table: the first row that holds decides"),
      columns: [
        Column("hit", .booleans(rules.indices.map { $0 == hit }), label: Text(nl: "raak", en: "hit")),
        Column("may", .booleans(rules.indices.map(may.contains)), label: Text(nl: "kan beslissen", en: "may decide")),
      ] + columns.map { $0.asDetail() } + [
        .texts("outcome", rules.indices.map(decisions.outcome)).asDetail(),
        .texts(
          "outcome_label", rules.indices.map { named(decisions.outcome($0)) },
          label: Text(nl: "uitkomst", en: "outcome"),
          in: context),
        .texts("text", decisions.statements.map(\.text), label: Text(nl: "waarom", en: "why"), in: context),
      ] + SourceColumns.place(decisions.statements.map(\.source), context))
  }
}
