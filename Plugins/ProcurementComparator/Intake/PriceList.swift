import WorkbenchKit

/// Bids as lists of prices: a tariff for each product, or product and bundle, brought to one price for each bidder and lot.
struct PriceList {
  private(set) var sheet = BidSheet()
  /// What each product adds.
  private(set) var table = Table(columns: [])
  private(set) var notices: [Notice] = []
  private(set) var ignored: [String] = []
  /// Of each bid in the sheet the rows of the table that it comes of.
  private(set) var rows: [[Int]] = []

  private struct Line {
    let row: Int
    let bidder: String
    let contest: Contest
    let product: String
    /// Empty where years are no column.
    let year: String
    let tariff: Double
    let quantity: Double
    let particulars: BidSheet.Particulars
  }

  private struct Item: Hashable {
    let contest: Contest
    let product: String
    let year: String
  }

  /// - Returns: nil for a table that is no list: without a product, and without quantities for its columns.
  /// - Throws: `pricelist.*`, `bid.price`.
  init?(_ table: Table, _ columns: BidColumns, terms: PriceListTerms) throws {
    let isWide = columns.product == nil && !terms.quantities.isEmpty
    guard isWide || columns.product != nil && columns.price != nil else { return nil }
    let lines = isWide ? try Self.wide(table, columns, terms) : try Self.long(table, columns, terms)
    let used =
      isWide
      ? columns.used
      : columns.used + [columns.product, columns.bundle, columns.quantity, columns.year].compactMap { $0 }
    ignored = table.columnNames.indices.filter { index in
      !used.contains(index) && !(isWide && terms.quantities[table.columnNames[index].lowercased()] != nil)
    }.map { table.columnNames[$0] }
    try BidSheet.demandNoneBelowNought(lines.map(\.tariff), lines.map { "\($0.bidder), \($0.product)" })
    let quantities = try Self.quantities(lines)
    try Self.demandOnce(lines)
    try total(lines, quantities, terms)
  }

  // MARK: Lines

  private static func text(_ table: Table, _ index: Int?, _ row: Int) -> String? {
    guard let index else { return nil }
    let value = table.columns[index][row]
    return value.isMissing || value.plain.isEmpty ? nil : value.plain
  }

  private static func particulars(_ table: Table, _ columns: BidColumns, _ row: Int) -> BidSheet.Particulars {
    .init(
      contest: Contest(process: text(table, columns.process, row), lot: text(table, columns.lot, row)),
      status: text(table, columns.status, row), currency: text(table, columns.currency, row)?.uppercased())
  }

  private static func long(_ table: Table, _ columns: BidColumns, _ terms: PriceListTerms) throws -> [Line] {
    try (0..<table.rowCount).compactMap { row in
      guard let bidder = text(table, columns.bidder, row) else { return nil }
      let name = text(table, columns.product, row) ?? "?"
      let bundle = text(table, columns.bundle, row)
      let product = bundle.map { "\(name), \($0)" } ?? name
      let known = terms.quantities[product.lowercased()] ?? terms.quantities[name.lowercased()]
      let own = columns.quantity.flatMap { table.columns[$0][row].number }
      guard let quantity = known ?? own else { throw lacking(product, hasColumn: columns.quantity != nil) }
      let particulars = particulars(table, columns, row)
      return Line(
        row: row, bidder: bidder, contest: particulars.contest, product: product,
        year: text(table, columns.year, row) ?? "",
        tariff: columns.price.flatMap { table.columns[$0][row].number } ?? .nan, quantity: quantity,
        particulars: particulars)
    }
  }

  private static func wide(_ table: Table, _ columns: BidColumns, _ terms: PriceListTerms) throws -> [Line] {
    let names = table.columnNames
    let products = try terms.quantities.keys.sorted().map { name -> Int in
      if let found = names.firstIndex(where: { $0.lowercased() == name }) { return found }
      throw Diagnostic(
        "column.unknown", Text(nl: "er is geen kolom '\(name)'", en: "there is no column '\(name)'"),
        wayOut: Text(
          nl: "er is: \(Text.list(names, atMost: 12).nl)", en: "there is: \(Text.list(names, atMost: 12).en)"),
        suggestion: NearestWord.best(name, among: names))
    }.sorted()
    return (0..<table.rowCount).flatMap { row -> [Line] in
      guard let bidder = text(table, columns.bidder, row) else { return [] }
      let particulars = particulars(table, columns, row)
      return products.map { column in
        Line(
          row: row, bidder: bidder, contest: particulars.contest, product: names[column], year: "",
          tariff: table.columns[column][row].number ?? .nan,
          quantity: terms.quantities[names[column].lowercased()] ?? .nan, particulars: particulars)
      }
    }
  }

  private static func lacking(_ product: String, hasColumn: Bool) -> Diagnostic {
    Diagnostic(
      "pricelist.quantity",
      Text(nl: "van '\(product)' is geen aantal bekend", en: "no quantity is known of '\(product)'"),
      wayOut: Text(
        nl: hasColumn
          ? "vul de kolom met aantallen, of typ --quantities '\(product)=1000'"
          : "geef een kolom 'aantal', of typ --quantities '\(product)=1000'",
        en: hasColumn
          ? "fill the column with quantities, or type --quantities '\(product)=1000'"
          : "give a column 'quantity', or type --quantities '\(product)=1000'"),
      suggestion: "--quantities")
  }

  // MARK: Checks

  /// Of everything that is asked, how many: the same for each bidder.
  private static func quantities(_ lines: [Line]) throws -> [Item: Double] {
    var found: [Item: Double] = [:]
    for line in lines {
      let item = Item(contest: line.contest, product: line.product, year: line.year)
      guard let known = found[item], known != line.quantity else {
        found[item] = line.quantity
        continue
      }
      let (one, other) = (NumberText.shortest(known), NumberText.shortest(line.quantity))
      throw Diagnostic(
        "pricelist.quantity",
        Text(
          nl: "'\(line.bidder)' rekent voor '\(line.product)' met \(other) en een ander met \(one)",
          en: "'\(line.bidder)' counts \(other) of '\(line.product)' and another \(one)"),
        wayOut: Text(
          nl: "zo zijn prijzen niet te vergelijken; zeg het aantal met --quantities '\(line.product)=\(one)'",
          en: "prices cannot be compared like that; say the quantity with --quantities '\(line.product)=\(one)'"),
        suggestion: "--quantities")
    }
    return found
  }

  private static func demandOnce(_ lines: [Line]) throws {
    var seen: Set<[String]> = []
    for line in lines {
      let key = [line.bidder, line.contest.process ?? "", line.contest.lot ?? "", line.product, line.year]
      if seen.insert(key).inserted { continue }
      throw Diagnostic(
        "pricelist.twice",
        Text(
          nl: "'\(line.bidder)' heeft twee tarieven voor '\(line.product)'",
          en: "'\(line.bidder)' has two tariffs for '\(line.product)'"),
        wayOut: Text(
          nl: "een perceel, bundel of jaar staat in een eigen kolom: perceel, bundel, jaar",
          en: "a lot, bundle or year has a column of its own: lot, bundle, year"))
    }
  }

  // MARK: The sum

  private mutating func total(_ lines: [Line], _ quantities: [Item: Double], _ terms: PriceListTerms) throws {
    let named = Set(lines.map(\.year)).filter { !$0.isEmpty }.sorted { ($0.count, $0) < ($1.count, $1) }
    let count =
      named.isEmpty
      ? (terms.years ?? 1) + terms.optionYears
      : min(named.count, terms.years.map { $0 + terms.optionYears } ?? named.count)
    let factors = try terms.factors(count)
    let counted = Set(named.prefix(count))
    let byYear = Dictionary(zip(named, factors), uniquingKeysWith: { first, _ in first })
    let whole = factors.reduce(0, +)
    func times(_ year: String) -> Double { named.isEmpty ? whole : counted.contains(year) ? byYear[year] ?? 0 : 0 }

    struct Bidding: Hashable {
      let bidder: String
      let contest: Contest
    }
    let groups = Dictionary(grouping: lines) { Bidding(bidder: $0.bidder, contest: $0.contest) }
    var order: [Bidding] = []
    for line in lines {
      let bidding = Bidding(bidder: line.bidder, contest: line.contest)
      if groups[bidding]?.first.map({ $0.product == line.product && $0.year == line.year }) == true {
        order.append(bidding)
      }
    }
    var incomplete: [String] = []
    for bidding in order {
      let own = groups[bidding] ?? []
      let asked = quantities.keys.filter { $0.contest == bidding.contest && times($0.year) > 0 }
      let priced = Set(
        own.filter { !$0.tariff.isNaN }.map { Item(contest: $0.contest, product: $0.product, year: $0.year) })
      let lacking = asked.filter { !priced.contains($0) }.map(\.product).sorted()
      let sum = own.reduce(0) { times($1.year) > 0 ? $0 + $1.tariff * $1.quantity * times($1.year) : $0 }
      rows.append(own.map(\.row))
      sheet.bidders.append(bidding.bidder)
      sheet.prices.append(lacking.isEmpty ? sum : .nan)
      sheet.particulars.append(own.first?.particulars ?? .init())
      if !lacking.isEmpty { incomplete.append("\(bidding.bidder) (\(lacking[0]))") }
    }
    notices.append(
      Notice(.info, terms.told(years: count, products: Set(quantities.keys.map(\.product)).count, sum: whole)))
    if named.count > count {
      let left = Text.list(named.dropFirst(count).map { $0 })
      notices.append(Notice(.caution, Text(nl: "niet meegeteld: jaar \(left.nl)", en: "not counted: year \(left.en)")))
    }
    if !incomplete.isEmpty {
      let who = Text.list(incomplete)
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "zonder tarief voor alles wat gevraagd is, en dus zonder prijs: \(who.nl)",
            en: "without a tariff for all that is asked, and therefore without a price: \(who.en)")))
    }
    table = Self.table(lines, times: times)
  }

  private static func table(_ lines: [Line], times: (String) -> Double) -> Table {
    var columns: [Column] = [
      .texts("bidder", lines.map(\.bidder), label: Text(nl: "bieder", en: "bidder")),
      .texts("product", lines.map(\.product), label: .verbatim("product")),
      .numbers(
        "tariff", lines.map(\.tariff), label: Text(nl: "tarief", en: "tariff"), unit: .euro, format: .decimals(2)),
      .numbers("quantity", lines.map(\.quantity), label: Text(nl: "aantal", en: "quantity")),
      .numbers("times", lines.map { times($0.year) }, label: Text(nl: "keer", en: "times"), format: .decimals(4)),
      .numbers(
        "sum", lines.map { $0.tariff * $0.quantity * times($0.year) }, label: Text(nl: "samen", en: "sum"), unit: .euro,
        format: .decimals(2)),
    ]
    if lines.contains(where: { $0.contest.lot != nil }) {
      columns.insert(.texts("lot", lines.map(\.contest.lot), label: Text(nl: "perceel", en: "lot")), at: 1)
    }
    if lines.contains(where: { !$0.year.isEmpty }) {
      columns.insert(.texts("year", lines.map(\.year), label: Text(nl: "jaar", en: "year")), at: 2)
    }
    return Table(title: Text(nl: "Opbouw van de prijzen", en: "How the prices come about"), columns: columns)
  }
}
