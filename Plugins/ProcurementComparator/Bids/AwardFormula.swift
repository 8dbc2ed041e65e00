import Glibc

/// How price and quality become one figure.
///
/// Sources: relative, linear and logarithmic price points after Chen, Benefits and costs of scoring formulas, Journal of
/// Public Procurement 8 (2008), and the Dutch practice that Telgen & Schotanus (2010) describe; gunnen op waarde after
/// CROW (2007).
enum AwardFormula: Sendable, Hashable {
  /// `WQ Q + WP Pmin / P`.
  case relative
  /// `WQ Q + WP (HIGH - P) / (HIGH - LOW)`, the price points kept within 0 through 1.
  case linear(low: Double, high: Double)
  /// `WQ Q + WP (1 - log(P / Pmin) / log A)`: a bid of A times the lowest gets no price points, a dearer one fewer.
  case logarithmic(base: Double)
  /// Gunnen op waarde: `P - E Q`, a fictitious price; the lowest wins.
  case value(qualityEuro: Double)
  /// Price for each point of quality, `P / Q`; the lowest wins.
  case ratio
  /// Quality alone, at a price that is fixed; the highest wins.
  case utility
  /// Price alone; the lowest wins.
  case lowest

  /// Whether the figure of one bid depends on which others there are.
  var isRelative: Bool {
    switch self {
    case .relative, .logarithmic: true
    default: false
    }
  }

  var usesWeights: Bool {
    switch self {
    case .relative, .linear, .logarithmic: true
    default: false
    }
  }

  var usesQuality: Bool { self != .lowest }
  var usesPrice: Bool { self != .utility }

  /// Whether the lowest figure wins.
  var lowestWins: Bool {
    switch self {
    case .value, .ratio, .lowest: true
    default: false
    }
  }

  /// Whether a price of nought or less cannot be scored, as it would be divided by.
  var needsPositivePrice: Bool {
    switch self {
    case .relative, .logarithmic, .ratio: true
    default: false
    }
  }

  /// Returns the points for a price, 1 for the best there can be; those of `logarithmic` go below nought.
  ///
  /// - Parameter reference: the lowest price among the bids that count.
  func pricePoints(_ price: Double, reference: Double) -> Double {
    switch self {
    case .relative: reference / price
    case .linear(let low, let high): min(max((high - price) / (high - low), 0), 1)
    case .logarithmic(let base): 1 - log(price / reference) / log(base)
    default: 0
    }
  }

  /// Returns the figure by which a bid is ranked.
  ///
  /// - Parameters:
  ///   - weight: of the price, 0 through 1; quality has the rest.
  ///   - reference: the lowest price among the bids that count.
  func figure(_ bid: Bid, priceWeight weight: Double, reference: Double) -> Double {
    switch self {
    case .relative, .linear, .logarithmic:
      (1 - weight) * bid.quality + weight * pricePoints(bid.price, reference: reference)
    case .value(let euro): bid.price - euro * bid.quality
    // A bid without any quality costs infinitely much for each point of it.
    case .ratio: bid.quality > 0 ? bid.price / bid.quality : .infinity
    case .utility: bid.quality
    case .lowest: bid.price
    }
  }

  /// How large the numbers are that the figures of bids with these prices are worked out of.
  func size(of prices: [Double]) -> Double {
    switch self {
    case .relative, .linear, .logarithmic, .utility: 1
    case .value: prices.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    case .ratio, .lowest: 0
    }
  }

  /// The figure with its sign such that more is better.
  func goodness(_ bid: Bid, priceWeight: Double, reference: Double) -> Double {
    let figure = figure(bid, priceWeight: priceWeight, reference: reference)
    return lowestWins ? -figure : figure
  }
}
