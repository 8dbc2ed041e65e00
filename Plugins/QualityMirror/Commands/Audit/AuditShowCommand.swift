import Methods
import WorkbenchKit

/// `spiegel audit show`: how often norms are met, with what clients and peers find side by side.
struct AuditShowCommand: Command {
  /// What judgements are put together by.
  enum Per: String, ArgumentChoice {
    case norm, place

    static let usual = Per.norm

    var about: Text? {
      self == .norm ? Text(nl: "norm", en: "norm") : Text(nl: "plaats, met een rangorde", en: "place, with a rank")
    }
  }

  struct Arguments: Sendable {
    let per = Argument(
      flag: "per", .choice(Per.self), default: "norm",
      about: Text(nl: "waarover geteld wordt", en: "what is counted by"))
    let met = Argument(
      flag: "met", .integer(1...5), default: "4",
      about: Text(nl: "vanaf welk cijfer een norm is gehaald", en: "from which figure on a norm is met"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel audit show", aliases: ["spiegel audit toon"],
    summary: Text(
      nl: "toon hoe vaak normen worden gehaald, met cliënten en vakgenoten naast elkaar",
      en: "show how often norms are met, with clients and peers side by side"),
    details: Text(
      nl:
        "Het interval is van Wilson, het verschil van Newcombe (95 %); oordelen over dezelfde plaats lijken op elkaar, dus echt zijn de intervallen wijder. Wat weinig cliënten of vakgenoten vonden, "
        + "blijft achter. Een plaats waar minder dan drie auditoren keken, krijgt geen rang.",
      en:
        "The interval is Wilson's, the difference Newcombe's (95%); judgements of the same place are alike, so the true intervals are wider. What few clients or peers found is "
        + "held back. A place at which fewer than three auditors looked gets no rank."),
    examples: [
      .init("spiegel audit show", Text(nl: "per norm", en: "by norm")),
      .init("spiegel audit show --per place", Text(nl: "per plaats", en: "by place")),
      .init(
        "spiegel audit show --per auditor", Text(nl: "nooit per auditor", en: "never by auditor"),
        failsWith: "argument.choice"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let list = try context.workspace.audits
    guard !list.judgements.isEmpty else { return Output([AuditWords.none]) }
    let counts = SmallCounts(context.workspace)
    let isByNorm = given.per == .norm
    let shares = AuditShares(list.judgements, least: given.met) { isByNorm ? $0.key.norm : $0.key.place }
    let lines = shares.lines
    let labels = list.norms.labels
    var columns: [Column] =
      isByNorm
      ? [
        .texts("norm", lines.map(\.name)).asDetail(),
        .texts(
          "label", lines.map { labels[$0.name] ?? .verbatim($0.name) }, label: Text(nl: "norm", en: "norm"), in: context
        ),
      ] : [.texts("place", lines.map(\.name), label: Text(nl: "plaats", en: "place"))]
    columns += [
      .counts("met", lines.map(\.met), label: Text(nl: "gehaald", en: "met")),
      .counts("of", lines.map(\.of), label: Text(nl: "van", en: "of")),
      .numbers("share", lines.map(\.share), label: Text(nl: "deel", en: "share"), unit: .share, format: .share(0)),
      .numbers("low", lines.map(\.limits.low), label: Text(nl: "laag", en: "low"), unit: .share, format: .share(0)),
      .numbers("high", lines.map(\.limits.high), label: Text(nl: "hoog", en: "high"), unit: .share, format: .share(0)),
    ]
    let compared = Self.compared(lines, counts)
    if isByNorm {
      columns += compared
    } else {
      columns += [
        .counts("audits", lines.map(\.auditors), label: Text(nl: "auditoren", en: "auditors")),
        .numbers(
          "rank", shares.ranks.map { $0.map(Double.init) ?? .nan }, label: Text(nl: "rang", en: "rank"),
          format: .decimals(0)),
      ]
    }
    let table = Table(
      title: isByNorm
        ? Text(nl: "Normen, de minst gehaalde eerst", en: "Norms, the least met first")
        : Text(nl: "Plaatsen, de minst gehaalde eerst", en: "Places, the least met first"), columns: columns)
    var blocks: [Block] = [.table(table)]
    if list.judgements.contains(where: { !$0.score.isYesNo }) {
      blocks.append(
        .info(
          nl: "een cijfer telt als gehaald vanaf \(given.met) (--met); de schaal is van ons",
          en: "a figure counts as met from \(given.met) on (--met); the scale is ours"))
    }
    if !isByNorm, shares.ranks.contains(where: { $0 == nil }) {
      blocks.append(
        .info(
          nl: "waar minder dan drie auditoren keken, is geen rang",
          en: "where fewer than three auditors looked there is no rank"))
    }
    let holdsBack = isByNorm && compared.contains { !$0.withheld.isEmpty }
    blocks += [counts.notice(holdsBack: holdsBack)].compactMap { $0 }
    blocks.append(try context.knowledge.sources([MethodWords.limits, MethodWords.difference], in: context))
    return Output(blocks)
  }

  /// Clients and peers side by side, where both looked; what few of either found is held back, with what it would follow from.
  private static func compared(_ lines: [AuditShares.Line], _ counts: SmallCounts) -> [Column] {
    let signs = lines.map { line in
      line.compares && (counts.isSmall(line.clients.of) || counts.isSmall(line.peers.of)) ? SmallCounts.complement : nil
    }
    func column(_ name: String, _ label: Text, _ value: (AuditShares.Line) -> Double) -> Column {
      .held(name, lines.map { $0.compares ? value($0) : .nan }, signs, label: label, unit: .share, format: .share(0))
    }
    return [
      column("by_clients", Text(nl: "cliënten", en: "clients")) { Double($0.clients.met) / Double($0.clients.of) },
      column("by_peers", Text(nl: "vakgenoten", en: "peers")) { Double($0.peers.met) / Double($0.peers.of) },
      column("difference", Text(nl: "verschil", en: "difference")) { $0.difference.value },
      column("difference_low", Text(nl: "verschil, laag", en: "difference, low")) { $0.difference.limits.low }
        .asDetail(),
      column("difference_high", Text(nl: "verschil, hoog", en: "difference, high")) { $0.difference.limits.high }
        .asDetail(),
    ]
  }
}
