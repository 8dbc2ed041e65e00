import WorkbenchKit

/// The flags by which a tender is described, for `bid new`, `rank` and `audit` alike.
struct TenderArguments: ArgumentGroup {
  let formula = Argument(
    flag: "formula", .name, about: AwardFormula.about, candidates: { _ in AwardFormula.candidates })
  let weights = Argument(
    flags: "weights", .figures(Self.weight),
    about: Text(
      nl: "gewichten, samen 100: price=40,quality=60, of per criterium",
      en: "weights, together 100: price=40,quality=60, or by criterion"))
  let ties = Argument(
    flag: "ties", .choice(AwardRule.Ties.self),
    about: Text(nl: "wat bij een gelijke uitkomst geldt", en: "what holds where the outcome is equal"))
  let ceiling = Argument(
    flag: "ceiling", .number(0...1e15, unit: .euro),
    about: Text(nl: "plafond: duurder telt niet mee", en: "ceiling: dearer does not count"))
  let minimum = Argument(
    flags: "minimum", .figures(TypedQuality.share),
    about: Text(
      nl: "minimale kwaliteit, 0 tot en met 1: quality=0.6 of per criterium",
      en: "least quality, 0 through 1: quality=0.6 or by criterion"))
  let qualityEuro = Argument(
    flag: "quality-euro", .number(0...1e15, unit: .euro),
    about: Text(nl: "bij value: wat volle kwaliteit waard is", en: "for value: what full quality is worth"))

  @Sendable private static func weight(_ name: String, _ value: Value) throws -> Double {
    if let weight = value.number, weight >= 0 { return weight }
    throw Diagnostic(
      "bid.weights",
      Text(
        nl: "het gewicht '\(value.plain)' van '\(name)' is geen getal van 0 of meer",
        en: "the weight '\(value.plain)' of '\(name)' is no number of 0 or more"))
  }
}

extension Given<TenderArguments> {
  /// Returns a tender with what this line says instead.
  func changing(_ tender: Tender) -> Tender {
    var tender = tender
    if let formula = self.formula { tender.formula = formula }
    if has(\.weights) { tender.weights.items = self.weights.map { Tender.Weight(name: $0.key, value: $0.value) } }
    if let ties = self.ties { tender.ties = ties }
    if let ceiling = self.ceiling { tender.ceiling = ceiling }
    if let euro = self.qualityEuro { tender.qualityEuro = euro }
    for least in self.minimum { tender.minimum[least.key] = least.value }
    return tender
  }

  /// Ranks bids by what a tender says.
  ///
  /// - Throws: `formula.*`, `bid.weights`, `criterion.unknown`.
  func award(_ sheet: BidSheet, _ tender: Tender, in context: Context) throws -> Award {
    let formula = try checking(\.formula) { _ in
      try AwardFormula(typed: tender.formula ?? "relative", qualityEuro: tender.qualityEuro)
    }
    let weights = try checking(\.weights) { _ in try AwardWeights(tender, sheet, formula) }
    return try checking(\.minimum) { _ in try Award(sheet, tender, formula, weights, seed: context.seed) }
  }
}

extension AwardRule.Ties: ArgumentChoice {
  static let usual = Self.shared

  var about: Text? {
    switch self {
    case .shared: Text(nl: "wie gelijk eindigt, deelt de rang", en: "equals share the rank")
    case .quality: Text(nl: "meer kwaliteit gaat voor", en: "more quality goes first")
    case .price: Text(nl: "de goedkopere gaat voor", en: "the cheaper goes first")
    case .draw: Text(nl: "loten, met de seed", en: "a draw by lot, with the seed")
    }
  }
}

extension Tender.Rerank: ArgumentChoice {
  static let usual = Self.yes

  var about: Text? {
    switch self {
    case .yes: Text(nl: "de rangorde wordt opnieuw bepaald", en: "the order is worked out again")
    case .no: Text(nl: "de rangorde blijft staan", en: "the order stands")
    }
  }
}
