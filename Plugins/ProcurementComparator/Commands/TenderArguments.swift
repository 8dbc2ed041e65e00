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
  let points = Argument(
    flags: "points", .figures(Self.weight),
    about: Text(
      nl: "in plaats van gewichten: de hoogste punten, price=70,plan=60,team=40",
      en: "instead of weights: the most points, price=70,plan=60,team=40"))
  let qualityPoints = Argument(
    flag: "quality-points",
    ArgumentKind.name.map(or: "absolute") { try Self.qualityPoints($0) },
    about: Text(
      nl: "absolute, best (naar verhouding tot de beste kwaliteit) of rank:10:8:6 (naar plaats)",
      en: "absolute, best (in proportion to the best quality) or rank:10:8:6 (by place)"))
  let round = Argument(
    flag: "round", .integer(0...6),
    about: Text(
      nl: "rond punten af op zoveel decimalen vóór het optellen; 0: hele punten",
      en: "round points to so many decimals before adding up; 0: whole points"))
  let ties = Argument(
    flag: "ties", .choice(AwardRule.Ties.self),
    about: Text(nl: "wat bij een gelijke uitkomst geldt", en: "what holds where the outcome is equal"))
  let ceiling = Argument(
    flag: "ceiling", .number(0...1e15, unit: .euro),
    about: Text(nl: "plafond: duurder telt niet mee", en: "ceiling: dearer does not count"))
  let minimum = Argument(
    flags: "minimum", .pair(.figure),
    about: Text(
      nl: "minimale kwaliteit, 0 tot en met 1 of een woord van de schaal: quality=0.6 of per criterium",
      en: "least quality, 0 through 1 or a word of the scale: quality=0.6 or by criterion"))
  let qualityEuro = Argument(
    flags: "quality-euro", .amounts(0...1e15),
    about: Text(
      nl: "bij value: wat volle kwaliteit waard is, of per criterium: plan=60000,team=40000",
      en: "for value: what full quality is worth, or by criterion: plan=60000,team=40000"))
  let rate = Argument(
    flags: "rate", .figures(Self.rate),
    about: Text(nl: "koers in euro's: USD=0.92", en: "exchange rate in euros: USD=0.92"))
  let rateSource = Argument(
    flag: "rate-source", .words, about: Text(nl: "van wie de koers is", en: "whose rate it is"))
  let rateDate = Argument(
    flag: "rate-date", .day, about: Text(nl: "de dag van de koers", en: "the day of the rate"))

  @Sendable private static func weight(_ name: String, _ value: Value) throws -> Double {
    if let weight = value.number, weight >= 0 { return weight }
    throw Diagnostic(
      "bid.weights",
      Text(
        nl: "het gewicht '\(value.plain)' van '\(name)' is geen getal van 0 of meer",
        en: "the weight '\(value.plain)' of '\(name)' is no number of 0 or more"))
  }

  @Sendable private static func rate(_ currency: String, _ value: Value) throws -> Double {
    let isCode = currency.count == 3 && currency.allSatisfy(\.isLetter) && currency.uppercased() != ExchangeRate.euro
    if let rate = value.number, rate > 0, isCode { return rate }
    throw Diagnostic(
      "bid.rate",
      Text(
        nl: "'\(currency)=\(value.plain)' is geen koers van een andere munt",
        en: "'\(currency)=\(value.plain)' is no rate of another currency"),
      wayOut: Text(
        nl: "zoveel euro voor één eenheid: USD=0.92", en: "so many euros for one unit: USD=0.92"))
  }

  @Sendable private static func qualityPoints(_ text: String) throws -> String {
    if QualityPoints(typed: text) != nil { return text }
    throw Diagnostic(
      "formula.bounds",
      Text(nl: "'\(text)' zegt niet hoe kwaliteit telt", en: "'\(text)' does not say how quality counts"),
      wayOut: Text(
        nl: "absolute, best, of punten naar plaats die niet stijgen: rank:10:8:6",
        en: "absolute, best, or points by place that do not rise: rank:10:8:6"),
      suggestion: NearestWord.best(text, among: ["absolute", "best", "rank:"]))
  }
}

extension Given<TenderArguments> {
  /// Returns a tender with what this line says instead.
  ///
  /// - Throws: `bid.weights`, `bid.quality`, `bid.rate`.
  func changing(_ tender: Tender) throws -> Tender {
    var tender = tender
    if let formula = self.formula { tender.formula = formula }
    if has(\.weights), has(\.points) {
      throw Diagnostic(
        "bid.weights", Text(nl: "geef --weights of --points, niet beide", en: "give --weights or --points, not both"),
        place: place(of: \.points))
    }
    let weights = has(\.points) ? self.points : self.weights
    if !weights.isEmpty {
      tender.weights.items = weights.map { Tender.Weight(name: $0.key, value: $0.value) }
      tender.arePoints = has(\.points)
    }
    if let points = self.qualityPoints { tender.qualityPoints = points }
    if let decimals = self.round { tender.pointDecimals = decimals }
    if let ties = self.ties { tender.ties = ties }
    if let ceiling = self.ceiling { tender.ceiling = ceiling }
    if has(\.qualityEuro) { try checking(\.qualityEuro) { try Self.set($0, in: &tender) } }
    let scale = QualityScale(tender.scale)
    for least in self.minimum {
      do { tender.minimum[least.key] = try TypedQuality.quality(least, scale: scale) } catch let error as Diagnostic {
        throw error.at(least.place)
      }
    }
    try addRates(to: &tender)
    return tender
  }

  private static func set(_ worths: [NamedAmount], in tender: inout Tender) throws {
    tender.criterionEuros = [:]
    for worth in worths {
      if let name = worth.name { tender.criterionEuros[name] = worth.amount }
    }
    guard tender.criterionEuros.isEmpty ? worths.count == 1 : tender.criterionEuros.count == worths.count else {
      throw Diagnostic(
        "formula.worth",
        Text(
          nl: "--quality-euro neemt één bedrag, of één voor elk criterium",
          en: "--quality-euro takes one amount, or one for each criterion"),
        wayOut: Text(
          nl: "zoals --quality-euro plan=60000,team=40000", en: "such as --quality-euro plan=60000,team=40000"))
    }
    tender.qualityEuro = worths.reduce(0) { $0 + $1.amount }
  }

  private func addRates(to tender: inout Tender) throws {
    guard !self.rate.isEmpty else { return }
    guard let source = self.rateSource, let date = self.rateDate else {
      throw Diagnostic(
        "bid.rate", Text(nl: "een koers heeft een bron en een dag", en: "a rate has a source and a day"),
        wayOut: Text(
          nl: "zoals --rate USD=0.92 --rate-source ECB --rate-date 2026-01-02",
          en: "such as --rate USD=0.92 --rate-source ECB --rate-date 2026-01-02"),
        suggestion: self.rateSource == nil ? "--rate-source" : "--rate-date", place: place(of: \.rate))
    }
    for rate in self.rate {
      let currency = rate.key.uppercased()
      tender.rates.items.removeAll { $0.currency == currency }
      tender.rates.items.append(ExchangeRate(currency: currency, euros: rate.value, source: source, date: date))
    }
  }

  /// Ranks bids for one contest by what a tender says.
  ///
  /// - Throws: `formula.*`, `bid.weights`, `criterion.unknown`, `bid.currency`.
  func award(_ sheet: BidSheet, _ tender: Tender, in context: Context) throws -> Award {
    let formula = try checking(\.formula) { _ in
      try AwardFormula(typed: tender.formula ?? "relative", qualityEuro: tender.qualityEuro)
    }
    let weights = try checking(has(\.points) ? \.points : \.weights) { _ in try AwardWeights(tender, sheet, formula) }
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
