import WorkbenchKit

/// `stelling use waakvlam-2020`: the hypotheses and the survey of the source, without answers.
struct StatementUseCommand: Command {
  struct Arguments: Sendable {
    let set = Argument(
      "set",
      .choice([
        Candidate("waakvlam-2020", Text(nl: "vier hypothesen en de enquête", en: "four hypotheses and the survey"))
      ]),
      about: Text(nl: "welke verzameling", en: "which set"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "stelling use", aliases: ["stelling gebruik"],
    summary: Text(
      nl: "neem de hypothesen en de enquête uit de bron over, zonder antwoorden",
      en: "take over the hypotheses and the survey of the source, without answers"),
    details: Text(
      nl:
        "Van de enquête is alleen bewaard wat in de tekst stond; de figuren zijn verloren. De aantallen van de bron spreken elkaar tegen en staan er alle.",
      en:
        "Of the survey only what stood in the text was kept; the figures are lost. The counts of the source contradict each other and all stand here."
    ),
    changesWorkspace: true,
    next: [FollowUp("stelling list", Text(nl: "de stellingen", en: "the statements"))],
    examples: [
      .init("stelling use waakvlam-2020", Text(nl: "uit de bron", en: "of the source")),
      .init(
        "stelling use iets", Text(nl: "een die er niet is", en: "one that is not there"), failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let (hypotheses, survey) = try (context.hypotheses, context.surveyItems)
    let known = Set(circle.statements.map(\.id))
    let all =
      hypotheses.map { CircleStatement(id: $0.id, text: $0.label, kind: .hypothesis, source: $0.source) }
      + survey.map { CircleStatement(id: $0.id, text: $0.label, kind: .survey, source: $0.source) }
    circle.statements += all.filter { !known.contains($0.id) }
    context.workspace.store(circle)
    var facts = Facts()
    facts.add("hypotheses", hypotheses.count, label: Text(nl: "hypothesen", en: "hypotheses"))
    facts.add("survey", survey.count, label: Text(nl: "vragen van de enquête", en: "items of the survey"))
    facts.add(
      "with_share", survey.count { !$0.shares.isEmpty }, label: Text(nl: "met een percentage", en: "with a percentage"))
    facts.add(
      "order_only", survey.count { $0.shares.isEmpty && $0.order != nil },
      label: Text(nl: "alleen een volgorde", en: "an order only"))
    let rows = survey.flatMap { item in
      item.shares.map { (item, Optional($0)) } + (item.shares.isEmpty ? [(item, nil)] : [])
    }
    let shares = Table(
      title: Text(nl: "Enquête", en: "Survey"),
      columns: [
        .texts("statement", rows.map(\.0.id), label: Text(nl: "stelling", en: "statement")),
        .numbers(
          "share_percent", rows.map { $0.1?.percent ?? .nan }, label: .verbatim("%"), unit: .percent, format: .plain),
        .texts("of", rows.map { $0.1?.of }, label: Text(nl: "van", en: "of")),
        .texts(
          "order", rows.map { $0.0.order.map { $0.items.joined(separator: ", ") } },
          label: Text(nl: "volgorde", en: "order")),
        .texts(
          "source", rows.map { ($0.1?.source ?? $0.0.source)?.shown }, label: Text(nl: "bron", en: "source"),
          in: context
        ).asDetail(),
      ])
    let verdicts = Table(
      title: Text(nl: "Hypothesen", en: "Hypotheses"),
      columns: [
        .texts("statement", hypotheses.map(\.id), label: Text(nl: "stelling", en: "statement")),
        .texts("text", hypotheses.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .texts(
          "verdict", hypotheses.map(\.verdict.shown), label: Text(nl: "wat de bron vond", en: "what the source found"),
          in: context),
      ])
    return Output([
      .table(verdicts), .table(shares), .facts(facts),
      .caution(
        nl: "de bron telt 155 en 157 antwoorden, en van zorg en welzijn 45 en 41: alles staat er zoals gedrukt",
        en: "the source counts 155 and 157 answers, and of care and welfare 45 and 41: all stands as printed"),
      try context.knowledge.sources(
        hypotheses.map(\.source)
          + survey.flatMap { item in item.shares.map(\.source) + (item.order.map { [$0.source] } ?? []) },
        in: context),
    ])
  }
}
