import WorkbenchKit

/// What is said beside a ranking of bids.
enum AwardWords {
  /// Who is first, how far ahead, and what decided: the contest, a tie and its rule, a usual formula.
  static func answer(_ award: Award) -> Text {
    var told = outcome(award)
    if award.isUsualFormula, !award.ranking.order.isEmpty {
      told =
        told + Text(nl: "; formule relative, want er is geen opgegeven", en: "; formula relative, as none was given")
    }
    guard let contest = award.contest.name else { return told }
    return contest + .verbatim(": ") + told
  }

  private static func outcome(_ award: Award) -> Text {
    let order = award.ranking.order
    guard let first = order.first else {
      return nobody(award)
    }
    let name = award.bids[first].bidder
    guard let second = order.dropFirst().first else {
      return Text(nl: "\(name) is de enige bieding die meetelt", en: "\(name) is the only bid that counts")
    }
    if award.ranking.best.count > 1 { return tie(award) }
    let gap = gap(abs(award.ranking.figures[first] - award.ranking.figures[second]), award)
    return Text(
      nl: "\(name) staat eerste, \(gap.nl) voor \(award.bids[second].bidder)",
      en: "\(name) is first, \(gap.en) ahead of \(award.bids[second].bidder)")
  }

  /// Says that nobody counts, with the reason where it is one and the same.
  static func nobody(_ award: Award) -> Text {
    let none = Text(nl: "geen enkele bieding telt mee", en: "not a single bid counts")
    let reasons = Set(award.ranking.exclusions.compactMap { $0 })
    guard let sole = reasons.first, reasons.count == 1 else { return none }
    return none + .verbatim(" (") + reason(sole) + .verbatim(")")
  }

  /// What the figures of the first two differ, with its unit.
  private static func gap(_ gap: Double, _ award: Award) -> Text {
    if award.rule.formula.isInEuros {
      if award.currencies.isEuro { return .euros(gap, decimals: 2) }
      return Text.number(gap, decimals: 2) + .verbatim(" \(award.currencies.currency ?? "")")
    }
    guard let points = award.points else { return .number(gap, decimals: 4) }
    let shown = Text.number(gap * points, atMost: 4)
    return shown + (shown.nl == "1" ? Text(nl: " punt", en: " point") : Text(nl: " punten", en: " points"))
  }

  /// What became of those that had the best figure together.
  private static func tie(_ award: Award) -> Text {
    let (best, ranks) = (award.ranking.best, award.ranking.ranks)
    let names = { (bids: [Int]) in Text.list(bids.map { award.bids[$0].bidder }) }
    let figures = best.map { award.ranking.figures[$0] }
    // 1 - 0.4 and 0.6 differ in their last bit.
    let isRounding = figures.contains { $0 != figures[0] }
    let like = isRounding ? Text(nl: " (op afronding na)", en: " (but for rounding)") : .verbatim("")
    let firsts = best.filter { ranks[$0] == 1 }
    let rest = names(best.filter { !firsts.contains($0) })
    guard firsts.count == 1 else {
      let shared = names(firsts)
      let beyond = firsts.count < best.count ? reason(award.rule.ties, beside: rest) : .verbatim("")
      return Text(nl: "\(shared.nl) staan samen eerste", en: "\(shared.en) share the first place") + like + beyond
    }
    let name = award.bids[firsts[0]].bidder
    return Text(nl: "\(name) staat eerste", en: "\(name) is first") + like + reason(award.rule.ties, beside: rest)
  }

  private static func reason(_ ties: AwardRule.Ties, beside others: Text) -> Text {
    let equal = Text(nl: ": gelijk met \(others.nl), en ", en: ": equal with \(others.en), and ")
    switch ties {
    case .shared: return .verbatim("")
    case .quality: return equal + Text(nl: "meer kwaliteit gaf de doorslag", en: "more quality decided")
    case .price: return equal + Text(nl: "de lagere prijs gaf de doorslag", en: "the lower price decided")
    case .draw: return equal + Text(nl: "het lot besliste", en: "a draw by lot decided")
    }
  }

  static func reason(_ exclusion: AwardRule.Exclusion) -> Text {
    switch exclusion {
    case .disqualified: BidStatus.disqualified.label
    case .withdrawn: BidStatus.withdrawn.label
    case .pending: BidStatus.pending.label
    case .invited: BidStatus.invited.label
    case .unknownStatus: Text(nl: "onbekende status", en: "unknown status")
    case .knockedOut: Text(nl: "onder het minimum van een criterium", en: "below the minimum of a criterion")
    case .noPrice: Text(nl: "prijs ontbreekt", en: "price missing")
    case .priceNotPositive: Text(nl: "prijs van 0: niet te scoren", en: "price of 0: cannot be scored")
    case .noQuality: Text(nl: "kwaliteit ontbreekt", en: "quality missing")
    case .aboveCeiling: Text(nl: "boven het plafond", en: "above the ceiling")
    case .belowMinimum: Text(nl: "onder de minimale kwaliteit", en: "below the least quality")
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
    if !award.belowNought.isEmpty {
      let who = names(award.belowNought)
      let stops = award.rule.formula.name == "linear2L"
      blocks.append(
        .caution(
          nl: "minder dan 0 prijspunten: \(who.nl)\(stops ? "; stoppen de stukken bij 0, typ dan linear2L:0" : "")",
          en: "fewer than 0 price points: \(who.en)\(stops ? "; if the documents stop at 0, type linear2L:0" : "")"))
    }
    blocks += currencies(award)
    if award.contest.lot?.contains(" + ") == true {
      blocks.append(
        .info(
          nl: "biedingen op percelen samen worden alleen met elkaar vergeleken, niet met die op een enkel perceel",
          en: "bids for lots together are compared with each other only, not with those for a single lot"))
    }
    let unknown = award.bids.indices.filter { award.ranking.exclusions[$0] == .unknownStatus }
    if let one = unknown.first {
      let status = award.sheet.particulars[one].status ?? ""
      blocks.append(
        .caution(
          nl:
            "met een status die geen van OCDS is tellen niet mee: \(names(unknown).nl); anders: --counts '\(status)' bij import",
          en:
            "with a status that is none of OCDS do not count: \(names(unknown).en); else: --counts '\(status)' at import"
        ))
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

  /// In what money the prices are, where that is not plain.
  private static func currencies(_ award: Award) -> [Block] {
    let currencies = award.currencies
    var blocks: [Block] = []
    if !currencies.rates.isEmpty {
      let told = Text.joined(currencies.rates.map(\.told), by: "; ")
      blocks.append(.info(nl: "omgerekend: \(told.nl)", en: "converted: \(told.en)"))
    } else if let currency = currencies.currency, !currencies.isEuro {
      blocks.append(.info(nl: "alle prijzen zijn in \(currency)", en: "all prices are in \(currency)"))
    }
    if currencies.assumed > 0 {
      blocks.append(
        .caution(
          nl: "zonder valuta, en voor euro's gehouden: \(currencies.assumed)",
          en: "without a currency, and taken for euros: \(currencies.assumed)"))
    }
    return blocks
  }
}
