import Methods
import WorkbenchKit

/// Bids for one contest with a rule: what a tender and a sheet come to.
struct Award {
  let sheet: BidSheet
  let rule: AwardRule
  /// With prices in the currency of `currencies`.
  let bids: [Bid]
  let ranking: BidRanking
  let currencies: Currencies
  /// Where it is points that are told, and no parts of 1: how many there are in all.
  let points: Double?
  /// Whether the formula was taken because none was given.
  let isUsualFormula: Bool
  /// Whether price and quality were given weights.
  let hasWeights: Bool
  /// The bids that count and lie just on the ceiling or on a minimum.
  let onLimit: [Int]
  /// The bids whose price gets fewer points than none.
  let belowNought: [Int]
  /// What has to be said: assumptions about weights.
  let notices: [Notice]

  /// What the bids are for.
  var contest: Contest { sheet.particulars.first?.contest ?? .whole }
  /// The bids that count, in the order in which they came in, for an audit.
  var counting: [Bid] { bids.indices.filter { ranking.exclusions[$0] == nil }.map { bids[$0] } }

  /// - Throws: `criterion.unknown` for a minimum, `bid.currency`.
  init(_ sheet: BidSheet, _ tender: Tender, _ formula: AwardFormula, _ weights: AwardWeights, seed: UInt64) throws {
    var rule = AwardRule(formula: formula, priceWeight: weights.price)
    rule.ties = tender.ties ?? .shared
    rule.ceiling = tender.ceiling
    rule.quality = tender.qualityPoints.flatMap(QualityPoints.init(typed:)) ?? .absolute
    rule.rounding = tender.pointDecimals.map { PointRounding(decimals: $0, total: weights.total) }
    var excluded = sheet.particulars.map { Self.exclusion($0.status) }
    var onLimit = [Bool](repeating: false, count: sheet.count)
    for (name, least) in tender.minimum {
      if name == "quality" {
        rule.minimumQuality = least
      } else {
        let criterion = try AwardWeights.criterion(name, sheet)
        let standings = sheet.scores[criterion].map { Standing(of: $0, to: least) }
        for bid in excluded.indices {
          if !standings[bid].isAtLeast { excluded[bid] = excluded[bid] ?? .knockedOut }
          if standings[bid] == .on { onLimit[bid] = true }
        }
      }
    }
    let currencies = try Currencies(
      sheet, rates: tender.rates.items, needsEuros: tender.ceiling != nil || formula.name == "value")
    var priced = sheet
    priced.prices = currencies.prices
    let judged = 1 - weights.price
    let rounding = judged > 0 && formula.addsPoints ? rule.rounding : nil
    let bids = priced.bids(weights: weights.criteria) { part in
      rounding.map { $0.rounded(part * judged) / judged } ?? part
    }
    var random = RandomStream(seed: seed)
    let ranking = BidRanking(bids, rule: rule, excluded: excluded, random: &random)
    self.ranking = ranking
    self.onLimit = bids.indices.filter {
      ranking.exclusions[$0] == nil && (onLimit[$0] || rule.isOnLimit(bids[$0]))
    }
    let field = rule.field(of: ranking.order.map { bids[$0] })
    belowNought =
      formula.addsPoints && rule.usesPrice
      ? ranking.order.filter { formula.pricePoints(bids[$0].price, in: field) < 0 } : []
    self.sheet = sheet
    self.rule = rule
    self.bids = bids
    self.currencies = currencies
    points = formula.addsPoints && (tender.arePoints || rule.rounding != nil) ? weights.total : nil
    isUsualFormula = tender.formula == nil
    hasWeights = !tender.weights.items.isEmpty
    notices = weights.notices
  }

  private static func exclusion(_ status: String?) -> AwardRule.Exclusion? {
    guard let status else { return nil }
    switch BidStatus(word: status) {
    case .valid: return nil
    case .invited: return .invited
    case .pending: return .pending
    case .disqualified: return .disqualified
    case .withdrawn: return .withdrawn
    case nil: return .unknownStatus
    }
  }
}
