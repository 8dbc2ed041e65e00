import WorkbenchKit

/// A chain as table, pictures and offered table.
enum ChainTables {
  static func main(_ outcomes: [ChainOutcome], _ context: Context) throws -> Table {
    let rows = outcomes.flatMap { outcome in outcome.situation.steps.indices.map { (outcome, $0) } }
    let steps = rows.map { $0.0.situation.steps[$0.1] }
    func column(_ name: String, _ label: Text, _ values: (ChainOutcome) -> [Double]) -> Column {
      .numbers(name, rows.map { values($0.0)[$0.1] }, label: label, format: .decimals(1))
    }
    func share(_ name: String, _ label: Text, _ values: (ChainOutcome) -> [ShareSummary]) -> Column {
      .numbers(name, rows.map { values($0.0)[$0.1].median }, label: label, unit: .share, format: .share(0))
    }
    func ends(_ values: KeyPath<ChainOutcome, [ShareSummary]>, _ end: KeyPath<ShareSummary, Double>) -> (ChainOutcome)
      -> [Double]
    { { ChainOutcome.reached($0[keyPath: values].map { $0[keyPath: end] }) } }
    var columns: [Column] = [
      .texts("situation", steps.map(\.situation), label: Text(nl: "situatie", en: "situation")).asDetail(),
      .texts("step", steps.map(\.id), label: Text(nl: "stap", en: "step")),
      .texts(
        "party", try steps.map { try context.partyLabel($0.party) }, label: Text(nl: "wie", en: "who"), in: context),
      share("now", Text(nl: "nu", en: "now"), \.now),
      share("wanted", Text(nl: "gewenst", en: "wanted"), \.wanted),
    ]
    if context.showsRoles {
      columns += [
        column("low", Text(nl: "laagste", en: "lowest"), ends(\.now, \.low)).asDetail(),
        column("high", Text(nl: "hoogste", en: "highest"), ends(\.now, \.high)).asDetail(),
        column("wanted_low", Text(nl: "gewenst, laagste", en: "wanted, lowest"), ends(\.wanted, \.low)).asDetail(),
        column("wanted_high", Text(nl: "gewenst, hoogste", en: "wanted, highest"), ends(\.wanted, \.high)).asDetail(),
      ]
    }
    columns += [
      column("reached_now", Text(nl: "over", en: "left"), \.reachedNow),
      column("reached_wanted", Text(nl: "over, gewenst", en: "left, wanted"), \.reachedWanted),
      column("lost", Text(nl: "verloren", en: "lost")) { ChainOutcome.lost($0.reachedNow) }.asDetail(),
      column("lost_wanted", Text(nl: "verloren, gewenst", en: "lost, wanted")) { ChainOutcome.lost($0.reachedWanted) }
        .asDetail(),
      column("alone", Text(nl: "alleen dit", en: "this alone"), \.alone),
      .counts("roles", rows.map { $0.0.now[$0.1].values.count }, label: Text(nl: "rollen", en: "roles")).asDetail(),
      .counts("unknown", rows.map { $0.0.now[$0.1].unknown }, label: Text(nl: "weet niet", en: "unknown")).asDetail(),
    ]
    return Table(
      title: Text(nl: "Wat er van 100 signalen overblijft", en: "What is left of 100 signals"), columns: columns
    ).atAGlance(columns: ["step", "party", "now", "wanted", "reached_now", "reached_wanted", "alone"])
  }

  /// Where people are lost, as it goes now: from step to step, or out.
  static func flow(_ outcome: ChainOutcome, _ context: Context) throws -> Flow? {
    let reached = outcome.reachedNow.prefix { !$0.isNaN }
    guard !reached.isEmpty else { return nil }
    let steps = outcome.situation.steps
    let unit = Unit(name: "signals", label: Text(nl: "van 100", en: "of 100"))
    let columns =
      [CellMatrix.Entry("0", label: Text(nl: "signaal", en: "signal"))]
      + reached.indices.map { CellMatrix.Entry(steps[$0].id, label: .verbatim(steps[$0].id + " ") + steps[$0].label) }
    var nodes = [Flow.Node("in", label: Text(nl: "signalen", en: "signals"), column: "0", value: 100, unit: unit)]
    var links: [Flow.Link] = []
    var before = (id: "in", value: 100.0)
    for index in reached.indices {
      let (step, left) = (steps[index], reached[index])
      let isLast = index == steps.count - 1
      let party = try context.partyLabel(step.party)
      nodes += [
        .init(
          "door-\(step.id)",
          label: isLast ? Text(nl: "krijgt hulp", en: "gets help") : Text(nl: "verder", en: "goes on"),
          column: step.id, value: left, unit: unit),
        .init(
          "weg-\(step.id)", label: Text(nl: "verloren bij \(party.nl)", en: "lost at \(party.en)"), column: step.id,
          value: before.value - left, unit: unit),
      ]
      links += [
        .init(from: before.id, to: "door-\(step.id)", value: left),
        .init(from: before.id, to: "weg-\(step.id)", value: before.value - left),
      ]
      before = ("door-\(step.id)", left)
    }
    return Flow(
      title: Text(
        nl: "Waar mensen uit beeld raken, situatie \(outcome.situation.id)",
        en: "Where people are lost, situation \(outcome.situation.id)"),
      columns: columns, nodes: nodes, links: links, format: .decimals(1))
  }

  /// What is left after each step, now beside wanted.
  static func chart(_ outcome: ChainOutcome) -> Chart {
    Chart(
      .bar, title: Text(nl: "Over van 100 signalen, nu en gewenst", en: "Left of 100 signals, now and wanted"),
      x: Chart.Axis(Text(nl: "stap", en: "step")), y: Chart.Axis(Text(nl: "van 100", en: "of 100"), range: 0...100),
      categories: outcome.situation.steps.map(\.id),
      series: [
        .init(name: "nu", values: outcome.reachedNow), .init(name: "gewenst", values: outcome.reachedWanted),
      ])
  }

  /// The table `waakvlam.flows`, for other plugins.
  static let offered = "waakvlam.flows"

  static func offer(_ outcomes: [ChainOutcome], _ context: Context) -> Block {
    let rows = outcomes.flatMap { outcome in outcome.situation.steps.indices.map { (outcome, $0) } }
    let steps = rows.map { $0.0.situation.steps[$0.1] }
    let table = Table(
      title: Text(nl: "Stappen van de waakvlam", en: "Steps of the pilot light"),
      columns: [
        .texts("situation", steps.map(\.situation)), .texts("step", steps.map(\.id)),
        .texts("party", steps.map(\.party)),
        .numbers("now", rows.map { $0.0.now[$0.1].median }, unit: .share),
        .numbers("wanted", rows.map { $0.0.wanted[$0.1].median }, unit: .share),
        .numbers("reached_now", rows.map { $0.0.reachedNow[$0.1] }),
        .numbers("reached_wanted", rows.map { $0.0.reachedWanted[$0.1] }),
      ])
    context.workspace.setTable(offered, to: table)
    return .info(
      nl: "klaargezet als '\(offered)' voor andere plugins; 'undo' neemt het terug",
      en: "offered to other plugins as '\(offered)'; 'undo' takes it back")
  }
}
