import WorkbenchKit

/// Which column of a table of bids holds what, by the words of its name.
struct BidColumns {
  private(set) var bidder: Int
  private(set) var price: Int?
  private(set) var lot: Int?
  private(set) var process: Int?
  private(set) var status: Int?
  private(set) var currency: Int?
  private(set) var product: Int?
  private(set) var bundle: Int?
  private(set) var quantity: Int?
  private(set) var year: Int?

  private static let bidders = [
    "bidder", "bieder", "inschrijver", "aanbieder", "leverancier", "zorgaanbieder", "opdrachtnemer", "gegadigde",
    "supplier",
    "tenderer", "provider", "contractor", "name", "naam",
  ]
  /// Prices of the whole, then prices of a unit.
  private static let prices = [
    [
      "price", "prijs", "inschrijfsom", "inschrijvingssom", "inschrijfprijs", "inschrijvingsprijs", "aanneemsom",
      "aanneemsommen", "offerteprijs", "offertebedrag", "totaalprijs", "totaalbedrag", "bod", "bedrag", "amount", "bid",
    ],
    ["tarief", "tariff", "uurtarief", "eenheidsprijs", "stukprijs", "dagtarief", "fee", "rate", "total", "totaal"],
  ]
  /// Words that make of a price something that is none.
  private static let unpriced = [
    "score", "scores", "punt", "punten", "points", "gewicht", "weging", "weight", "kwaliteit", "quality", "rang",
    "rank",
    "plafond", "ceiling", "raming", "geraamd", "estimated", "index",
  ]
  private static let lots = ["lot", "perceel", "kavel", "lotnummer", "perceelnummer"]
  private static let processes = ["process", "procedure", "ocid"]
  private static let currencies = ["currency", "valuta", "munt", "muntsoort"]
  private static let products = ["product", "dienst", "artikel", "productcode", "service", "item", "prestatie"]
  private static let bundles = ["bundle", "bundel", "pakket", "arrangement"]
  private static let quantities = ["quantity", "aantal", "hoeveelheid", "volume", "afname", "uren", "aantallen"]
  private static let years = ["year", "jaar", "contractjaar"]

  /// - Parameters:
  ///   - names: of the columns.
  ///   - chosen: the column that the line says is the price.
  ///   - file: what the table is called.
  /// - Throws: `bid.columns`, `bid.prices` where several could be the price.
  init(_ names: [String], price chosen: String?, in file: String) throws {
    guard let bidder = Self.first(Self.bidders, names) else { throw Self.lacking(names, in: file) }
    self.bidder = bidder
    lot = Self.only(Self.lots, names)
    process = Self.only(Self.processes, names)
    status = Self.only(["status"], names)
    currency = Self.only(Self.currencies, names)
    product = Self.first(Self.products, names, except: [bidder])
    bundle = Self.first(Self.bundles, names, except: [bidder, product])
    quantity = Self.first(Self.quantities, names, except: [bidder, product])
    year = Self.only(Self.years, names)
    price =
      try chosen.map { try Self.column($0, names, in: file) } ?? Self.price(names, except: [bidder, product, bundle])
  }

  /// All but what may be a criterion.
  var used: [Int] { [bidder, price, lot, process, status, currency].compactMap { $0 } }

  /// Whether a name is that of a price.
  static func isPrice(_ name: String) -> Bool {
    let words = words(name)
    return prices.joined().contains { words.contains($0) } && !unpriced.contains { words.contains($0) }
  }

  /// Whether a name is that of a price of the whole, which nobody writes with three decimals.
  static func isWholePrice(_ name: String) -> Bool { isPrice(name) && prices[0].contains { words(name).contains($0) } }

  /// Whether a name is that of who bids.
  static func isBidder(_ name: String) -> Bool { bidders.contains { words(name).contains($0) } }

  private static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// The column whose whole name is the first of these words; else one whose name has the word among others.
  private static func first(_ meant: [String], _ names: [String], except: [Int?] = []) -> Int? {
    let open = names.indices.filter { !except.contains($0) }
    for word in meant {
      if let found = open.first(where: { words(names[$0]) == [word] }) { return found }
    }
    for word in meant {
      if let found = open.first(where: { words(names[$0]).contains(word) && !isPrice(names[$0]) }) { return found }
    }
    return nil
  }

  /// The column whose whole name is one of these words.
  private static func only(_ meant: [String], _ names: [String]) -> Int? {
    names.indices.first { index in meant.contains { words(names[index]) == [$0] } }
  }

  private static func price(_ names: [String], except: [Int?]) throws -> Int? {
    let open = names.indices.filter { !except.contains($0) && isPrice(names[$0]) }
    for meant in prices {
      let exact = open.filter { words(names[$0]).count == 1 && meant.contains(words(names[$0])[0]) }
      let near = exact.isEmpty ? open.filter { index in meant.contains { words(names[index]).contains($0) } } : exact
      if near.count == 1 { return near[0] }
      if near.count > 1 {
        let listed = Text.quoted(near.map { names[$0] })
        throw Diagnostic(
          "bid.prices",
          Text(
            nl: "meer dan één kolom kan de prijs zijn: \(listed.nl)",
            en: "more than one column can be the price: \(listed.en)"),
          wayOut: Text(
            nl: "zeg welke: --price '\(names[near[0]])'", en: "say which: --price '\(names[near[0]])'"),
          suggestion: "--price")
      }
    }
    return nil
  }

  private static func column(_ chosen: String, _ names: [String], in file: String) throws -> Int {
    if let found = names.firstIndex(where: { $0.lowercased() == chosen.lowercased() }) { return found }
    throw Diagnostic(
      "column.unknown",
      Text(nl: "'\(file)' heeft geen kolom '\(chosen)'", en: "'\(file)' has no column '\(chosen)'"),
      wayOut: Text(nl: "er is: \(Text.list(names, atMost: 12).nl)", en: "there is: \(Text.list(names, atMost: 12).en)"),
      suggestion: NearestWord.best(chosen, among: names))
  }

  /// What is said of a table in which nobody bids a price.
  static func lacking(_ names: [String], in file: String) -> Diagnostic {
    let found = Text.list(names, atMost: 8)
    return Diagnostic(
      "bid.columns",
      Text(
        nl: "'\(file)' heeft geen kolommen 'bidder' en 'price'", en: "'\(file)' has no columns 'bidder' and 'price'"),
      wayOut: Text(
        nl: """
          nodig: bidder (of inschrijver, aanbieder), price (of prijs, inschrijfsom, tarief) en quality of een kolom per \
          criterium\(names.isEmpty ? "" : "; er is: \(found.nl)")
          """,
        en: """
          needed: bidder (or supplier, tenderer), price (or amount, tariff) and quality or a column for each \
          criterion\(names.isEmpty ? "" : "; there is: \(found.en)")
          """))
  }
}
