import WorkbenchKit

/// The answer of `wzw estimate` for target groups.
struct GroupAnswer {
  private static let rowLimit = 200_000

  let method: GroupMethod
  let reference: Reference
  let call: Call
  let context: Context

  func output() throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let areas = try AreaParameters.areas(call, atlas)
    let known = try reference.groups(context)
    let estimates = try GroupEstimates(
      context.workspace, atlas, knowledge, seed: call.integer("seed").map { UInt64($0) } ?? context.seed,
      draws: call.integer("draws") ?? GroupEstimates.usualDraws,
      splits: AgeSplits(call.pairs("split"), at: call.place(of: "split")), at: call.place(of: "group"))
    var groups = try call.all("group").map { argument in
      let group = try Kind.group.one(argument.value.text ?? argument.value.plain, among: known, at: argument.place).id
      guard estimates.groups.contains(group) else {
        throw RateTable.missing(group, known: estimates.groups, at: argument.place)
      }
      return group
    }
    if groups.isEmpty { groups = estimates.groups }
    var seen: Set<String> = []
    groups = groups.filter { seen.insert($0).inserted }
    if areas.count * groups.count > Self.rowLimit { throw tooMany(areas.count, groups.count) }
    if call.flag("rank") { try Ranking.demandFit(areas.count, estimates.draws, at: call.place(of: "rank")) }
    let run = try GroupRun(
      method, areas: areas, groups: groups, atlas: atlas, estimates: estimates, keepsDraws: call.flag("rank"),
      context: context, at: call.place)
    return try output(run, knowledge, known, areas)
  }

  private func output(
    _ run: GroupRun, _ knowledge: Knowledge, _ known: [TargetGroup], _ areas: [Area]
  ) throws -> Output {
    let counts = SmallCounts(context.workspace)
    let origins = try GroupOrigins(run, knowledge, in: context.workspace)
    let story = GroupStory(run: run, origins: origins)
    let ranking = try call.flag("rank") ? ranking(run) : nil
    let labels = Dictionary(known.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    let table = GroupTable(
      run.rows, groups: run.groups, method: run.method, origins: origins.rows, ranking: ranking, atlas: run.atlas,
      small: counts, title: heading(run, labels))
    context.workspace.note(origins.whole)
    var blocks: [Block] = []
    if let sentence = story.sentence(beside: table, labels) { blocks.append(.paragraph(sentence)) }
    blocks.append(.table(table.table))
    if !run.facts.facts.isEmpty { blocks.append(.facts(run.facts)) }
    if let ranking { blocks.append(.notice(ranking.notice(measure, certainty: Self.certainty(run)))) }
    blocks += story.notices() + counts.notice(table.held)
    if call.flag("offer") {
      let areas = Dictionary(areas.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      try Offer.put(table.table, areas: areas, in: context.workspace) { _ in .modelled }
      blocks.append(.notice(Offer.notice))
    }
    blocks += Demo.notice(for: areas)
    blocks.append(OriginNotes(origins.whole).sources)
    return Output(blocks)
  }

  private var measure: Ranking.Measure { call.text("by").flatMap(Ranking.Measure.init) ?? .estimate }

  private static func certainty(_ run: GroupRun) -> Text {
    run.method == .synthetic
      ? Text(
        nl: "Wat de kansen niet zien, verschilt tussen gebieden ook: de echte intervallen zijn breder.",
        en: "What the rates do not see differs between areas too: the real intervals are wider.")
      : .verbatim("")
  }

  private func ranking(_ run: GroupRun) throws -> Ranking {
    let rows = run.rows
    return try Ranking(
      values: rows.map { row in
        row.draws.isEmpty || !(row.estimate.people > 0)
          ? .nan : measure == .rate ? row.estimate.rate : row.estimate.estimate
      }, classes: GroupTable.classes(rows, run.groups), draws: run.estimates.draws, context: context,
      at: call.place(of: "rank")
    ) { row in
      measure == .rate ? rows[row].draws.map { $0 / Float(rows[row].estimate.people) } : rows[row].draws
    }
  }

  private func heading(_ run: GroupRun, _ labels: [String: Text]) -> Text {
    let what =
      run.groups.count == 1
      ? Text(nl: "Doelgroep \(run.groups[0])", en: "Target group \(run.groups[0])")
      : Text(nl: "\(run.groups.count) doelgroepen", en: "\(run.groups.count) target groups")
    let method = run.method.label
    return Text(nl: "\(what.nl) · methode: \(method.nl)", en: "\(what.en) · method: \(method.en)")
  }

  private func tooMany(_ areas: Int, _ groups: Int) -> Diagnostic {
    Diagnostic(
      "argument.missing",
      Text(
        nl: "\(groups) doelgroepen voor \(Shown.count(areas).nl) gebieden is te veel voor één tabel",
        en: "\(groups) target groups for \(Shown.count(areas).en) areas are too many for one table"),
      wayOut: Text(
        nl: "noem een doelgroep met --group, of een gebied met --in",
        en: "name a target group with --group, or an area with --in"),
      suggestion: "--group", place: call.place)
  }
}
