import WorkbenchKit

/// `bid rank`: the order of the bids by a formula.
struct BidRankCommand: Command {
  struct Arguments: Sendable {
    let tender = TenderArguments()
    let lots = LotArgument()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid rank",
      aliases: ["bid rangschik"],
      summary: Text(nl: "rangschik de biedingen met een formule", en: "rank the bids by a formula"),
      details: Text(
        nl: """
          Punten, WQ×kwaliteit + WP×prijspunten. Prijspunten: relative laagste÷P; linear:LAAG:HOOG van 1 tot 0; log:A \
          1 − log(P÷laagste)÷log A; linear2L 2 − P÷laagste (linear2L:0 niet onder 0); lowest-highest van de laagste tot de \
          hoogste prijs; average 1,5 − P÷gemiddelde; rank:10:8:6 naar plaats; steps:100=1:110=0.5 staffel in euro's, of \
          steps:5%=1:10%=0.5 boven de laagste. utility-index: (1 − (beste Q − Q)×WQ÷WP)÷P×laagste. Zonder gewichten, de \
          laagste wint: value P − E×Q (gunnen op waarde, --quality-euro E), ratio P÷Q, superformule:P:Q:PMAX tegenover een \
          referentie, lowest. utility: alleen kwaliteit. Per perceel één rangorde.
          """,
        en: """
          Points, WQ×quality + WP×price points. Price points: relative lowest÷P; linear:LOW:HIGH from 1 to 0; log:A \
          1 − log(P÷lowest)÷log A; linear2L 2 − P÷lowest (linear2L:0 not below 0); lowest-highest from the lowest to the \
          highest price; average 1.5 − P÷mean; rank:10:8:6 by place; steps:100=1:110=0.5 brackets in euros, or \
          steps:5%=1:10%=0.5 above the lowest. utility-index: (1 − (best Q − Q)×WQ÷WP)÷P×lowest. Without weights, lowest \
          wins: value P − E×Q (award on value, --quality-euro E), ratio P÷Q, superformule:P:Q:PMAX against a reference, \
          lowest. utility: quality alone. One ranking for each lot.
          """),
      next: [
        FollowUp("bid audit", Text(nl: "of die volgorde standhoudt", en: "whether that ranking holds"))
      ],
      soughtBy: ["gunnen", "award", "winnaar", "winner"],
      examples: [
        .init(
          "bid rank --formula relative --weights price=40,quality=60",
          Text(nl: "veertig om zestig", en: "forty to sixty")),
        .init("bid rank --formula value --quality-euro 2500", Text(nl: "gunnen op waarde", en: "award on value")),
        .init(
          "bid rank --formula utility-index --weights price=40,quality=60",
          Text(nl: "waarde voor geld, met gewichten", en: "value for money, with weights")),
        .init(
          "bid rank --formula lowest-highest --points price=70,quality=60 --round 0",
          Text(nl: "hele punten, met een maximum voor elk", en: "whole points, with a maximum for each")),
        .init(
          "bid rank --formula relative --weights price=40,quality=70",
          Text(nl: "samen geen 100", en: "together not 100"), failsWith: "bid.weights"),
        .init(
          "bid rank --formula relatief", Text(nl: "een formule die er niet is", en: "a formula that is not there"),
          failsWith: "formula.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try BidSheet(context.workspace, at: given.place)
    let tender = try given.tender.changing(Tender(context.workspace))
    var blocks: [Block] = []
    var citations: [Citation] = []
    for part in try given.lots.parts(of: sheet) {
      let award = try given.tender.award(part, tender, in: context)
      let rule = FormulaWords.rule(award.rule, points: award.points)
      context.workspace.note(assumption: Text(nl: "formule: \(rule.nl)", en: "formula: \(rule.en)"))
      for rate in award.currencies.rates { context.workspace.note(assumption: rate.told) }
      blocks += [.paragraph(AwardWords.answer(award)), .table(RankTable.table(award, rule, context))]
      blocks += AwardWords.cautions(award, PriceSigns(award.bids.map(\.price), limit: 0), tender: tender)
      let origin = try context.origin(of: award.rule)
      blocks += origin.remarks
      citations = origin.citations
    }
    if !citations.isEmpty { blocks.append(try context.knowledge.sources(citations, in: context)) }
    return Output(Self.once(blocks) + tender.notices)
  }

  /// What holds for each lot is said once.
  private static func once(_ blocks: [Block]) -> [Block] {
    var said: Set<Notice> = []
    return blocks.filter { block in
      if case .notice(let notice) = block { said.insert(notice).inserted } else { true }
    }
  }
}
