import Methods

/// What a formula may look at of the bids that count together.
struct BidLooks: OptionSet, Sendable, Hashable {
  let rawValue: Int

  static let lowest = BidLooks(rawValue: 1)
  static let highest = BidLooks(rawValue: 2)
  static let mean = BidLooks(rawValue: 4)
  static let bestQuality = BidLooks(rawValue: 8)
  /// All prices in their order.
  static let prices = BidLooks(rawValue: 16)
  /// All qualities in their order.
  static let qualities = BidLooks(rawValue: 32)

  /// Whether nearly every other bid that falls away changes what is looked at.
  var isWide: Bool { !isDisjoint(with: [.mean, .prices, .qualities]) }
}

/// What a formula looks at of the bids that count together; what it does not look at stays empty, so that bids which are
/// alike to it have the same field.
struct BidField: Sendable, Hashable {
  fileprivate(set) var lowest: Double?
  fileprivate(set) var highest: Double?
  fileprivate(set) var mean: Double?
  fileprivate(set) var bestQuality: Double?
  /// Ascending.
  fileprivate var prices: [Double] = []
  /// Descending.
  fileprivate var qualities: [Double] = []

  /// How many prices are lower; one that differs by rounding alone is not.
  func cheaper(than price: Double) -> Int {
    Self.count(in: prices) { Standing(of: $0, to: price) == .below }
  }

  /// How many qualities are higher; one that differs by rounding alone is not.
  func better(than quality: Double) -> Int {
    Self.count(in: qualities) { Standing(of: $0, to: quality, size: 1) == .above }
  }

  /// How many numbers at the head of an order are so.
  private static func count(in order: [Double], _ isAhead: (Double) -> Bool) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if isAhead(order[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Bids of which some may fall away, put in order once.
struct BidFields {
  private let bids: [Bid]
  private let looks: BidLooks
  private let byPrice: [Int]
  private let byQuality: [Int]
  private let sum: Double

  /// - Parameter bids: those that count.
  init(_ bids: [Bid], looks: BidLooks) {
    self.bids = bids
    self.looks = looks
    let priced = bids.indices.filter { !bids[$0].price.isNaN }
    let judged = bids.indices.filter { !bids[$0].quality.isNaN }
    byPrice =
      looks.isDisjoint(with: [.lowest, .highest, .mean, .prices])
      ? [] : priced.sorted { (bids[$0].price, $0) < (bids[$1].price, $1) }
    byQuality =
      looks.isDisjoint(with: [.bestQuality, .qualities])
      ? [] : judged.sorted { (bids[$1].quality, $0) < (bids[$0].quality, $1) }
    sum = byPrice.reduce(0) { $0 + bids[$1].price }
  }

  /// Returns the field of those that stay.
  ///
  /// - Parameters:
  ///   - dropped: a few that fall away.
  ///   - added: one that comes beside them.
  func field(without dropped: [Int] = [], adding added: Bid? = nil) -> BidField {
    var field = BidField()
    let stays = { (bid: Int) in !dropped.contains(bid) }
    let price = added.flatMap { $0.price.isNaN ? nil : $0.price }
    let quality = added.flatMap { $0.quality.isNaN ? nil : $0.quality }
    func of(_ bid: Int?, _ one: KeyPath<Bid, Double>, _ other: Double?) -> [Double] {
      [bid.map { bids[$0][keyPath: one] }, other].compactMap { $0 }
    }
    if looks.contains(.lowest) { field.lowest = of(byPrice.first(where: stays), \.price, price).min() }
    if looks.contains(.highest) { field.highest = of(byPrice.last(where: stays), \.price, price).max() }
    if looks.contains(.mean) {
      let gone = dropped.filter { !bids[$0].price.isNaN }
      let left = gone.reduce(sum + (price ?? 0)) { $0 - bids[$1].price }
      let count = byPrice.count - gone.count + (price == nil ? 0 : 1)
      if count > 0 { field.mean = left / Double(count) }
    }
    if looks.contains(.bestQuality) { field.bestQuality = of(byQuality.first(where: stays), \.quality, quality).max() }
    if looks.contains(.prices) {
      field.prices = byPrice.filter(stays).map { bids[$0].price }
      if let price { field.prices.insert(price, at: field.cheaper(than: price)) }
    }
    if looks.contains(.qualities) {
      field.qualities = byQuality.filter(stays).map { bids[$0].quality }
      if let quality { field.qualities.insert(quality, at: field.better(than: quality)) }
    }
    return field
  }
}
