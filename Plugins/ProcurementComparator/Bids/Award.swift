import Methods
import WorkbenchKit

/// Bids with a rule: what a tender and a sheet come to.
struct Award {
  let sheet: BidSheet
  let rule: AwardRule
  let bids: [Bid]
  let knockedOut: [Bool]
  let ranking: BidRanking
  /// The bids that count and lie just on the ceiling or on a minimum.
  let onLimit: [Int]
  /// What has to be said: assumptions about weights.
  let notices: [Notice]

  /// The bids that count, in the order in which they came in, for an audit.
  var counting: [Bid] { bids.indices.filter { ranking.exclusions[$0] == nil }.map { bids[$0] } }

  /// - Throws: `criterion.unknown` for a minimum.
  init(_ sheet: BidSheet, _ tender: Tender, _ formula: AwardFormula, _ weights: AwardWeights, seed: UInt64) throws {
    var rule = AwardRule(formula: formula, priceWeight: weights.price)
    rule.ties = tender.ties ?? .shared
    rule.ceiling = tender.ceiling
    var knockedOut = [Bool](repeating: false, count: sheet.count)
    var onLimit = knockedOut
    for (name, least) in tender.minimum {
      if name == "quality" {
        rule.minimumQuality = least
      } else {
        let criterion = try AwardWeights.criterion(name, sheet)
        let standings = sheet.scores[criterion].map { Standing(of: $0, to: least) }
        for bid in knockedOut.indices {
          if !standings[bid].isAtLeast { knockedOut[bid] = true }
          if standings[bid] == .on { onLimit[bid] = true }
        }
      }
    }
    let bids = sheet.bids(weights: weights.criteria)
    var random = RandomStream(seed: seed)
    let ranking = BidRanking(bids, rule: rule, knockedOut: knockedOut, random: &random)
    self.ranking = ranking
    self.onLimit = bids.indices.filter {
      ranking.exclusions[$0] == nil && (onLimit[$0] || rule.isOnLimit(bids[$0]))
    }
    self.sheet = sheet
    self.rule = rule
    self.bids = bids
    self.knockedOut = knockedOut
    notices = weights.notices
  }
}
