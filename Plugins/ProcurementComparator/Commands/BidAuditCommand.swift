import Methods
import WorkbenchKit

/// `bid audit`: whether the outcome hangs on an arbitrary formula, or on a bid that may fall away.
struct BidAuditCommand: Command {
  struct Arguments: Sendable {
    let tender = TenderArguments()
    let lots = LotArgument()
    let low = Argument(
      flag: "low", .number(0...1), default: "0.7",
      about: Text(
        nl: "het deel van de mediaan waaronder een prijs abnormaal laag heet; de grens is een keuze",
        en: "the part of the median below which a price is called abnormally low; the limit is a choice"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid audit",
      aliases: ["bid toets"],
      summary: Text(
        nl: "toets of de volgorde afhangt van een ander, van de formule of van de gewichten",
        en: "audit whether the order hangs on another bid, on the formula or on the weights"),
      details: Text(
        nl: """
          Elke bieding en elk tweetal valt om beurten weg; 'paradoxes' telt de keren dat een paar van plaats wisselt. Daarna: \
          wie eerste is bij andere formules en gewichten, de prijs waarbij elke bieding net eerste zou zijn, en prijzen die \
          vragen oproepen.
          """,
        en: """
          Each bid and each two of them fall away in turn; 'paradoxes' counts the times that a pair changes places. After \
          that: who is first by other formulas and weights, the price at which each bid would just be first, and prices that \
          raise questions.
          """),
      examples: [
        .init(
          "bid audit --formula relative --weights price=40,quality=60",
          Text(nl: "veertig om zestig", en: "forty to sixty")),
        .init(
          "bid audit --formula linear:100:50 --weights price=40,quality=60",
          Text(nl: "laag boven hoog", en: "low above high"), failsWith: "formula.bounds"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try BidSheet(context.workspace, at: given.place)
    let tender = try given.tender.changing(Tender(context.workspace))
    let parts = try given.lots.parts(of: sheet)
    var blocks: [Block] = []
    var isRelative = false
    var origin: (remarks: [Block], citations: [Citation]) = ([], [])
    for part in parts {
      let award = try given.tender.award(part, tender, in: context)
      if parts.count > 1, let contest = award.contest.name { blocks.append(.heading(Heading(contest, level: 2))) }
      blocks += try audit(award, low: given.low, tender: tender, at: given.place, in: context)
      isRelative = isRelative || !award.rule.looks.isEmpty
      origin = try context.origin(of: award.rule)
    }
    blocks += origin.remarks + tender.notices
    var citations: [Citation?] = origin.citations
    if isRelative {
      if tender.rerank == nil {
        blocks.append(
          .caution(
            nl: "de stukken zeggen niet of opnieuw gerangschikt wordt als een bieding wegvalt (bid new --rerank)",
            en: "the documents do not say whether bids are ranked again when one falls away (bid new --rerank)"))
      }
      let law = try context.law(["rerank"])
      blocks += law.map(\.notice)
      citations = law.map(\.what.source) + citations
    }
    if !citations.isEmpty { blocks.append(try context.knowledge.sources(citations, in: context)) }
    return Output(blocks)
  }

  private func audit(
    _ award: Award, low: Double, tender: Tender, at place: Place?, in context: Context
  ) throws -> [Block] {
    let counting = award.counting
    let limit = OrderAudit.bidLimit(award.rule)
    guard counting.count <= limit else {
      let count = Text.count(counting.count)
      throw Diagnostic(
        "bid.toomany",
        Text(
          nl: "\(count.nl) biedingen zijn te veel om elk paar te toetsen",
          en: "\(count.en) bids are too many to audit each pair"),
        wayOut: Text(
          nl: "ten hoogste \(limit) bij deze formule; 'bid rank' kan er meer aan",
          en: "at most \(limit) by this formula; 'bid rank' can do more"), place: place)
    }
    let audit = try OrderAudit(counting, rule: award.rule) { try context.checkInterrupt() }
    let names = counting.map(\.bidder)
    var facts = Facts()
    if let lot = award.contest.lot { facts.add("lot", .text(lot), label: Text(nl: "perceel", en: "lot")) }
    facts.add("paradoxes", audit.count, label: Text(nl: "wisselingen", en: "changes of place"))
    facts.add("withdrawals", audit.withdrawals, label: Text(nl: "keren geprobeerd", en: "times tried"))
    facts.add("bids", counting.count, label: Text(nl: "biedingen die meetellen", en: "bids that count"))
    let rule = FormulaWords.rule(award.rule, points: award.points)
    context.workspace.note(assumption: Text(nl: "formule: \(rule.nl)", en: "formula: \(rule.en)"))
    var blocks: [Block] = [
      .paragraph(Self.answer(audit, award)), .facts(facts),
    ]
    var reversals = AuditTables.reversals(audit, names, context)
    // That there are none is said already.
    if reversals.rowCount == 0 { reversals.layer = .rest }
    blocks.append(.table(reversals))
    let signs = PriceSigns(counting.map(\.price), limit: low)
    if counting.count > 1 {
      blocks.append(.table(AuditTables.formulas(award, median: signs.median, context)))
      let ranges = PriceWeightRange.all(counting, rule: award.rule)
      if !ranges.isEmpty { blocks.append(.table(AuditTables.weights(ranges, names))) }
      if award.rule.formula.usesWeights, award.rule.rounding != nil {
        blocks.append(
          .info(
            nl:
              "met afgeronde punten verandert de volgorde sprongsgewijs: wie bij welk gewicht eerste is, staat er niet bij",
            en: "with rounded points the order changes by leaps: who is first at which weight is left out"))
      }
    }
    blocks.append(.table(AuditTables.prices(counting, award.rule, signs, award.currencies, context)))
    if audit.count > audit.reversals.count {
      blocks.append(
        .info(
          nl: "getoond zijn de eerste \(audit.reversals.count) van \(audit.count)",
          en: "shown are the first \(audit.reversals.count) of \(audit.count)"))
    }
    return blocks + AwardWords.cautions(award, signs, tender: tender)
  }

  private static func answer(_ audit: OrderAudit, _ award: Award) -> Text {
    if award.counting.isEmpty {
      return AwardWords.nobody(award) + Text(nl: ": er valt niets te toetsen", en: ": nothing to audit")
    }
    if award.rule.looks.isEmpty {
      return Text(
        nl: "geen wisselingen: bij deze formule hangt geen bieding van een andere af",
        en: "no changes of place: by this formula no bid depends on another")
    }
    if audit.count == 0 {
      let times = Text.counted(audit.withdrawals, Text(nl: "keer", en: "time"), Text(nl: "keren", en: "times"))
      return Text(
        nl: "geen wisselingen, wie er ook wegvalt (\(times.nl) geprobeerd)",
        en: "no changes of place, whoever falls away (tried \(times.en))")
    }
    return Text(
      nl: "de volgorde hangt af van wie meedoet: \(audit.count) \(audit.count == 1 ? "wisseling" : "wisselingen")",
      en: "the order hangs on who takes part: \(audit.count) \(audit.count == 1 ? "change" : "changes") of place")
  }
}
