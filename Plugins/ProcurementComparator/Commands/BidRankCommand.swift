import WorkbenchKit

/// `bid rank`: the order of the bids by a formula.
struct BidRankCommand: Command {
  struct Arguments: Sendable {
    let tender = TenderArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid rank",
      aliases: ["bid rangschik"],
      summary: Text(nl: "rangschik de biedingen met een formule", en: "rank the bids by a formula"),
      details: Text(
        nl: """
          relative: WQ×Q + WP×laagste÷P. linear:LAAG:HOOG: prijspunten van 1 bij LAAG tot 0 bij HOOG. log:A: prijspunten \
          1 − log(P÷laagste)÷log A. value: P − E×Q, laagste wint (gunnen op waarde, --quality-euro E). ratio: P÷Q. utility: \
          alleen kwaliteit, bij een vaste prijs. lowest: laagste prijs. Bij value, ratio en lowest is 'score' wat het laagst \
          moet zijn.
          """,
        en: """
          relative: WQ×Q + WP×lowest÷P. linear:LOW:HIGH: price points from 1 at LOW to 0 at HIGH. log:A: price points \
          1 − log(P÷lowest)÷log A. value: P − E×Q, lowest wins (award on value, --quality-euro E). ratio: P÷Q. utility: \
          quality alone, at a fixed price. lowest: lowest price. With value, ratio and lowest 'score' is what has to be \
          lowest.
          """),
      examples: [
        .init(
          "bid rank --formula relative --weights price=40,quality=60",
          Text(nl: "veertig om zestig", en: "forty to sixty")),
        .init("bid rank --formula value --quality-euro 2500", Text(nl: "gunnen op waarde", en: "award on value")),
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
    let award = try given.tender.award(sheet, tender, in: context)
    let rule = AwardWords.rule(award.rule)
    context.workspace.note(assumption: Text(nl: "formule: \(rule.nl)", en: "formula: \(rule.en)"))
    var blocks: [Block] = [.paragraph(AwardWords.answer(award)), .table(Self.table(award, rule, context))]
    blocks += AwardWords.cautions(award, PriceSigns(sheet.prices, limit: 0), tender: tender) + tender.notices
    return Output(blocks)
  }

  static func table(_ award: Award, _ rule: Text, _ context: Context) -> Table {
    let ranking = award.ranking
    let rows = ranking.order + award.bids.indices.filter { ranking.exclusions[$0] != nil }
    let euros = award.rule.formula.lowestWins
    // A bid without quality costs infinitely much for each point of it: last, and no number.
    let scores = rows.map { ranking.figures[$0].isFinite ? ranking.figures[$0] : .nan }
    var columns: [Column] = [
      .texts("bidder", rows.map { award.bids[$0].bidder }, label: Text(nl: "bieder", en: "bidder")),
      .numbers("price", rows.map { award.bids[$0].price }, label: Text(nl: "prijs", en: "price"), unit: .euro),
      .numbers("quality", rows.map { award.bids[$0].quality }, label: Text(nl: "kwaliteit", en: "quality")),
    ]
    if case .value = award.rule.formula {
      columns.append(
        .numbers("fictitious_price", scores, label: Text(nl: "fictieve prijs", en: "fictitious price"), unit: .euro))
    }
    let isSame = if case .value = award.rule.formula { true } else { false }
    columns.append(
      .numbers("score", scores, label: .verbatim("score"), format: euros ? .automatic : .decimals(4)).asDetail(isSame))
    columns.append(
      .numbers(
        "rank", rows.map { ranking.ranks[$0].map(Double.init) ?? .nan }, label: Text(nl: "rang", en: "rank"),
        format: .decimals(0)))
    let statuses = rows.map { ranking.exclusions[$0] }
    columns.append(
      .texts("status", statuses.map { $0?.rawValue ?? "ranked" }, label: .verbatim("status")).asDetail())
    columns.append(
      .texts(
        "remark", statuses.map { $0.map(AwardWords.reason) }, label: Text(nl: "telt niet mee", en: "does not count"),
        in: context
      ).asDetail(statuses.allSatisfy { $0 == nil }))
    return Table(title: rule, columns: columns)
  }
}
