import WorkbenchKit

/// `bid add`: adds one bid.
struct BidAddCommand: Command {
  struct Arguments: Sendable {
    let bidder = Argument("bidder", .words, about: Text(nl: "wie biedt", en: "who bids"))
    let price = Argument(
      requiredFlag: "price", .number(0...1e15, unit: .euro), about: Text(nl: "de prijs", en: "the price"))
    let quality = Argument(
      flag: "quality", .value,
      about: Text(nl: "0 tot en met 1, of een woord van de schaal", en: "0 through 1, or a word of the scale"))
    let scores = Argument(
      list: "scores", .pair(.value), required: false,
      about: Text(nl: "kwaliteit per criterium: plan=0.8", en: "quality by criterion: plan=0.8"))
    let lot = Argument(flag: "lot", .words, about: Text(nl: "op welk perceel", en: "for which lot"))
    let currency = Argument(
      flag: "currency", .words,
      about: Text(nl: "munt van de prijs, als dat geen euro is", en: "currency of the price, if not euros"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid add",
      aliases: ["bid erbij"],
      summary: Text(nl: "voeg een bieding toe", en: "add a bid"),
      changesWorkspace: true,
      next: [
        FollowUp("bid rank", Text(nl: "de volgorde tot nu toe", en: "the ranking so far"))
      ],
      examples: [
        .init(
          "bid add 'Zorg Noord' --price 95000 --quality 0.8", Text(nl: "prijs en kwaliteit", en: "price and quality")),
        .init(
          "bid add 'Zorg West' --price 95000 plan=0.7 team=0.9",
          Text(nl: "kwaliteit per criterium", en: "quality by criterion")),
        .init(
          "bid add 'Zorg Zuid' --price 95000 --quality 8",
          Text(nl: "punten in plaats van een aandeel", en: "points instead of a share"), failsWith: "bid.quality"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.workspace.table(BidSheet.table).map(BidSheet.init(kept:)) ?? BidSheet()
    let bidder = given.bidder
    let lot = given.lot
    if sheet.bidders.indices.contains(where: {
      sheet.bidders[$0] == bidder && (lot == nil || sheet.particulars[$0].contest.lot == lot)
    }) {
      throw Diagnostic(
        "bid.taken", Text(nl: "'\(bidder)' heeft al een bieding", en: "'\(bidder)' has a bid already"),
        wayOut: Text(nl: "'bid score' verandert haar kwaliteit", en: "'bid score' changes its quality"),
        place: given.place(of: \.bidder))
    }
    let tender = try Tender(context.workspace)
    let overall = given.quality.map { Pair(key: "quality", value: $0, place: given.place(of: \.quality)) }
    let values = try TypedQuality.qualities(
      given.scores + [overall].compactMap { $0 }, scale: QualityScale(tender.scale))
    try sheet.set(bidder, lot: lot, price: given.price, values: values)
    if let currency = given.currency { sheet.particulars[sheet.count - 1].currency = currency.uppercased() }
    sheet.store(in: context.workspace)
    return Output([.table(sheet.asTable(title: Text(nl: "Biedingen", en: "Bids")))] + tender.notices)
  }
}

/// `bid score`: gives a bid its quality.
struct BidScoreCommand: Command {
  struct Arguments: Sendable {
    let bidder = Argument("bidder", .name.offering(BidSheet.bidders), about: Text(nl: "welke bieding", en: "which bid"))
    let scores = Argument(
      list: "scores", .pair(.value),
      about: Text(
        nl: "kwaliteit per criterium: plan=0.8 of plan=goed", en: "quality by criterion: plan=0.8 or plan=good"))
    let lots = LotArgument()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid score",
      aliases: ["bid beoordeel"],
      summary: Text(nl: "geef een bieding haar kwaliteit", en: "give a bid its quality"),
      changesWorkspace: true,
      examples: [
        .init("bid score Noord quality=0.7", Text(nl: "één cijfer", en: "one figure")),
        .init(
          "bid score Oost quality=0.7", Text(nl: "wie niet geboden heeft", en: "who did not bid"),
          failsWith: "bidder.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try BidSheet(context.workspace, at: given.place)
    let bidder = given.bidder
    guard sheet.bidders.contains(bidder) else {
      throw Diagnostic(
        "bidder.unknown", Text(nl: "'\(bidder)' heeft niet geboden", en: "'\(bidder)' has not bid"),
        wayOut: Text(
          nl: "er is: \(Text.list(sheet.bidders, atMost: 10).nl)",
          en: "there is: \(Text.list(sheet.bidders, atMost: 10).en)"),
        suggestion: NearestWord.best(bidder, among: sheet.bidders), place: given.place(of: \.bidder))
    }
    let tender = try Tender(context.workspace)
    _ = try given.lots.parts(of: sheet)
    let values = try TypedQuality.qualities(given.scores, scale: QualityScale(tender.scale))
    try given.lots.checking(\.lot) { try sheet.set(bidder, lot: $0, price: nil, values: values) }
    sheet.store(in: context.workspace)
    return Output([.table(sheet.asTable(title: Text(nl: "Biedingen", en: "Bids")))] + tender.notices)
  }
}
