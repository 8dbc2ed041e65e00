import WorkbenchKit

/// The table of bids in their order.
enum RankTable {
  static func table(_ award: Award, _ rule: Text, _ context: Context) -> Table {
    let ranking = award.ranking
    let rows = ranking.order + award.bids.indices.filter { ranking.exclusions[$0] != nil }
    let formula = award.rule.formula
    // A bid without quality costs infinitely much for each point of it: last, and no number.
    let scores = rows.map { ranking.figures[$0].isFinite ? ranking.figures[$0] * (award.points ?? 1) : .nan }
    var columns: [Column] = [
      .texts("bidder", rows.map { award.bids[$0].bidder }, label: Text(nl: "bieder", en: "bidder"))
    ]
    columns += prices(award, rows)
    columns.append(
      .numbers("quality", rows.map { award.bids[$0].quality }, label: Text(nl: "kwaliteit", en: "quality")))
    let isFictitious = formula.name == "value"
    if isFictitious {
      columns.append(
        .numbers("fictitious_price", scores, label: Text(nl: "fictieve prijs", en: "fictitious price"), unit: .euro))
    }
    let format: Column.Format = formula.isInEuros || award.points != nil ? .automatic : .decimals(4)
    columns.append(
      .numbers(
        "score", scores, label: award.points == nil ? .verbatim("score") : Text(nl: "punten", en: "points"),
        format: format
      )
      .asDetail(isFictitious))
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
    if let lot = award.contest.lot {
      columns.append(.texts("lot", rows.map { _ in lot }, label: Text(nl: "perceel", en: "lot")).asDetail())
    }
    if let process = award.contest.process {
      columns.append(
        .texts("process", rows.map { _ in process }, label: Text(nl: "procedure", en: "process")).asDetail())
    }
    return Table(title: award.contest.name.map { $0 + .verbatim(": ") + rule } ?? rule, columns: columns)
  }

  /// The prices as they are ranked, and as they were given where that is in another currency.
  private static func prices(_ award: Award, _ rows: [Int]) -> [Column] {
    let currencies = award.currencies
    let label =
      currencies.isEuro
      ? Text(nl: "prijs", en: "price")
      : Text(nl: "prijs (\(currencies.currency ?? ""))", en: "price (\(currencies.currency ?? ""))")
    var columns = [
      Column.numbers("price", rows.map { award.bids[$0].price }, label: label, unit: currencies.isEuro ? .euro : nil)
    ]
    if !currencies.rates.isEmpty {
      columns.append(
        .numbers("price_given", rows.map { award.sheet.prices[$0] }, label: Text(nl: "geboden", en: "as bid")))
      columns.append(
        .texts(
          "currency", rows.map { award.sheet.particulars[$0].currency ?? ExchangeRate.euro },
          label: Text(nl: "valuta", en: "currency")))
    }
    return columns
  }
}
