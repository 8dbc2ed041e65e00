import Glibc

/// How price and quality become one figure.
///
/// Sources: relative, linear and logarithmic price points after Chen, Benefits and costs of scoring formulas, Journal of
/// Public Procurement 8 (2008), and the Dutch practice that Telgen & Schotanus (2010) describe; gunnen op waarde after
/// CROW (2007); the others as each says.
enum AwardFormula: Sendable, Hashable {
  /// `WQ Q + WP Pmin / P`.
  case relative
  /// `WQ Q + WP (HIGH - P) / (HIGH - LOW)`, the price points kept within 0 through 1.
  case linear(low: Double, high: Double)
  /// `WQ Q + WP (1 - log(P / Pmin) / log A)`: a bid of A times the lowest gets no price points, a dearer one fewer.
  case logarithmic(base: Double)
  /// `WQ Q + WP (2 - P / Pmin)`: at twice the lowest price no price points; a dearer one gets fewer than none, unless the
  /// documents stop at nought. Chen (2008) and Telgen call it linear 2L.
  case linear2L(floored: Bool)
  /// `WQ Q + WP (Pmax - P) / (Pmax - Pmin)`: the dearest bid gets no price points (Dini, Pacini & Valletti, Scoring rules, in
  /// Handbook of Procurement, Cambridge 2006, p. 309, "highest bid-lowest bid").
  case lowestHighest
  /// `WQ Q + WP (B + 1 - P / Pmean)`: the mean price gets B, each percent below it a hundredth more (the British "mean
  /// calculation", procurementtemplates.co.uk, with B = .5).
  case average(base: Double)
  /// Price points by place, the cheapest first, as parts of the first ("ladder": Siertsema, Valkuilen bij het beoordelen van
  /// prijzen).
  case places([Double])
  /// Price points by bracket ("staffel").
  case steps(PriceSteps)
  /// `(1 - (Qbest - Q) WQ / WP) / P x Pmin`, the utility index of Negometrix (now Mercell), help pages "Utility Index".
  case utilityIndex
  /// The Superformule of the Belastingdienst; the lowest wins.
  case superformula(Superformula)
  /// Gunnen op waarde: `P - E Q`, a fictitious price; the lowest wins.
  case value(qualityEuro: Double)
  /// Price for each point of quality, `P / Q`; the lowest wins.
  case ratio
  /// Quality alone, at a price that is fixed; the highest wins.
  case utility
  /// Price alone; the lowest wins.
  case lowest

  /// As it is typed, without its numbers.
  var name: String {
    switch self {
    case .relative: "relative"
    case .linear: "linear"
    case .logarithmic: "log"
    case .linear2L: "linear2L"
    case .lowestHighest: "lowest-highest"
    case .average: "average"
    case .places: "rank"
    case .steps: "steps"
    case .utilityIndex: "utility-index"
    case .superformula: "superformule"
    case .value: "value"
    case .ratio: "ratio"
    case .utility: "utility"
    case .lowest: "lowest"
    }
  }

  /// What of the others it looks at.
  var looks: BidLooks {
    switch self {
    case .relative, .logarithmic, .linear2L: .lowest
    case .lowestHighest: [.lowest, .highest]
    case .average: .mean
    case .places: .prices
    case .steps(let steps): steps.isOfLowest ? .lowest : []
    case .utilityIndex: [.lowest, .bestQuality]
    case .linear, .superformula, .value, .ratio, .utility, .lowest: []
    }
  }

  var usesWeights: Bool {
    switch self {
    case .superformula, .value, .ratio, .utility, .lowest: false
    default: true
    }
  }

  var usesQuality: Bool {
    switch self {
    case .lowest: false
    case .value(let euro): euro != 0
    default: true
    }
  }

  var usesPrice: Bool { self != .utility }

  /// Whether it adds points for quality to points for the price.
  var addsPoints: Bool { usesWeights && self != .utilityIndex }

  /// Whether the lowest figure wins.
  var lowestWins: Bool {
    switch self {
    case .value, .ratio, .lowest, .superformula: true
    default: false
    }
  }

  /// Whether the figure is in euros, or in euros for each point.
  var isInEuros: Bool {
    switch self {
    case .value, .ratio, .lowest: true
    default: false
    }
  }

  /// Whether a price of nought or less cannot be scored, as it would be divided by.
  var needsPositivePrice: Bool {
    switch self {
    case .relative, .logarithmic, .linear2L, .average, .ratio, .utilityIndex: true
    case .steps(let steps): steps.isOfLowest
    default: false
    }
  }

  /// Returns the points for a price, 1 for the best there can be; of some formulas they go below nought.
  ///
  /// - Parameter field: the bids that count.
  func pricePoints(_ price: Double, in field: BidField) -> Double {
    let lowest = field.lowest ?? .nan
    switch self {
    case .relative, .utilityIndex: return lowest / price
    case .linear(let low, let high): return min(max((high - price) / (high - low), 0), 1)
    case .logarithmic(let base): return 1 - log(price / lowest) / log(base)
    case .linear2L(let floored): return floored ? max(2 - price / lowest, 0) : 2 - price / lowest
    case .lowestHighest:
      let span = (field.highest ?? .nan) - lowest
      return span > 0 ? ((field.highest ?? .nan) - price) / span : 1
    case .average(let base): return base + 1 - price / (field.mean ?? .nan)
    case .places(let points):
      let place = field.cheaper(than: price)
      return place < points.count ? points[place] : 0
    case .steps(let steps): return steps.points(price, lowest: lowest)
    case .superformula, .value, .ratio, .utility, .lowest: return 0
    }
  }

  /// How large the numbers are that the figures of bids with these prices are worked out of.
  func size(of prices: [Double]) -> Double {
    switch self {
    case .value: prices.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    case .ratio, .lowest, .superformula: 0
    default: 1
    }
  }
}
