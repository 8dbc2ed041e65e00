import Methods
import WorkbenchKit

/// `stelling agree`: how far the roles agree on each statement, and on all together.
struct StatementAgreeCommand: Command {
  struct Arguments: Sendable { let round = Argument<CalendarDate?>.round }

  static let arguments = Arguments()

  let signature = Signature(
    "stelling agree", aliases: ["stelling eens"],
    summary: Text(
      nl: "toon per stelling de mediaan en hoe eens de rollen het zijn",
      en: "show for each statement the median and how far the roles agree"),
    details: Text(
      nl:
        "De stelling die de tafel het meest verdeelt staat bovenaan. A is de overeenstemming van Van der Eijk (2001): 1 eensgezind, 0 gelijk "
        + "verdeeld, -1 twee kampen. Alfa van Krippendorff gaat over alle stellingen samen; antwoorden mogen ontbreken. Met stippen ('stelling "
        + "vote') staat het belang tegen de overeenstemming uit.",
      en:
        "The statement that divides the table most stands first. A is van der Eijk's agreement (2001): 1 unanimous, 0 evenly spread, -1 two "
        + "camps. Krippendorff's alpha is over all statements together; answers may be missing. With dots ('stelling vote') importance is set "
        + "against agreement."),
    next: [FollowUp("stelling parties", Text(nl: "wie dicht bij wie staat", en: "who stands near whom"))],
    examples: [
      .init("stelling agree", Text(nl: "de laatste ronde", en: "the last round")),
      .init(
        "stelling agree --round 2020-01-01", Text(nl: "een dag zonder antwoorden", en: "a day without answers"),
        failsWith: "round.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let round = try given.checking(\.round) { try circle.answers($0) }
    guard !round.statements.isEmpty else {
      return Output([
        .info(
          nl: "nog niemand heeft iets gezegd; 'stelling say STELLING=4 --by ROL'",
          en: "nobody has said anything yet; 'stelling say STATEMENT=4 --by ROLE'")
      ])
    }
    let agreements = round.summaries.map(\.agreement)
    let order = agreements.indices.sorted {
      (agreements[$0].isNaN ? 2 : agreements[$0], $0) < (agreements[$1].isNaN ? 2 : agreements[$1], $1)
    }
    let ordinal = round.alpha(.ordinal)
    var facts = Facts()
    func add(_ name: String, _ alpha: KrippendorffAlpha, _ label: Text) {
      if let value = alpha.alpha { facts.add(name, .number(value), label: label, format: .decimals(2)) }
    }
    add("alpha_ordinal", ordinal, Text(nl: "alfa (op volgorde)", en: "alpha (by order)"))
    add("alpha_nominal", round.alpha(.nominal), Text(nl: "alfa (gelijk of niet)", en: "alpha (equal or not)"))
    add("alpha_interval", round.alpha(.interval), Text(nl: "alfa (op afstand)", en: "alpha (by distance)"))
    facts.add("pairs", ordinal.pairs, label: Text(nl: "paren", en: "pairs"))
    facts.add("roles", round.roles.count, label: Text(nl: "rollen", en: "roles"))
    facts.add("statements", round.statements.count, label: Text(nl: "stellingen", en: "statements"))
    var blocks: [Block] = [
      .table(round.table(context).rows(order)),
      .facts(facts.atAGlance(["alpha_ordinal", "pairs", "roles", "statements"])),
    ]
    blocks += circle.remark(on: round, asked: given.round)
    if let chart = Self.quadrant(round, context) { blocks.append(.chart(chart)) }
    if ordinal.alpha == nil {
      blocks.append(
        .info(
          nl: "alfa is niet te bepalen: niets verschilt, of niets is te vergelijken",
          en: "alpha cannot be told: nothing differs, or nothing can be compared"))
    } else if round.roles.count < 3 || ordinal.pairs < 5 {
      let roles = Text.counted(round.roles.count, Text(nl: "rol", en: "role"), Text(nl: "rollen", en: "roles"))
      let pairs = Text.counted(ordinal.pairs, Text(nl: "paar", en: "pair"), Text(nl: "paren", en: "pairs"))
      blocks.append(
        .caution(
          nl: "alfa rust op weinig: \(roles.nl) en \(pairs.nl)",
          en: "alpha rests on little: \(roles.en) and \(pairs.en)"))
    }
    if !context.showsRoles { blocks.append(Context.rolesHidden) }
    blocks += [
      MeasureWords.scale, try context.knowledge.sources([MeasureWords.agreement, MeasureWords.alpha], in: context),
    ]
    return Output(blocks)
  }

  /// Importance by dots against agreement; nil where nobody gave dots.
  private static func quadrant(_ round: StatementRound, _ context: Context) -> Chart? {
    let shares = DotShares(round.circle.statementVotes, of: round.circle.statements.map(\.id))
    guard !shares.roles.isEmpty else { return nil }
    let placed = zip(round.statements, round.summaries).filter { $0.1.agreement.isFinite }
    guard !placed.isEmpty else { return nil }
    let most = placed.map { shares.share($0.0.id) }.max() ?? 0
    return Chart(
      .quadrant, title: Text(nl: "Belang en overeenstemming", en: "Importance and agreement"),
      x: Chart.Axis(
        Text(nl: "overeenstemming", en: "agreement"), range: -1...1, low: Text(nl: "verdeeld", en: "divided"),
        high: Text(nl: "eens", en: "agreed")),
      y: Chart.Axis(
        Text(nl: "belang", en: "importance"), range: 0...max(most, 0.01), low: Text(nl: "minder", en: "less"),
        high: Text(nl: "meer", en: "more")),
      positions: placed.map(\.1.agreement),
      series: [.init(name: "importance", values: placed.map { shares.share($0.0.id) })],
      labels: placed.map(\.0.id))
  }
}
