import WorkbenchKit

/// `spiegel arrangement show`: which share of the goals was reached.
struct ArrangementShowCommand: Command {
  /// What goals are put together by.
  enum Per: String, ArgumentChoice {
    case provider, domain, why, period

    static let usual = Per.provider

    var about: Text? {
      switch self {
      case .provider: Text(nl: "aanbieder", en: "provider")
      case .domain: Text(nl: "leefgebied", en: "life domain")
      case .why: Text(nl: "reden waarom niet", en: "reason why not")
      case .period: Text(nl: "periode en leefgebied", en: "period and life domain")
      }
    }

    /// Nil for reasons.
    var grouping: GoalGrouping? {
      switch self {
      case .provider: .provider
      case .domain: .domain
      case .why: nil
      case .period: .period
      }
    }
  }

  struct Arguments: Sendable {
    let per = Argument(
      flag: "per", .choice(Per.self),
      about: Text(nl: "anders per aanbieder en leefgebied", en: "else by provider and life domain"))
    let half = Argument(toggle: "half", about: Text(nl: "deels gehaald telt half", en: "reached in part counts half"))
    let target = Argument(
      flag: "target", .share,
      about: Text(
        nl: "waartegen de trechter staat; anders het deel van allen samen",
        en: "what the funnel is set against; else the share of all together"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel arrangement show", aliases: ["spiegel arrangement toon"],
    summary: Text(
      nl: "toon welk deel van de doelen is gehaald, en wie buiten de marge van het toeval ligt",
      en: "show which share of the goals was reached, and who lies outside the margin of chance"),
    details: Text(
      nl:
        "Het deel is van de doelen waarvan bekend is of ze zijn gehaald: onbekend telt nooit als nee. Het interval is van Wilson (95 %). De trechter heeft grenzen op 1,96 "
        + "standaardafwijking, en exacte waar minder dan 5 doelen gehaald of niet gehaald te verwachten zijn; onder de 5 doelen zegt hij niets. Een kleine aanbieder heeft wijde grenzen: buiten de trechter is een "
        + "vraag, geen oordeel. Kleine aantallen blijven achter, met alles waaruit zij zouden volgen.",
      en:
        "The share is of the goals of which it is known whether they were reached: unknown never counts as no. The interval is Wilson's (95%). The funnel has limits at 1.96 "
        + "standard deviations, and exact ones where fewer than 5 goals reached or not reached are expected; below 5 goals it says nothing. A small provider has wide limits: outside the funnel is a "
        + "question, no verdict. Small counts are held back, with all from which they would follow."),
    next: [
      FollowUp("spiegel arrangement show --per provider", Text(nl: "per aanbieder", en: "by provider")),
      FollowUp("spiegel arrangement why", Text(nl: "waarom niet", en: "why not")),
    ],
    soughtBy: ["trechter", "funnel", "arrangementenmonitor"],
    examples: [
      .init("spiegel arrangement show", Text(nl: "per aanbieder en leefgebied", en: "by provider and life domain")),
      .init("spiegel arrangement show --per why", Text(nl: "de redenen", en: "the reasons")),
      .init(
        "spiegel arrangement show --per kleur", Text(nl: "zo is er niet geteld", en: "it was not counted so"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let list = try context.workspace.goals
    guard !list.records.isEmpty else { return Output([GoalWords.none]) }
    let counts = SmallCounts(context.workspace)
    let views = try GoalViews(list.records, threshold: counts.threshold, poll: context.checkInterrupt)
    if given.has(\.per), given.per == .why { return try Self.reasons(list, views, counts, in: context) }
    let domains = try context.lifeDomains
    let grouping = given.has(\.per) ? given.per?.grouping ?? .provider : Self.finest(views)
    let report = ArrangementReport(
      views, grouping, half: given.half, target: given.target, labels: domains.labels)
    var blocks: [Block] = [.paragraph(report.sentence)]
    let table = report.table(in: context)
    if table.rowCount > 0 { blocks.append(.table(table)) }
    blocks.append(.facts(report.facts))
    if let chart = report.chart(in: context) { blocks.append(.chart(chart)) }
    blocks += [
      GoalWords.rest(report), GamingRisk(views, half: given.half).caution(domains.labels),
      counts.notice(holdsBack: report.holdsBack),
    ].compactMap { $0 }
    blocks.append(try context.knowledge.sources([MethodWords.limits, MethodWords.funnel], in: context))
    return Output(blocks)
  }

  /// By provider and life domain, as far as that may show; else by the one that does.
  private static func finest(_ views: GoalViews) -> GoalGrouping {
    let ways: [GoalGrouping] = [.providerAndDomain, .provider, .domain]
    return ways.first { !views[$0].shown.isEmpty } ?? .providerAndDomain
  }

  /// The reasons, the most given first.
  private static func reasons(
    _ list: GoalList, _ views: GoalViews, _ counts: SmallCounts, in context: Context
  ) throws -> Output {
    let why = WhyViews(
      views, domains: try context.lifeDomains, reasons: try context.reasons(beside: list.reasons))
    let lines = why.ordered
    guard !lines.isEmpty else {
      return Output([GoalWords.whyHeld] + [counts.notice(holdsBack: true)].compactMap { $0 })
    }
    let table = Table(
      title: Text(nl: "Waarom doelen niet zijn gehaald", en: "Why goals were not reached"),
      columns: [
        .texts("why", lines.map(\.reason.id)).asDetail(),
        .texts("label", lines.map(\.reason.label), label: Text(nl: "reden", en: "reason"), in: context),
        .held(
          "goals", lines.map { Double($0.count) }, lines.map { counts.sign($0.cell) },
          label: Text(nl: "niet gehaald", en: "not reached"), format: .decimals(0)),
      ])
    let holdsBack = lines.contains { $0.cell != .shown }
    return Output([.table(table)] + [counts.notice(holdsBack: holdsBack)].compactMap { $0 })
  }
}

/// What is said beside goals.
enum GoalWords {
  static let none = Block.info(
    nl: "er zijn nog geen doelen; 'spiegel arrangement import BESTAND'",
    en: "there are no goals yet; 'spiegel arrangement import FILE'")
  static let whyHeld = Block.info(
    nl: "hoeveel doelen niet zijn gehaald, wordt niet getoond, of het waren er geen: redenen zijn er dan niet",
    en: "how many goals were not reached is not shown, or there were none: then there are no reasons")

  /// Of groups that do not show; nil where all do.
  static func rest(_ report: ArrangementReport) -> Block? {
    if report.isLeftOut {
      return .info(
        nl: "deze uitsplitsing wordt niet getoond: naast de andere zou er een klein aantal uit volgen",
        en: "this division is not shown: beside the others a small count would follow from it")
    }
    guard report.hasRest else { return nil }
    return report.mayLackGroup
      ? .info(
        nl: "wat te weinig doelen heeft om te tonen, of geen periode of persona, telt alleen in het totaal mee",
        en: "what has too few goals to show, or no period or persona, counts in the total only")
      : .info(
        nl: "wat te weinig doelen heeft om te tonen, telt alleen in het totaal mee",
        en: "what has too few goals to show counts in the total only")
  }
}
