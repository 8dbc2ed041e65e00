import WorkbenchKit

/// The bids as they came in: a price and one or more criteria of quality each. It stands in the workspace as the table
/// `procure.bids`, with the columns `bidder`, `price`, and one for each criterion (0 through 1).
struct BidSheet: Sendable {
  static let table = "procure.bids"

  var bidders: [String] = []
  /// In euros; NaN where missing.
  var prices: [Double] = []
  /// `quality`, or the names of the criteria.
  var criteria: [String] = []
  /// By criterion, by bid; NaN where missing.
  var scores: [[Double]] = []
  /// Columns that somebody put beside them and that are no criteria; they are kept.
  private var others: [Column] = []

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
    for column in table.columns where !["bidder", "price"].contains(column.name) {
      if let numbers = column.numbers {
        criteria.append(column.name)
        scores.append(numbers)
      } else {
        others.append(column)
      }
    }
  }

  func asTable(title: Text? = nil) -> Table {
    Table(
      title: title,
      columns: [
        .texts("bidder", bidders, label: Text(nl: "bieder", en: "bidder")),
        .numbers("price", prices, label: Text(nl: "prijs", en: "price"), unit: .euro),
      ]
        + zip(criteria, scores).map { name, values in
          .numbers(name, values, label: name == "quality" ? Text(nl: "kwaliteit", en: "quality") : nil)
        } + others)
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

  /// Adds a bid, or puts it in the place of that of the same bidder.
  ///
  /// - Parameter values: by criterion; one that lacks is missing.
  /// - Throws: `criterion.words` for one that is the name of a column of words.
  mutating func set(_ bidder: String, price: Double?, values: [String: Double]) throws {
    if let taken = others.first(where: { values[$0.name] != nil }) {
      throw Diagnostic(
        "criterion.words",
        Text(
          nl: "'\(taken.name)' in de biedingen bevat woorden en geen kwaliteit",
          en: "'\(taken.name)' in the bids holds words and no quality"),
        wayOut: Text(nl: "geef het criterium een andere naam", en: "give the criterion another name"))
    }
    let place: Int
    if let found = bidders.firstIndex(of: bidder) {
      place = found
    } else {
      place = bidders.count
      bidders.append(bidder)
      prices.append(.nan)
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
  /// - Parameter weights: by criterion, nought or more, not all nought.
  func bids(weights: [Double]) -> [Bid] {
    let sum = weights.reduce(0, +)
    return bidders.indices.map { bid in
      var quality = 0.0
      for criterion in criteria.indices where weights[criterion] > 0 {
        quality += weights[criterion] / sum * scores[criterion][bid]
      }
      return Bid(bidder: bidders[bid], price: prices[bid], quality: criteria.isEmpty || sum == 0 ? .nan : quality)
    }
  }
}
