import WorkbenchKit

/// The bids as they came in: a price and one or more criteria of quality each. It stands in the workspace as the table
/// `procure.bids`, with the columns `bidder`, `price`, and one for each criterion (a share, below nought for a malus); where they
/// are known also `lot`, `process`, `status` and `currency`.
struct BidSheet: Sendable {
  static let table = "procure.bids"

  /// What is known of a bid besides.
  struct Particulars: Sendable, Hashable {
    var contest = Contest.whole
    /// As it was given; nil where nothing was said.
    var status: String?
    /// A code such as EUR; nil where nothing was said.
    var currency: String?
  }

  var bidders: [String] = []
  /// In euros, unless another currency is named; NaN where missing.
  var prices: [Double] = []
  /// `quality`, or the names of the criteria.
  var criteria: [String] = []
  /// By criterion, by bid; NaN where missing.
  var scores: [[Double]] = []
  /// By bid.
  var particulars: [Particulars] = []
  /// Columns that somebody put beside them and that are no criteria; they are kept.
  private var others: [Column] = []

  /// By which a table of bids that was made here is known.
  static let bidderLabel = Text(nl: "bieder", en: "bidder")

  var count: Int { bidders.count }

  init() {}

  /// Reads what stands in the workspace.
  ///
  /// - Throws: `bid.none` where there are none.
  init(_ workspace: WorkspaceHandle, at place: Place?) throws {
    guard let table = try workspace.table(Self.table), table.rowCount > 0 else {
      throw Diagnostic(
        "bid.none", Text(nl: "er zijn geen biedingen", en: "there are no bids"),
        wayOut: Text(
          nl: "lees ze in met 'bid import BESTAND', of voeg ze toe met 'bid add NAAM --price N --quality N'",
          en: "read them with 'bid import FILE', or add them with 'bid add NAME --price N --quality N'"),
        suggestion: "bid import", place: place)
    }
    try self.init(kept: table)
  }

  /// Reads the table that this type itself made.
  ///
  /// - Throws: `column.unknown`, `column.type` where somebody changed it so that it holds no bids.
  init(kept table: Table) throws {
    let bidders = try table.require("bidder", at: nil)
    self.bidders = (0..<table.rowCount).map { bidders[$0].plain }
    prices = try table.require("price", at: nil).requireNumbers(for: "price", at: nil)
    particulars = self.bidders.map { _ in Particulars() }
    for column in table.columns where !["bidder", "price"].contains(column.name) {
      if let kept = Self.known.first(where: { $0.name == column.name }), let texts = column.texts {
        for row in texts.indices { particulars[row][keyPath: kept.path] = texts[row] }
      } else if let numbers = column.numbers {
        criteria.append(column.name)
        scores.append(numbers)
      } else {
        others.append(column)
      }
    }
  }

  private typealias KnownColumn = (name: String, path: WritableKeyPath<Particulars, String?>, label: Text)

  private static var known: [KnownColumn] {
    [
      ("process", \.contest.process, Text(nl: "procedure", en: "process")),
      ("lot", \.contest.lot, Text(nl: "perceel", en: "lot")), ("status", \.status, .verbatim("status")),
      ("currency", \.currency, Text(nl: "valuta", en: "currency")),
    ]
  }

  /// The columns of words that are known beside bidder and price.
  static var wordColumns: [String] { known.map(\.name) }

  /// Returns what a bid has in these columns.
  func words(of bid: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: Self.known.compactMap { kept in particulars[bid][keyPath: kept.path].map { (kept.name, $0) }
      })
  }

  func asTable(title: Text? = nil) -> Table {
    let known = Self.known.filter { kept in particulars.contains { $0[keyPath: kept.path] != nil } }.map { kept in
      Column.texts(kept.name, particulars.map { $0[keyPath: kept.path] }, label: kept.label)
    }
    let isForeign = particulars.contains { ($0.currency ?? ExchangeRate.euro) != ExchangeRate.euro }
    return Table(
      title: title,
      columns: [
        .texts("bidder", bidders, label: Self.bidderLabel),
        .numbers("price", prices, label: Text(nl: "prijs", en: "price"), unit: isForeign ? nil : .euro),
      ]
        + zip(criteria, scores).map { name, values in
          .numbers(name, values, label: name == "quality" ? Text(nl: "kwaliteit", en: "quality") : nil)
        } + known + others)
  }

  /// The bidders there are, for completion.
  static let bidders: @Sendable (Context) -> [Candidate] = { context in
    let table = (try? context.workspace.table(BidSheet.table)) ?? nil
    return (table?.column("bidder")?.texts ?? []).prefix(1000).compactMap { $0.map { Candidate($0) } }
  }

  /// A number of bids in words.
  static func counted(_ count: Int) -> Text {
    .counted(count, Text(nl: "bieding", en: "bid"), Text(nl: "biedingen", en: "bids"))
  }

  func store(in workspace: WorkspaceHandle) { workspace.setTable(Self.table, to: count == 0 ? nil : asTable()) }

  /// - Throws: `bid.price` for a price below nought.
  static func demandNoneBelowNought(_ prices: [Double], _ names: [String]) throws {
    guard let row = prices.firstIndex(where: { $0 < 0 }) else { return }
    throw Diagnostic(
      "bid.price",
      Text(
        nl: "de prijs van '\(names[row])' is negatief: \(NumberText.shortest(prices[row]))",
        en: "the price of '\(names[row])' is negative: \(NumberText.shortest(prices[row]))"))
  }

  // MARK: Contests

  /// What there are bids for, in the order in which they came.
  var contests: [Contest] {
    var seen: Set<Contest> = []
    return particulars.map(\.contest).filter { seen.insert($0).inserted }
  }

  /// Returns the bids for one of these.
  func bids(for contest: Contest) -> BidSheet {
    let rows = particulars.indices.filter { particulars[$0].contest == contest }
    var part = self
    part.bidders = rows.map { bidders[$0] }
    part.prices = rows.map { prices[$0] }
    part.scores = scores.map { values in rows.map { values[$0] } }
    part.particulars = rows.map { particulars[$0] }
    part.others = others.map { $0.rows(rows) }
    return part
  }

  /// Returns which row is the bid of a bidder.
  ///
  /// - Parameter lot: may be left out where the bidder has one bid.
  /// - Throws: `bid.lot` where the bidder has several.
  func row(of bidder: String, lot: String?) throws -> Int? {
    let rows = bidders.indices.filter { bidders[$0] == bidder && (lot == nil || particulars[$0].contest.lot == lot) }
    guard rows.count > 1 else { return rows.first }
    let lots = Text.list(rows.map { particulars[$0].contest.lot ?? "-" }, atMost: 8)
    throw Diagnostic(
      "bid.lot",
      Text(nl: "'\(bidder)' bood op \(rows.count) percelen", en: "'\(bidder)' bid for \(rows.count) lots"),
      wayOut: Text(nl: "zeg welk met --lot: \(lots.nl)", en: "say which with --lot: \(lots.en)"), suggestion: "--lot")
  }

  /// Adds a bid, or puts it in the place of that of the same bidder.
  ///
  /// - Parameter values: by criterion; one that lacks is missing.
  /// - Throws: `criterion.words` for one that is the name of a column of words, `bid.lot`.
  mutating func set(_ bidder: String, lot: String? = nil, price: Double?, values: [String: Double]) throws {
    let taken = (others.map(\.name) + Self.known.map(\.name)).first { values[$0] != nil }
    if let taken {
      throw Diagnostic(
        "criterion.words",
        Text(
          nl: "'\(taken)' in de biedingen bevat woorden en geen kwaliteit",
          en: "'\(taken)' in the bids holds words and no quality"),
        wayOut: Text(nl: "geef het criterium een andere naam", en: "give the criterion another name"))
    }
    let place: Int
    if let found = try row(of: bidder, lot: lot) {
      place = found
    } else {
      place = bidders.count
      bidders.append(bidder)
      prices.append(.nan)
      particulars.append(Particulars(contest: Contest(lot: lot)))
      for criterion in scores.indices { scores[criterion].append(.nan) }
      others = others.map { column in
        Column(column.name, values: (0..<column.count).map { column[$0] } + [.missing], label: column.label)
      }
    }
    if let price { prices[place] = price }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let criterion: Int
      if let known = criteria.firstIndex(of: name) {
        criterion = known
      } else {
        criterion = criteria.count
        criteria.append(name)
        scores.append([Double](repeating: .nan, count: bidders.count))
      }
      scores[criterion][place] = value
    }
  }

  /// Returns the bids with their quality brought together: `Σ w q / Σ w`; missing where a criterion is missing that counts.
  ///
  /// - Parameters:
  ///   - weights: by criterion, nought or more, not all nought.
  ///   - rounded: rounds the points of one criterion, a part of those for quality.
  func bids(weights: [Double], rounded: (Double) -> Double = { $0 }) -> [Bid] {
    let sum = weights.reduce(0, +)
    return bidders.indices.map { bid in
      var quality = 0.0
      for criterion in criteria.indices where weights[criterion] > 0 {
        quality += rounded(weights[criterion] / sum * scores[criterion][bid])
      }
      return Bid(bidder: bidders[bid], price: prices[bid], quality: criteria.isEmpty || sum == 0 ? .nan : quality)
    }
  }
}
