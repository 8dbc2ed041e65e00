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
  var quality = QualityPoints.absolute
  /// Nil where points are not rounded.
  var rounding: PointRounding?
  var ties: Ties = .shared
  /// Bids dearer than this do not count.
  var ceiling: Double?
  /// Bids with less quality do not count.
  var minimumQuality: Double?

  /// Why a bid does not count.
  enum Exclusion: String, Sendable, CaseIterable {
    case disqualified, withdrawn, pending, invited
    case unknownStatus = "unknown_status"
    case knockedOut = "knocked_out"
    case noPrice = "no_price"
    case priceNotPositive = "price_not_positive"
    case noQuality = "no_quality"
    case aboveCeiling = "above_ceiling"
    case belowMinimum = "below_minimum"
  }

  /// Whether the price counts; of a weight of nought it does not.
  var usesPrice: Bool { formula.usesPrice && !(formula.usesWeights && priceWeight == 0) }
  /// Whether quality counts; of a weight of nought it does not.
  var usesQuality: Bool { formula.usesQuality && !(formula.usesWeights && priceWeight == 1) }

  /// What of the others the figure of a bid hangs on.
  var looks: BidLooks {
    var looks = formula.looks
    if formula.addsPoints { looks.formUnion(quality.looks) }
    if !usesPrice { looks.subtract([.lowest, .highest, .mean, .prices]) }
    if !usesQuality { looks.subtract([.bestQuality, .qualities]) }
    return looks
  }

  /// Returns why a bid does not count by what it offers; nil where it does.
  func exclusion(of bid: Bid) -> Exclusion? {
    if usesPrice || ceiling != nil, bid.price.isNaN { return .noPrice }
    if usesPrice, formula.needsPositivePrice, !(bid.price > 0) { return .priceNotPositive }
    if usesQuality || minimumQuality != nil, bid.quality.isNaN { return .noQuality }
    if let ceiling, !Standing(of: bid.price, to: ceiling).isAtMost { return .aboveCeiling }
    if let minimumQuality, !Standing(of: bid.quality, to: minimumQuality).isAtLeast { return .belowMinimum }
    return nil
  }

  /// Whether it lies just on the ceiling or on the least quality, and therefore counts.
  func isOnLimit(_ bid: Bid) -> Bool {
    ceiling.map { Standing(of: bid.price, to: $0) == .on } ?? false
      || minimumQuality.map { Standing(of: bid.quality, to: $0) == .on } ?? false
  }

  /// What the figures of these bids hang on together.
  func field(of bids: [Bid]) -> BidField { BidFields(bids, looks: looks).field() }

  /// Returns the points of a bid for its price and for its quality, before they are weighed.
  func points(_ bid: Bid, in field: BidField) -> (price: Double, quality: Double) {
    let price = formula.pricePoints(bid.price, in: field)
    // (1 - (Qbest - Q) N) / P x Pmin, times the weight of the price, is these points weighed.
    if formula == .utilityIndex { return (price, (bid.quality - (field.bestQuality ?? .nan)) * price) }
    return (price, quality.points(bid.quality, in: field))
  }

  /// Returns the figure by which a bid is ranked.
  ///
  /// - Parameter field: the bids that count.
  func figure(_ bid: Bid, in field: BidField) -> Double {
    switch formula {
    case .value(let euro): return euro == 0 ? bid.price : bid.price - euro * bid.quality
    // A bid without any quality costs infinitely much for each point of it.
    case .ratio: return bid.quality > 0 ? bid.price / bid.quality : .infinity
    case .utility: return bid.quality
    case .lowest: return bid.price
    case .superformula(let formula): return formula.figure(price: bid.price, quality: bid.quality)
    default:
      let points = points(bid, in: field)
      let priced = usesPrice ? rounded(priceWeight * points.price) : 0
      let judged = usesQuality ? rounded((1 - priceWeight) * points.quality) : 0
      return formula == .utilityIndex ? (judged + priced) / priceWeight : judged + priced
    }
  }

  /// The figure with its sign such that more is better.
  func goodness(_ bid: Bid, in field: BidField) -> Double {
    formula.lowestWins ? -figure(bid, in: field) : figure(bid, in: field)
  }

  private func rounded(_ part: Double) -> Double {
    formula.addsPoints ? rounding?.rounded(part) ?? part : part
  }
}
