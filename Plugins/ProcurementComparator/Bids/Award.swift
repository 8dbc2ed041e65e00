import Methods
import WorkbenchKit

/// Bids with a rule: what a tender and a sheet come to.
struct Award {
  let sheet: BidSheet
  let rule: AwardRule
  let bids: [Bid]
  let knockedOut: [Bool]
  let ranking: BidRanking
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
    for (name, least) in tender.minimum {
      if name == "quality" {
        rule.minimumQuality = least
      } else {
        let criterion = try AwardWeights.criterion(name, sheet)
        for bid in knockedOut.indices where !(sheet.scores[criterion][bid] >= least) { knockedOut[bid] = true }
      }
    }
    let bids = sheet.bids(weights: weights.criteria)
    var random = RandomStream(seed: seed)
    ranking = BidRanking(bids, rule: rule, knockedOut: knockedOut, random: &random)
    self.sheet = sheet
    self.rule = rule
    self.bids = bids
    self.knockedOut = knockedOut
    notices = weights.notices
  }
}
