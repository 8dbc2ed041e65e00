import Methods

/// Everything that decides the order of bids: formula, weights, knock-outs, and what happens to equals.
struct AwardRule: Sendable, Hashable {
  enum Ties: String, Sendable, CaseIterable {
    /// Equals share the better rank.
    case shared
    /// The one with more quality goes first.
    case quality
    /// The cheaper one goes first.
    case price
    /// A draw by lot, seeded.
    case draw
  }

  var formula: AwardFormula = .relative
  /// 0 through 1.
  var priceWeight = 0.5
  var ties: Ties = .shared
  /// Bids dearer than this do not count.
  var ceiling: Double?
  /// Bids with less quality do not count.
  var minimumQuality: Double?

  /// Why a bid does not count.
  enum Exclusion: String, Sendable, CaseIterable {
    case knockedOut = "knocked_out"
    case noPrice = "no_price"
    case priceNotPositive = "price_not_positive"
    case noQuality = "no_quality"
    case aboveCeiling = "above_ceiling"
    case belowMinimum = "below_minimum"
  }

  /// - Parameter isKnockedOut: whether it falls short on a criterion of its own.
  func exclusion(of bid: Bid, isKnockedOut: Bool = false) -> Exclusion? {
    if isKnockedOut { return .knockedOut }
    if formula.usesPrice || ceiling != nil, bid.price.isNaN { return .noPrice }
    if formula.needsPositivePrice, !(bid.price > 0) { return .priceNotPositive }
    if formula.usesQuality || minimumQuality != nil, bid.quality.isNaN { return .noQuality }
    if let ceiling, !Standing(of: bid.price, to: ceiling).isAtMost { return .aboveCeiling }
    if let minimumQuality, !Standing(of: bid.quality, to: minimumQuality).isAtLeast { return .belowMinimum }
    return nil
  }

  /// Whether it lies just on the ceiling or on the least quality, and therefore counts.
  func isOnLimit(_ bid: Bid) -> Bool {
    ceiling.map { Standing(of: bid.price, to: $0) == .on } ?? false
      || minimumQuality.map { Standing(of: bid.quality, to: $0) == .on } ?? false
  }
}
