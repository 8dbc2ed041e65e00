import WorkbenchKit

/// `plan`: how a line would be done, without doing it.
struct PlanStage: PlanningStage {
  let signature = Signature(
    "plan", aliases: ["aanpak"],
    summary: Text(
      nl: "vertel hoe een regel gedaan zou worden: wat in de database, wat hier, en waarom",
      en: "tell how a line would be done: what in the database, what here, and why"),
    details: Text(
      nl:
        "Staat aan het eind van een regel die met read begint. Er komt geen rij uit en er wordt niets gerekend; om te weten wat kan, "
        + "bekijkt de database hooguit een kolom of een steekproef. Een stap gaat alleen naar de database als de uitkomst tot op de laatste "
        + "bit gelijk is aan die van hier; waar dat niet zeker is, staat de reden erbij. Daarna volgt de vraag in SQL, en wat de server "
        + "ervoor denkt te doen. Een bestand wordt altijd hier gelezen.",
      en:
        "Stands at the end of a line that begins with read. No row comes of it and nothing is worked out; to know what can be done the "
        + "database looks at a column or a sample at most. A stage goes to the database only where the outcome is equal to the last bit "
        + "to the one here; where that is not certain, the reason is given. Then come the question in SQL, and what the server thinks it "
        + "will do for it. A file is always read here."),
    input: .required,
    soughtBy: ["explain", "pushdown", "sql", "database", "plan", "query"],
    examples: [
      .init(
        "read buurten.csv | where inwoners > 1000 | group gemeente | plan",
        Text(nl: "van een bestand gebeurt alles hier", en: "of a file everything is done here")),
      .init(
        "read buurten.csv | plan | count", Text(nl: "het staat achteraan", en: "it stands at the end"),
        failsWith: "plan.place"),
    ])

  func apply(_ given: Given<NoArguments>, to input: Output, in context: Context) throws -> Output {
    throw Diagnostic(
      "plan.place",
      Text(
        nl: "'plan' staat aan het eind van een regel die met read begint",
        en: "'plan' stands at the end of a line that begins with read"),
      wayOut: Text(
        nl: "zoals: read db:NAAM/schema.tabel | group KOLOM | plan",
        en: "such as: read db:NAME/schema.table | group COLUMN | plan"),
      place: given.place)
  }

  func output(_ plan: SourcePlan?, of stages: [String], in context: Context) throws -> Output {
    var blocks: [Block] = [.paragraph(Self.sentence(plan, stages.count))]
    if !stages.isEmpty { blocks.append(.table(Self.steps(plan, stages, context))) }
    guard let plan else { return Output(blocks) }
    if let statement = plan.statement { blocks.append(.text(statement)) }
    if let rows = plan.rows {
      var facts = Facts()
      facts.add(
        "estimated_rows", .number(rows, unit: nil),
        label: Text(nl: "rijen van het antwoord, geschat", en: "rows of the answer, estimated"),
        format: .decimals(0))
      blocks.append(.facts(facts))
    }
    if !plan.work.isEmpty { blocks.append(.table(Self.work(plan.work, context))) }
    return Output(blocks + plan.notices.map(Block.notice))
  }

  private static func sentence(_ plan: SourcePlan?, _ count: Int) -> Text {
    guard let plan else {
      return Text(
        nl: "Een bestand wordt in zijn geheel gelezen, en alles gebeurt hier.",
        en: "A file is read whole, and everything is done here.")
    }
    let there = plan.steps.count { $0.isThere }
    let servers =
      plan.servers.count > 1
      ? Text(
        nl: " De vraag gaat tegelijk naar \(plan.servers.count) servers: \(Text.list(plan.servers).nl).",
        en: " The question goes to \(plan.servers.count) servers at the same time: \(Text.list(plan.servers).en).")
      : .verbatim("")
    let answer: Text =
      switch (there, count) {
      case (_, 0):
        Text(
          nl: "Er staan geen stappen achter; de tabel wordt opgevraagd.",
          en: "No stages stand behind it; the table is asked for.")
      case (0, _):
        Text(
          nl: "De rijen worden opgevraagd, en alles wat volgt gebeurt hier.",
          en: "The rows are asked for, and everything that follows is done here.")
      case (count, _):
        Text(
          nl: "Alles gebeurt in de database; alleen het antwoord komt hierheen.",
          en: "Everything is done in the database; only the answer comes here.")
      default:
        Text.counted(
          there,
          Text(nl: "stap gebeurt in de database, de rest hier.", en: "stage is done in the database, the rest here."),
          Text(
            nl: "stappen gebeuren in de database, de rest hier.", en: "stages are done in the database, the rest here.")
        )
      }
    return answer + servers
  }

  private static func steps(_ plan: SourcePlan?, _ stages: [String], _ context: Context) -> Table {
    let steps = stages.indices.map { index -> SourcePlan.Step in
      guard let plan else { return SourcePlan.Step(isThere: false) }
      if plan.steps.indices.contains(index) { return plan.steps[index] }
      let isBehind = index > plan.steps.count || plan.steps.last?.isThere == false
      return SourcePlan.Step(isThere: false, reason: isBehind ? behind : untold)
    }
    let there = Text(nl: "in de database", en: "in the database")
    let here = Text(nl: "hier", en: "here")
    var columns: [Column] = [
      .texts("stage", stages, label: Text(nl: "stap", en: "stage")),
      .texts("in_database", steps.map { $0.isThere ? "true" : "false" }).asDetail(),
      .texts("where", steps.map { $0.isThere ? there : here }, label: Text(nl: "waar", en: "where"), in: context),
    ]
    if steps.contains(where: { $0.reason != nil }) {
      columns.append(
        .texts("reason", steps.map(\.reason), label: Text(nl: "waarom", en: "why"), in: context))
    }
    return Table(columns: columns)
  }

  private static func work(_ work: [SourcePlan.Work], _ context: Context) -> Table {
    var columns: [Column] = [
      .texts(
        "step", work.map { .verbatim(String(repeating: "· ", count: $0.depth)) + $0.what },
        label: Text(nl: "wat de server doet", en: "what the server does"), in: context)
    ]
    if work.contains(where: { $0.relation != nil }) {
      columns.append(.texts("relation", work.map(\.relation), label: Text(nl: "waarmee", en: "with what")))
    }
    columns.append(
      .numbers(
        "rows", work.map(\.rows), label: Text(nl: "rijen, geschat", en: "rows, estimated"), format: .decimals(0)))
    return Table(columns: columns)
  }

  private static let untold = Text(
    nl: "dit soort stap kan alleen hier", en: "this kind of stage can only be done here")

  private static let behind = Text(
    nl: "komt na een stap die hier gebeurt", en: "comes after a stage that is done here")
}
