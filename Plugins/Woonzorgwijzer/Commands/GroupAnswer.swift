import WorkbenchKit

/// The answer of `wzw estimate` for target groups.
struct GroupAnswer {
  let method: GroupMethod
  let request: EstimateRequest
  let estimates: GroupEstimates
  let context: Context
  private let groups: [String]

  /// - Parameter groups: each counts once.
  init(
    method: GroupMethod, request: EstimateRequest, estimates: GroupEstimates, groups: [String], context: Context
  ) {
    self.method = method
    self.request = request
    self.estimates = estimates
    self.context = context
    var seen: Set<String> = []
    self.groups = groups.filter { seen.insert($0).inserted }
  }

  func output() throws -> Output {
    let areas = request.areas
    if areas.count * groups.count > EstimateRequest.rowLimit {
      throw EstimateRequest.tooMany(
        areas.count, Text(nl: "\(groups.count) doelgroepen", en: "\(groups.count) target groups"),
        naming: Text(nl: "doelgroep", en: "a target group"), "group")
    }
    let isRanked = request.rankedBy != nil
    if isRanked { try Ranking.demandFit(areas.count, estimates.draws, at: request.rankPlace) }
    let run = try GroupRun(
      method, areas: areas, groups: groups, atlas: request.atlas, estimates: estimates, keepsDraws: isRanked,
      context: context)
    return try output(run, context.codebook, context.countedGroups, areas)
  }

  private func output(
    _ run: GroupRun, _ codebook: Codebook, _ known: [CountedGroup], _ areas: [Area]
  ) throws -> Output {
    let counts = SmallCounts(context.workspace)
    let origins = try GroupOrigins(run, codebook, in: context.workspace)
    let report = GroupReport(run: run, origins: origins)
    let ranking = try request.rankedBy.map { try self.ranking(run, by: $0) }
    let table = GroupTable(
      run.rows, groups: run.groups, method: run.method, origins: origins.rows, ranking: ranking, atlas: run.atlas,
      small: counts, title: heading(run, known))
    // First, since a short account of a figure shows the first few.
    if let starting = origins.starting { context.workspace.note(assumption: starting) }
    context.workspace.note(origins.whole)
    var blocks: [Block] = []
    if let sentence = report.sentence(beside: table, known) { blocks.append(.paragraph(sentence)) }
    blocks.append(.table(table.table))
    if !run.facts.facts.isEmpty { blocks.append(.facts(run.facts)) }
    if let ranking, let measure = request.rankedBy {
      blocks.append(ranking.notice(measure, seed: run.estimates.seed, certainty: Self.certainty(run)))
    }
    blocks += report.notices() + counts.notice(table.held)
    if request.isOffered {
      let areas = Dictionary(areas.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      try Offer.put(
        table.table, areas: areas, peopleYear: request.atlas.peopleYear, in: context.workspace
      ) { _ in .modelled }
      blocks.append(Offer.notice)
    }
    blocks += Demo.notice(for: areas)
    blocks.append(OriginNotes(origins.whole).sources)
    return Output(blocks)
  }

  private static func certainty(_ run: GroupRun) -> Text {
    run.method == .synthetic
      ? Text(
        nl: "Wat de kansen niet zien, verschilt tussen gebieden ook: de echte intervallen zijn breder.",
        en: "What the rates do not see differs between areas too: the real intervals are wider.")
      : .verbatim("")
  }

  private func ranking(_ run: GroupRun, by measure: Ranking.Measure) throws -> Ranking {
    let rows = run.rows
    return try Ranking(
      values: rows.map { row in
        row.draws.isEmpty || !(row.estimate.people > 0)
          ? .nan : measure == .rate ? row.estimate.rate : row.estimate.estimate
      }, classes: GroupTable.classes(rows, run.groups), draws: run.estimates.draws, context: context,
      at: request.rankPlace
    ) { row in
      measure == .rate ? rows[row].draws.map { $0 / Float(rows[row].estimate.people) } : rows[row].draws
    }
  }

  private func heading(_ run: GroupRun, _ known: [CountedGroup]) -> Text {
    let starting = run.groups.count == 1 ? known.first { $0.id == run.groups[0] }?.starting : nil
    let what =
      starting.map { $0.label.capitalised }
      ?? (run.groups.count == 1
        ? Text(nl: "Doelgroep \(run.groups[0])", en: "Target group \(run.groups[0])")
        : Text(nl: "\(run.groups.count) doelgroepen", en: "\(run.groups.count) target groups"))
    let method = run.method.label
    let year = request.atlas.peopleYear
    return Text(
      nl: "\(what.nl) · methode: \(method.nl)" + (year.map { " · inwoners \($0)" } ?? ""),
      en: "\(what.en) · method: \(method.en)" + (year.map { " · people \($0)" } ?? ""))
  }
}
