import WorkbenchKit

/// `bid import`: reads bids, or awards, from a file.
struct BidImportCommand: Command {
  struct Arguments: Sendable {
    let file = Argument("file", .table, about: Text(nl: "bestand, tabel of $naam", en: "file, table or $name"))
    let outOf = Argument(
      flag: "out-of", .number(1e-9...1e9), default: "1",
      about: Text(
        nl: "het hoogste aantal punten, als kwaliteit in punten staat", en: "the most points, if quality is in points"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid import",
      aliases: ["bid inlezen"],
      summary: Text(
        nl: "lees biedingen in uit CSV, JSON of OCDS, of gunningen uit TED",
        en: "read bids from CSV, JSON or OCDS, or awards from TED"),
      details: Text(
        nl: """
          CSV: bidder,price,quality met kwaliteit van 0 tot en met 1, of een kolom per criterium. Woorden gaan met de schaal \
          van 'bid new --scale' naar kwaliteit. Wat er al was wordt vervangen. Gunningen komen in de tabel procure.awards.
          """,
        en: """
          CSV: bidder,price,quality with quality of 0 through 1, or a column for each criterion. Words become quality by the \
          scale of 'bid new --scale'. What was there is replaced. Awards go into the table procure.awards.
          """),
      changesWorkspace: true,
      examples: [
        .init("bid import bids.csv", Text(nl: "drie biedingen", en: "three bids")),
        .init(
          "bid import kwb_wilgendal_2024.csv", Text(nl: "een tabel van iets anders", en: "a table of something else"),
          failsWith: "bid.columns"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let tender = try Tender(context.workspace)
    let intake = BidIntake(
      context: context, protection: given.guarding.guarding(in: context), marks: try given.numbers.marks(),
      scale: Dictionary(tender.scale.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }),
      outOf: given.outOf)
    let taken = try intake.take(given.file)
    var blocks: [Block] = []
    if taken.sheet.count > 0 {
      taken.sheet.store(in: context.workspace)
      if let found = taken.tender { Self.merge(found, into: tender).store(in: context.workspace) }
      let signs = PriceSigns(taken.sheet.prices, limit: 0)
      var facts = Facts(isDetail: true)
      facts.add("bids", taken.sheet.count, label: Text(nl: "biedingen", en: "bids"))
      facts.add("criteria", taken.sheet.criteria.count, label: Text(nl: "criteria", en: "criteria"))
      facts.add("placeholders", signs.placeholders.count, label: Text(nl: "invulwaarden", en: "placeholders"))
      blocks.append(.paragraph(BidSheet.counted(taken.sheet.count) + Text(nl: " ingelezen", en: " read")))
      if taken.sheet.count <= 50 { blocks.append(.table(taken.sheet.asTable())) }
      blocks.append(.facts(facts))
    }
    if let awards = taken.awards {
      context.workspace.setTable("procure.awards", to: awards)
      blocks.append(.table(awards))
    }
    return Output(blocks + taken.blocks + tender.notices)
  }

  /// The weights of the release, unless the documents said others before.
  private static func merge(_ found: Tender, into tender: Tender) -> Tender {
    if tender == Tender() { return found }
    var copy = tender
    if copy.weights.items.isEmpty { copy.weights.items = found.weights.items }
    return copy
  }
}
