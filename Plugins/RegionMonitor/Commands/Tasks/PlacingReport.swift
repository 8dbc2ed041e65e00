import WorkbenchKit

/// Where tasks belong by the source and by the circle, side by side.
struct PlacingReport {
  let rules: PlaceRules
  let book: TaskBook
  let context: Context

  private func answers(_ tasks: [RegionTask]) -> [String: PlaceRules.Answer] {
    Dictionary(
      uniqueKeysWithValues: tasks.compactMap { task in
        book.together(on: task.id).map { (task.id, rules.answer($0)) }
      })
  }

  private var tableNotice: Block {
    .caution(
      nl: "de beslistabel '\(rules.table.name)' is van ons of van de kring, niet van de bron",
      en: "the decision table '\(rules.table.name)' is ours or the circle's, not the source's")
  }

  func shown(_ tasks: [RegionTask]) throws -> [Block] {
    let placings = try context.placings
    let answers = answers(tasks)
    let said = tasks.count == 1 ? tasks : tasks.filter { answers[$0.id] != nil || book.judged[$0.id] != nil }
    let source = try said.map { try TaskTables.words(TaskTables.scales(of: $0, placings), context) }
    let surely = try said.map { try answers[$0.id].flatMap { try TaskTables.words($0.surely, context) } }
    let possibly = try said.map { try answers[$0.id].flatMap { try TaskTables.words($0.possibly, context) } }
    guard !said.isEmpty else {
      return [
        .info(
          nl: "nog niemand zei iets; 'opgave place huisvesting --complexity 4 --players 5 --by ROL'",
          en: "nobody said anything yet; 'opgave place huisvesting --complexity 4 --players 5 --by ROLE'")
      ]
    }
    var blocks: [Block] = []
    if let task = said.first, said.count == 1 {
      blocks.append(.paragraph(sentence(task, surely[0], possibly[0], source[0])))
    }
    let none = Text(nl: "geen", en: "none")
    blocks.append(
      .table(
        Table(
          title: Text(nl: "Waar op de agenda", en: "On whose agenda"),
          columns: [
            .texts("task", said.map(\.id), label: Text(nl: "nr.", en: "no.")),
            .texts("label", said.map(\.label), label: Text(nl: "opgave", en: "task"), in: context),
            .texts("source", source.map { $0 ?? none }, label: Text(nl: "bron", en: "source"), in: context),
            .texts("circle", surely, label: Text(nl: "kring", en: "circle"), in: context),
            .texts("possibly", possibly, label: Text(nl: "kan ook nog", en: "may be too"), in: context)
              .asDetail(possibly.allSatisfy { $0 == nil }),
            .counts("roles", said.map { book.judged[$0.id]?.count ?? 0 }, label: Text(nl: "rollen", en: "roles")),
            .texts(
              "rules", said.map { answers[$0.id]?.rules.map { String($0) }.joined(separator: ", ") }
            ).asDetail(),
          ])))
    if let task = said.first, said.count == 1, let scores = scores(task) { blocks.append(.table(scores)) }
    blocks += [tableNotice, MethodWords.scale]
    if !context.showsRoles { blocks.append(Context.rolesHidden) }
    blocks.append(
      try context.knowledge.sources(
        placings.filter { one in said.contains { $0.id == one.task } }.map(\.source) + [rules.table.source], in: context
      ))
    return blocks
  }

  private func sentence(_ task: RegionTask, _ surely: Text?, _ possibly: Text?, _ source: Text?) -> Text {
    let bySource = source ?? Text(nl: "op geen agenda", en: "on no agenda")
    let said = Text(
      nl: "De bron zet '\(task.label.nl)' op de agenda: \(bySource.nl). ",
      en: "The source puts '\(task.label.en)' on the agenda: \(bySource.en). ")
    guard book.judged[task.id]?.isEmpty == false else {
      return said + Text(nl: "De kring zei er nog niets van.", en: "The circle said nothing of it yet.")
    }
    switch (surely, possibly) {
    case (let surely?, nil): return said + Text(nl: "De kring: \(surely.nl).", en: "The circle: \(surely.en).")
    case (let surely?, let more?):
      return said
        + Text(
          nl: "De kring: \(surely.nl); zolang niet alles gezegd is, misschien ook: \(more.nl).",
          en: "The circle: \(surely.en); as long as not all is said, perhaps also: \(more.en).")
    case (nil, let more?):
      return said
        + Text(
          nl: "Wat de kring zei is nog niet genoeg; het kan nog worden: \(more.nl).",
          en: "What the circle said is not enough yet; it may still be: \(more.en).")
    case (nil, nil):
      return said
        + Text(
          nl: "Geen regel van de tabel past op wat de kring zei.", en: "No rule of the table fits what the circle said."
        )
    }
  }

  /// What each role said, where that may be seen.
  private func scores(_ task: RegionTask) -> Table? {
    guard context.showsRoles, let said = book.judged[task.id]?.sorted(by: { $0.key < $1.key }), !said.isEmpty else {
      return nil
    }
    func score(_ name: String, _ label: Text) -> Column {
      .numbers(name, said.map { $0.value.scores[name].map(Double.init) ?? .nan }, label: label, format: .decimals(0))
    }
    func fact(_ name: String, _ label: Text) -> Column {
      Column(name, .booleans(said.map { $0.value.facts[name] }), label: label)
    }
    return Table(
      title: Text(nl: "Wat rollen zeiden", en: "What roles said"),
      columns: [
        .texts("role", said.map(\.key), label: Text(nl: "rol", en: "role")),
        score("complexity", Text(nl: "complexiteit", en: "complexity")),
        score("tailoring", Text(nl: "maatwerk", en: "tailoring")), score("players", Text(nl: "spelers", en: "players")),
        score("influence", Text(nl: "invloed", en: "influence")), fact("law", Text(nl: "wet", en: "law")),
        fact("started", Text(nl: "van de grond", en: "started")),
      ])
  }

  /// The circle's placing against the 21 of the source.
  func check() throws -> [Block] {
    let tasks = try context.tasks
    let placed = try context.placings.map { PlacingCheck.Pair(task: $0.task, scale: $0.scale) }
    let check = PlacingCheck(placed, tasks: tasks.map(\.id), answers: answers(tasks))
    var facts = Facts()
    facts.add("placements", placed.count, label: Text(nl: "plaatsingen van de bron", en: "placements of the source"))
    facts.add("hits", check.hits.count, label: Text(nl: "ook door de tabel gegeven", en: "given by the table too"))
    facts.add("misses", check.misses.count, label: Text(nl: "niet door de tabel gegeven", en: "not given by the table"))
    facts.add("open", check.open.count, label: Text(nl: "nog open", en: "still open"))
    facts.add(
      "unjudged", check.unjudged.count, label: Text(nl: "de kring zei nog niets", en: "the circle said nothing yet"))
    facts.add(
      "extra", check.extra.count, label: Text(nl: "alleen door de tabel gegeven", en: "given by the table only"))
    let judged = placed.count - check.unjudged.count
    let sentence =
      judged == 0
      ? Text(
        nl: "De kring beoordeelde nog geen opgave, dus er valt niets te vergelijken.",
        en: "The circle judged no task yet, so there is nothing to compare.")
      : Text(
        nl: judged == 1
          ? "De kring beoordeelde één plaatsing van de bron, en de tabel geeft die \(check.hits.count == 1 ? "ook" : "niet zeker")."
          : "Van de \(judged) plaatsingen die de kring beoordeelde geeft de tabel er \(check.hits.count) ook.",
        en: judged == 1
          ? "The circle judged one placement of the source, and the table \(check.hits.count == 1 ? "gives it too" : "does not surely give it")."
          : "Of the \(judged) placements that the circle judged the table gives \(check.hits.count) too.")
    let rows =
      check.hits.map { ($0, "hit", Text(nl: "beide", en: "both")) }
      + check.misses.map { ($0, "miss", Text(nl: "alleen de bron", en: "the source only")) }
      + check.open.map { ($0, "open", Text(nl: "nog open", en: "still open")) }
      + check.extra.map { ($0, "extra", Text(nl: "alleen de tabel", en: "the table only")) }
    let labels = tasks.labels
    var blocks: [Block] = [.paragraph(sentence), .facts(facts)]
    if !rows.isEmpty {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "Bron en tabel naast elkaar", en: "Source and table side by side"),
            columns: [
              .texts("task", rows.map(\.0.task), label: Text(nl: "nr.", en: "no.")),
              .texts("label", rows.map { labels[$0.0.task] }, label: Text(nl: "opgave", en: "task"), in: context),
              .texts("scale", rows.map(\.0.scale)).asDetail(),
              .texts(
                "scale_label", try rows.map { try TaskTables.words([$0.0.scale], context) },
                label: Text(nl: "agenda", en: "agenda"), in: context),
              .texts("outcome", rows.map(\.1)).asDetail(),
              .texts(
                "outcome_label", rows.map(\.2), label: Text(nl: "wie haar daar zet", en: "who puts it there"),
                in: context),
            ])))
    }
    blocks += [
      tableNotice,
      .info(
        nl: "de plaatsingen van de bron zijn voorbeelden: een verschil is een gesprek waard, geen fout",
        en: "the placements of the source are examples: a difference is worth a talk, no fault"),
    ]
    blocks.append(try context.knowledge.sources(try context.placings.map(\.source), in: context))
    return blocks
  }
}
