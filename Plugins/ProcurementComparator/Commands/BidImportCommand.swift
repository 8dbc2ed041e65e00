import WorkbenchKit

/// `bid import`: reads bids, or awards, from a file.
struct BidImportCommand: Command {
  struct Arguments: Sendable {
    let file = Argument("file", .table, about: Text(nl: "bestand, tabel of $naam", en: "file, table or $name"))
    let outOf = Argument(
      flags: "out-of", .amounts(1e-9...1e9),
      about: Text(
        nl: "het hoogste aantal punten, als kwaliteit in punten staat; ook per criterium: plan=60,team=40",
        en: "the most points, if quality is in points; also by criterion: plan=60,team=40"))
    let price = Argument(
      flag: "price", .name, about: Text(nl: "welke kolom de prijs is", en: "which column is the price"))
    let counts = Argument(
      flags: "counts", .words,
      about: Text(
        nl: "statussen die naast 'valid' meetellen, zoals pending",
        en: "statuses that count beside 'valid', such as pending"))
    let quantities = Argument(
      flags: "quantities", .pair(.number(0...1e15)),
      about: Text(
        nl: "aantallen bij een prijslijst: HH1=1000,HH2=400", en: "quantities with a list of prices: HH1=1000,HH2=400"))
    let years = Argument(
      flag: "years", .integer(1...99), about: Text(nl: "vaste jaren van de prijslijst", en: "fixed years of the list"))
    let options = Argument(
      flag: "option-years", .integer(0...99), default: "0",
      about: Text(nl: "optiejaren die meetellen", en: "option years that count"))
    let index = Argument(
      flags: "index", TypedShare.kind(of: "index", within: -0.5...1),
      about: Text(
        nl: "hoe tarieven elk jaar stijgen: 3%, of een per jaar na het eerste: 3%,2%",
        en: "how tariffs rise each year: 3%, or one for each year after the first: 3%,2%"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid import",
      aliases: ["bid inlezen"],
      summary: Text(
        nl: "lees biedingen in uit CSV, prijslijsten, JSON, OCDS of eForms, of gunningen uit TED",
        en: "read bids from CSV, lists of prices, JSON, OCDS or eForms, or awards from TED"),
      details: Text(
        nl: """
          CSV: bidder,price,quality met kwaliteit van 0 tot en met 1, of een kolom per criterium; ook inschrijver, aanbieder, \
          inschrijfsom, tarief, perceel, valuta en status. Prijslijst: bidder,product,tarief,aantal, met bundel, perceel en jaar. \
          OCDS en eForms: per perceel, per id het laatste; alleen geldige biedingen tellen mee. Woorden en cijfers van 'bid new \
          --scale' worden kwaliteit. Wat er al was wordt vervangen. Gunningen komen in procure.awards.
          """,
        en: """
          CSV: bidder,price,quality with quality of 0 through 1, or a column for each criterion; also supplier, tenderer, \
          amount, tariff, lot, currency and status. List of prices: bidder,product,tariff,quantity, with bundle, lot and year. \
          OCDS and eForms: by lot, by id the latest; only valid bids count. Words and digits of 'bid new --scale' become \
          quality. What was there is replaced. Awards go into procure.awards.
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
    var intake = BidIntake(
      context: context, protection: given.guarding.guarding(in: context), marks: try given.numbers.marks(),
      scale: QualityScale(tender.scale), fullMarks: Self.fullMarks(given.outOf, tender))
    intake.price = given.price
    intake.criteria.formUnion(
      (tender.weights.items.map(\.name) + given.outOf.compactMap(\.name)).filter { $0 != "price" }.map {
        $0.lowercased()
      })
    intake.counts = Set(given.counts.map { $0.lowercased() })
    intake.terms = PriceListTerms(
      quantities: Dictionary(
        given.quantities.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { _, last in last }),
      years: given.years, optionYears: given.options, rises: given.index)
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
      if let prices = taken.prices { blocks.append(.table(prices)) }
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

  /// Full marks as the line gives them, else the most points of the tender.
  private static func fullMarks(_ given: [NamedAmount], _ tender: Tender) -> FullMarks {
    var marks = FullMarks()
    for amount in given {
      if let name = amount.name { marks.named[name.lowercased()] = amount.amount } else { marks.whole = amount.amount }
    }
    guard given.isEmpty, tender.arePoints else { return marks }
    marks.isTenders = true
    for weight in tender.weights.items where weight.name != "price" && weight.value > 0 {
      marks.named[weight.name.lowercased()] = weight.value
    }
    return marks
  }
}
