import WorkbenchKit

extension String {
  /// Small letters without diacritics and digits, with one space wherever something else stood.
  var asFloorWord: String {
    foldedForLookup.split { !$0.isLetter && !$0.isNumber && !"%€".contains($0) }.joined(separator: " ")
  }
}

/// Of what a percentage is.
enum FloorBase: String, Sendable, CaseIterable {
  case wage, gross
  case withHoliday = "with_holiday_pay"
  case pay, hours, rest, labour, cost, tariff

  var label: Text {
    switch self {
    case .wage: Text(nl: "het brutoloon", en: "the gross wage")
    case .gross: Text(nl: "loon en toeslagen", en: "wage and allowances")
    case .withHoliday: Text(nl: "loon, toeslagen en vakantiegeld", en: "wage, allowances and holiday pay")
    case .pay: Text(nl: "de brutoloonsom", en: "all gross pay")
    case .hours: Text(nl: "de betaalde uren", en: "the paid hours")
    case .rest: Text(nl: "de uren die overblijven", en: "the hours that remain")
    case .labour: Text(nl: "de loonkosten", en: "the cost of labour")
    case .cost: Text(nl: "de kosten tot hier", en: "the cost so far")
    case .tariff: Text(nl: "de uitkomst", en: "the outcome")
    }
  }

  private var words: [String] {
    switch self {
    case .wage: ["loon", "kaal loon", "brutoloon", "bruto loon", "salaris", "wage"]
    case .gross: ["loon met toeslagen", "loon inclusief toeslagen", "gross"]
    case .withHoliday: ["with holiday pay", "inclusief vakantiegeld"]
    case .pay: ["brutoloonsom", "bruto loonsom", "loonsom", "alles", "all", "all pay", "pay"]
    case .hours: ["uren", "betaalde uren", "bruto uren", "hours", "paid hours"]
    case .rest: ["rest", "overige uren", "resterende uren", "remaining", "remaining hours"]
    case .labour: ["loonkosten", "labour", "labour cost", "personeelskosten"]
    case .cost: ["kosten", "kostprijs", "cost", "cost price"]
    case .tariff: ["tarief", "prijs", "omzet", "tariff", "price", "turnover"]
    }
  }

  init?(typed: String) {
    let word = typed.asFloorWord
    let found = Self.allCases.first { base in
      ([base.label.nl, base.label.en] + base.words).contains { $0.asFloorWord == word }
    }
    guard let found else { return nil }
    self = found
  }
}

/// In what a post is given.
enum FloorUnit: Sendable, CaseIterable {
  case percent, hourly, monthly, yearly, client, hours, people

  var label: Text {
    switch self {
    case .percent: .verbatim("%")
    case .hourly: Text(nl: "euro per uur", en: "euros an hour")
    case .monthly: Text(nl: "euro per maand", en: "euros a month")
    case .yearly: Text(nl: "euro per jaar", en: "euros a year")
    case .client: Text(nl: "euro per cliënt", en: "euros a client")
    case .hours: Text(nl: "uur per jaar", en: "hours a year")
    case .people: Text(nl: "aantal", en: "number")
    }
  }

  /// - Returns: nil for words that say no unit, or euros without saying of what time.
  init?(typed: String) {
    let folded = typed.asFloorWord
    let words = folded.split { !$0.isLetter }
    func has(_ any: [Substring]) -> Bool { words.contains { any.contains($0) } }
    if folded.contains("%") || has(["procent", "percent", "pct", "percentage"]) {
      self = .percent
    } else if folded.contains("€") || has(["euro", "euros", "eur"]) {
      if has(["uur", "hour", "u", "h"]) {
        self = .hourly
      } else if has(["maand", "month", "mnd"]) {
        self = .monthly
      } else if has(["jaar", "year", "fte"]) {
        self = .yearly
      } else if has(["client", "deelnemer"]) {
        self = .client
      } else {
        return nil
      }
    } else if has(["week", "maand", "month", "dag", "day"]) {
      return nil
    } else if has(["uur", "uren", "hour", "hours", "u", "h"]) {
      self = .hours
    } else if has(["aantal", "number", "personen", "clienten", "medewerkers", "clients", "staff", "people"]) {
      self = .people
    } else {
      return nil
    }
  }
}
