import WorkbenchKit

/// What is said beside a ranking of bids.
enum AwardWords {
  /// Who is first, with what, and how far ahead.
  static func answer(_ award: Award) -> Text {
    let order = award.ranking.order
    guard let first = order.first else {
      return Text(nl: "geen enkele bieding telt mee", en: "not a single bid counts")
    }
    let name = award.bids[first].bidder
    guard let second = order.dropFirst().first else {
      return Text(nl: "\(name) is de enige bieding die meetelt", en: "\(name) is the only bid that counts")
    }
    let ranks = award.ranking.ranks
    if ranks[first] == ranks[second] {
      let equals = order.filter { ranks[$0] == 1 }.map { award.bids[$0].bidder }
      return Text(nl: "\(Text.list(equals).nl) staan samen eerste", en: "\(Text.list(equals).en) share the first place")
    }
    let gap = abs(award.ranking.figures[first] - award.ranking.figures[second])
    let shown = award.rule.formula.lowestWins ? Text.number(gap, decimals: 2) : Text.number(gap, decimals: 4)
    return Text(
      nl: "\(name) staat eerste, \(shown.nl) voor \(award.bids[second].bidder)",
      en: "\(name) is first, \(shown.en) ahead of \(award.bids[second].bidder)")
  }

  static func reason(_ exclusion: AwardRule.Exclusion) -> Text {
    switch exclusion {
    case .knockedOut: Text(nl: "onder het minimum van een criterium", en: "below the minimum of a criterion")
    case .noPrice: Text(nl: "prijs ontbreekt", en: "price missing")
    case .priceNotPositive: Text(nl: "prijs van 0: niet te scoren", en: "price of 0: cannot be scored")
    case .noQuality: Text(nl: "kwaliteit ontbreekt", en: "quality missing")
    case .aboveCeiling: Text(nl: "boven het plafond", en: "above the ceiling")
    case .belowMinimum: Text(nl: "onder de minimale kwaliteit", en: "below the least quality")
    }
  }

  /// How the figure comes about, with what was filled in.
  static func rule(_ rule: AwardRule) -> Text {
    let price = Text.number(rule.priceWeight, atMost: 3)
    let quality = Text.number(1 - rule.priceWeight, atMost: 3)
    let points: (Text) -> Text = { part in
      Text(
        nl: "\(quality.nl) × kwaliteit + \(price.nl) × \(part.nl)",
        en: "\(quality.en) × quality + \(price.en) × \(part.en)")
    }
    switch rule.formula {
    case .relative: return points(Text(nl: "laagste prijs ÷ prijs", en: "lowest price ÷ price"))
    case .linear(let low, let high):
      let (low, high) = (Text.number(low, atMost: 3), Text.number(high, atMost: 3))
      return points(
        Text(
          nl: "(\(high.nl) − prijs) ÷ (\(high.nl) − \(low.nl)), prijspunten van 0 tot 1",
          en: "(\(high.en) − price) ÷ (\(high.en) − \(low.en)), price points from 0 to 1"))
    case .logarithmic(let base):
      let base = Text.number(base, atMost: 3)
      return points(
        Text(nl: "(1 − log(prijs ÷ laagste) ÷ log \(base.nl))", en: "(1 − log(price ÷ lowest) ÷ log \(base.en))"))
    case .value(let euro):
      let euro = Text.number(euro, atMost: 3)
      return Text(
        nl: "prijs − \(euro.nl) × kwaliteit; de laagste wint", en: "price − \(euro.en) × quality; the lowest wins")
    case .ratio: return Text(nl: "prijs ÷ kwaliteit; de laagste wint", en: "price ÷ quality; the lowest wins")
    case .utility: return Text(nl: "kwaliteit bij een vaste prijs", en: "quality at a fixed price")
    case .lowest: return Text(nl: "laagste prijs", en: "lowest price")
    }
  }

  /// Cautions about the bids themselves and about what the documents leave open.
  static func cautions(_ award: Award, _ signs: PriceSigns, tender: Tender) -> [Block] {
    var blocks: [Block] = award.notices.map(Block.notice)
    let names = { (bids: [Int]) in Text.list(bids.map { award.bids[$0].bidder }, atMost: 3) }
    if award.ranking.tied > 0, tender.ties == nil {
      blocks.append(
        .caution(
          nl: "gelijke uitkomst, en geen regel daarvoor: zij delen de rang (--ties)",
          en: "an equal outcome, and no rule for it: they share the rank (--ties)"))
    }
    if !award.onLimit.isEmpty {
      let who = names(award.onLimit)
      blocks.append(
        .info(
          nl: "precies op het plafond of op een minimum, en dus geldig: \(who.nl)",
          en: "just on the ceiling or on a minimum, and therefore valid: \(who.en)"))
    }
    if award.bids.count == 1 {
      blocks.append(
        .caution(
          nl: "er is maar één bieding: er valt niets te vergelijken", en: "there is one bid only: nothing to compare"))
    }
    if !signs.zero.isEmpty {
      let who = names(signs.zero)
      blocks.append(.caution(nl: "prijs 0: \(who.nl)", en: "price 0: \(who.en)"))
    }
    if !signs.placeholders.isEmpty {
      let who = names(signs.placeholders)
      blocks.append(
        .caution(
          nl: "1,00 of 0,01 is vaak een invulwaarde en geen echte prijs: \(who.nl)",
          en: "1.00 or 0.01 is often a placeholder: \(who.en)"))
    }
    return blocks
  }
}
