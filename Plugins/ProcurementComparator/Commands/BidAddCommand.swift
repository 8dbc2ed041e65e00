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
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid add",
      aliases: ["bid erbij"],
      summary: Text(nl: "voeg een bieding toe", en: "add a bid"),
      changesWorkspace: true,
      examples: [
        .init(
          "bid add 'Zorg Noord' --price 95000 --quality 0.8", Text(nl: "prijs en kwaliteit", en: "price and quality")),
        .init(
          "bid add 'Zorg West' --price 95000 plan=0.7 team=0.9",
          Text(nl: "kwaliteit per criterium", en: "quality by criterion")),
        .init(
          "bid add 'Zorg Zuid' --price 95000 --quality 8",
          Text(nl: "punten in plaats van een aandeel", en: "points instead of a share"),
          failsWith: "bid.quality"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = (try context.workspace.table(BidSheet.table)).map(BidSheet.init(kept:)) ?? BidSheet()
    let bidder = given.bidder
    if sheet.bidders.contains(bidder) {
      throw Diagnostic(
        "bid.taken", Text(nl: "'\(bidder)' heeft al een bieding", en: "'\(bidder)' has a bid already"),
        wayOut: Text(nl: "'bid score' verandert haar kwaliteit", en: "'bid score' changes its quality"),
        place: given.place(of: \.bidder))
    }
    let overall = given.quality.map { Pair(key: "quality", value: $0, place: given.place(of: \.quality)) }
    let values = try BidScoreCommand.values(given.scores + [overall].compactMap { $0 }, Tender(context.workspace))
    sheet.set(bidder, price: given.price, values: values)
    sheet.store(in: context.workspace)
    return Output(sheet.asTable(title: Text(nl: "Biedingen", en: "Bids")))
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
          nl: "er is: \(Shown.list(sheet.bidders, atMost: 10).nl)",
          en: "there is: \(Shown.list(sheet.bidders, atMost: 10).en)"),
        suggestion: NearestWord.best(bidder, among: sheet.bidders), place: given.place(of: \.bidder))
    }
    sheet.set(bidder, price: nil, values: try Self.values(given.scores, Tender(context.workspace)))
    sheet.store(in: context.workspace)
    return Output(sheet.asTable(title: Text(nl: "Biedingen", en: "Bids")))
  }

  /// The quality that is given, by criterion: shares, or words of the tender's scale.
  static func values(_ given: [Pair<Value>], _ tender: Tender) throws -> [String: Double] {
    var values: [String: Double] = [:]
    let words = tender.scale.sorted { $0.value > $1.value }.map(\.key)
    for item in given {
      if let word = item.value.text, TypedValue.number(word) == nil {
        guard let share = tender.scale.first(where: { $0.key.lowercased() == word.lowercased() })?.value else {
          throw Diagnostic(
            "bid.quality",
            Text(
              nl: "'\(word)' is geen kwaliteit van 0 tot en met 1 en geen woord van de schaal",
              en: "'\(word)' is no quality of 0 through 1 and no word of the scale"),
            wayOut: words.isEmpty
              ? Text(nl: "leg een schaal vast met 'bid new --scale'", en: "state a scale with 'bid new --scale'")
              : Text(
                nl: "de schaal: \(Shown.list(words, atMost: 9).nl)", en: "the scale: \(Shown.list(words, atMost: 9).en)"
              ),
            suggestion: NearestWord.best(word, among: words), place: item.place)
        }
        values[item.key] = share
      } else {
        values[item.key] = try TenderParameters.share(
          item.value.text.flatMap(TypedValue.number) ?? item.value, of: item.key, at: item.place)
      }
    }
    return values
  }
}
