import WorkbenchKit

/// `wzw gap`: what is needed and not there.
struct GapCommand: Command {
  /// The table that other plugins read.
  static let offered = "wzw.gaps"

  struct Arguments: Sendable {
    let areas = NamedAreas(required: true)
    let threshold = ThresholdArguments()
    let rates = RateChoice()
    let whatIf = Argument(
      flag: "what-if", .name,
      about: Text(
        nl: "wat anders zou zijn: \"group 3 +10%, item nultrede +120\"",
        en: "what would be otherwise: \"group 3 +10%, item nultrede +120\""))
    let all = Argument(
      toggle: "all",
      about: Text(
        nl: "ook randvoorwaarden waarover niets bekend is", en: "also preconditions of which nothing is known"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "bewaar de tabel als \(GapCommand.offered) voor andere plugins",
        en: "keep the table as \(GapCommand.offered) for other plugins"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw gap",
      aliases: ["wzw tekort"],
      summary: Text(
        nl: "zet naast wat mensen nodig hebben wat er is, per randvoorwaarde",
        en: "set what people need beside what there is, per precondition"),
      details: Text(
        nl: """
          'gap' is vraag min aanbod, 'gap_low' en 'gap_high' die van de lage en de hoge vraag ('wzw needs' zegt hoe die ontstaan); \
          'split_low' en 'split_high' zijn de vraag als alleen het laagste of het hoogste oordeel van de rollen telt. 'coverage' is aanbod gedeeld door vraag. Bij een randvoorwaarde met een afstand is \
          'coverage' het deel van alle inwoners dat binnen die afstand van zo'n voorziening woont, en 'supply' dat deel van de \
          vraag. Aanbod dat niet is opgegeven is onbekend en geen 0. Met --what-if staat wat verandert naast vandaag, met laag en hoog; er wordt \
          niets bewaard. --offer bewaart de tabel als '\(Self.offered)' (met area, name, level, nesting en threshold erbij) voor andere \
          plugins: 'instrument advise', 'procure needs' en 'persona lacks' lezen haar; dat is één stap die 'undo' terugneemt.
          """,
        en: """
          'gap' is demand less supply, 'gap_low' and 'gap_high' that of the low and the high demand ('wzw needs' says how these \
          come about); 'split_low' and 'split_high' are the demand if only the roles' lowest or highest judgement counts. 'coverage' is supply divided by demand. For a precondition with a distance 'coverage' is \
          the part of all inhabitants who live within that distance of such a facility, and 'supply' that part of the demand. \
          Supply that was not given is unknown and not 0. With --what-if what changes stands beside today, with low and high; nothing is kept. \
          --offer keeps the table as '\(Self.offered)' (with area, name, level, nesting and threshold) for other plugins: \
          'instrument advise', 'procure needs' and 'persona lacks' read it; that is one step, which 'undo' takes back.
          """),
      next: [
        FollowUp("instrument advise", Text(nl: "welke instrumenten daarbij passen", en: "which instruments fit that"))
      ],
      soughtBy: ["tekort", "ontbreekt", "lacking", "vraag", "aanbod"],
      examples: [
        .init("wzw gap BU99010101", Text(nl: "een buurt", en: "a neighbourhood")),
        .init(
          "wzw gap BU99010101 BU99010102 --threshold zeer-wenselijk", Text(nl: "twee buurten", en: "two neighbourhoods")
        ),
        .init("wzw gap GM9901 --offer", Text(nl: "voor andere plugins", en: "for other plugins")),
        .init(
          "wzw gap BU99010101 --what-if 'nultrede erbij'",
          Text(nl: "een verandering die niet te lezen is", en: "a change that cannot be read"),
          failsWith: "whatif.syntax"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let atlas = try Atlas(context.workspace)
    let areas = try given.areas.found(in: atlas)
    let threshold = try given.threshold.value(in: context)
    let finder = try GapFinder(
      threshold, atlas, given.rates.searchIfAny(in: context), sameCodes: given.rates.sameCodes, context)
    var gaps: [AreaGap] = []
    for area in areas {
      try context.checkInterrupt()
      gaps.append(try finder.find(area))
    }
    let report = try GapReport(gaps, finder, context)
    if given.whatIf != nil {
      let changed = try given.checking(\.whatIf) { try whatIf($0 ?? "", gaps, finder, given, context) }
      return Output(
        changed + report.use + GapReport.borrowed(gaps.map(\.demand))
          + GapReport.assumed(report.origin, gaps.map(\.demand)) + Demo.notice(for: areas))
    }
    let told = try report.told(atlas, showsAll: given.all, context) { table in
      given.offer ? [offer(table, areas, threshold, context)] : []
    }
    return Output(told.blocks)
  }

  private func whatIf(
    _ text: String, _ gaps: [AreaGap], _ finder: GapFinder, _ given: Given<Arguments>, _ context: Context
  ) throws -> [Block] {
    let atlas = finder.demands.people.atlas
    let changes = try WhatIf.read(text, groups: finder.demands.groups, preconditions: finder.demands.preconditions)
    guard gaps.count == 1, let today = gaps.first else {
      throw Diagnostic(
        "whatif.areas",
        Text(nl: "een verandering geldt voor één gebied tegelijk", en: "a change holds for one area at a time"),
        wayOut: Text(
          nl: "noem één gebied, of maak er met 'wzw define' één van",
          en: "name one area, or make one of them with 'wzw define'"))
    }
    if given.offer {
      throw Diagnostic(
        "whatif.offer",
        Text(nl: "een verandering wordt niet bewaard", en: "a change is not kept"),
        wayOut: Text(nl: "laat --offer of --what-if weg", en: "leave --offer or --what-if out"),
        place: given.place(of: \.offer))
    }
    let counts = SmallCounts(context.workspace)
    let then = try finder.find(today.area, changes: changes)
    try WhatIf.check(changes, today, then)
    let made = WhatIfTable(today, then, changes, counts)
    var blocks: [Block] = [.table(made.table)]
    if made.table.rowCount == 0 {
      blocks = [
        .table(made.table),
        .info(nl: "er verandert niets in vraag of aanbod", en: "nothing changes in demand or supply"),
      ]
    }
    let unknown = changes.compactMap { change -> Precondition? in
      guard case .precondition(let id) = change.subject else { return nil }
      return today.rows.first { $0.demand.precondition.id == id && $0.amount == nil }?.demand.precondition
    }
    if !unknown.isEmpty {
      let list = unknown.listed()
      blocks.append(
        .caution(
          nl: "hoeveel er nu is, is niet opgegeven; alleen het verschil is bekend: \(list.nl)",
          en: "how much there is now was not given; only the change is known: \(list.en)"))
    }
    blocks += made.bounds.map { [.table($0)] } ?? []
    // What is told of then tells of today.
    let before = changed(today, made, counts, atlas, context)
    let after = changed(then, made, counts, atlas, context)
    blocks += try after.remarks(
      finder.demands.threshold, hiding: made.held.hidden.union(before.heldSplits.hidden), context)
    return blocks + counts.notice(made.held)
      + [.info(nl: "een gedachte: er is niets bewaard", en: "a thought: nothing was kept")]
  }

  /// The rows of a gap that a what-if changes.
  private func changed(
    _ gap: AreaGap, _ made: WhatIfTable, _ counts: SmallCounts, _ atlas: Atlas, _ context: Context
  ) -> GapTable {
    let rows = gap.rows.filter { made.changed.contains($0.demand.precondition.id) }
    return GapTable([AreaGap(demand: gap.demand, rows: rows)], atlas, counts, showsAll: true, in: context)
  }

  private func offer(_ table: Table, _ areas: [Area], _ threshold: Threshold, _ context: Context) -> Block {
    let rows = table.rowCount
    let codes = table.column("area")?.texts ?? Texts(repeating: areas.first?.code, count: rows)
    let found = codes.map { code in areas.first { $0.code == code } }
    let taken: Set<String> = ["area", "name", AreaNesting.column]
    let offered = Table(
      title: table.title,
      columns: [
        .texts("area", codes), .texts("name", found.map { $0?.name }),
        .texts("level", found.map { $0?.level.rawValue }),
        .texts(AreaNesting.column, found.map { $0?.nesting }),
      ] + table.columns.filter { !taken.contains($0.name) }.map { $0.asDetail(false) } + [
        .texts("threshold", [String?](repeating: threshold.grade.rawValue, count: rows))
      ])
    context.workspace.setTable(Self.offered, to: offered)
    return .info(
      nl: "bewaard als '\(Self.offered)' voor andere plugins; 'undo' neemt het terug",
      en: "kept as '\(Self.offered)' for other plugins; 'undo' takes it back")
  }
}
