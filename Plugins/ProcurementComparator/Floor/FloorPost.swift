import WorkbenchKit

/// One post of the calculation of a real price, in the order in which it counts.
enum FloorPost: String, Sendable, CaseIterable {
  case labour, wage
  case allowances, irregular
  case holidayPay = "holiday_pay"
  case choiceBudget = "choice_budget"
  case yearEnd = "year_end"
  case pension, premiums
  case otherCharges = "other_charges"
  case hours, leave, illness, training, meetings
  case travelTime = "travel_time"
  case indirect, nonproductive, productive, share
  case travel
  case trainingCost = "training_cost"
  case demands
  case otherCost = "other_cost"
  case staff, group, overhead, indexation, margin, risk

  /// At which point of the calculation a post counts.
  enum Stage: Sendable {
    case employer, wage, allowance, holiday, yearEnd, charge
    case hours, unproductive, productive, mix
    case direct, people, overhead, index, margin
  }

  var stage: Stage {
    switch self {
    case .labour: .employer
    case .wage: .wage
    case .allowances, .irregular: .allowance
    case .holidayPay, .choiceBudget: .holiday
    case .yearEnd: .yearEnd
    case .pension, .premiums, .otherCharges: .charge
    case .hours: .hours
    case .leave, .illness, .training, .meetings, .travelTime, .indirect, .nonproductive: .unproductive
    case .productive: .productive
    case .share: .mix
    case .travel, .trainingCost, .demands, .otherCost: .direct
    case .staff, .group: .people
    case .overhead: .overhead
    case .indexation: .index
    case .margin, .risk: .margin
    }
  }

  /// The cost item of article 5.4 of the Uitvoeringsbesluit Wmo 2015 that it fills; nil for what the decree does not name.
  var decreeItem: String? {
    switch stage {
    case .employer, .wage: "labour"
    case .overhead: "overhead"
    case .index: "indexation"
    case .unproductive, .productive: self == .travelTime ? "travel" : "nonproductive"
    case .direct: self == .demands ? "demands" : self == .otherCost ? nil : "travel"
    default: nil
    }
  }

  /// Of what a percentage may be, the usual one first.
  var bases: [FloorBase] {
    switch stage {
    case .allowance: [.wage]
    case .holiday: [.gross, .wage]
    case .yearEnd: [.gross, .withHoliday, .wage]
    case .charge: [.pay, .withHoliday, .gross, .wage]
    case .unproductive: self == .nonproductive ? [.hours] : [.hours, .rest]
    case .productive: [.hours]
    case .direct: [.labour]
    case .overhead, .margin: [.cost, .tariff, .labour]
    default: []
    }
  }

  var units: [FloorUnit] {
    switch stage {
    case .employer, .wage: [.hourly, .monthly, .yearly]
    case .allowance, .holiday, .yearEnd, .charge, .direct, .overhead, .margin:
      [.percent, .hourly, .monthly, .yearly] + (stage == .direct ? [.client] : [])
    case .hours: [.hours]
    case .unproductive, .productive: [.percent, .hours]
    case .mix, .index: [.percent]
    case .people: [.people]
    }
  }

  /// Whether a calculation may have several of them, which are added up.
  var mayRepeat: Bool {
    switch self {
    case .allowances, .otherCharges, .indirect, .otherCost, .demands, .travel, .trainingCost, .share, .indexation: true
    default: false
    }
  }

  var label: Text {
    switch self {
    case .labour: Text(nl: "loonkosten van de werkgever", en: "employer's cost of labour")
    case .wage: Text(nl: "brutoloon", en: "gross wage")
    case .allowances: Text(nl: "toeslagen", en: "allowances")
    case .irregular: Text(nl: "onregelmatigheidstoeslag", en: "irregular hours")
    case .holidayPay: Text(nl: "vakantiegeld", en: "holiday pay")
    case .choiceBudget: Text(nl: "individueel keuzebudget", en: "individual choice budget")
    case .yearEnd: Text(nl: "eindejaarsuitkering", en: "year-end bonus")
    case .pension: Text(nl: "pensioenpremie", en: "pension")
    case .premiums: Text(nl: "sociale premies", en: "social premiums")
    case .otherCharges: Text(nl: "overige werkgeverslasten", en: "other employer's charges")
    case .hours: Text(nl: "betaalde uren", en: "paid hours")
    case .leave: Text(nl: "verlof", en: "leave")
    case .illness: Text(nl: "ziekte", en: "illness")
    case .training: Text(nl: "scholing", en: "training")
    case .meetings: Text(nl: "werkoverleg", en: "meetings")
    case .travelTime: Text(nl: "reistijd", en: "travel time")
    case .indirect: Text(nl: "niet toe te wijzen uren", en: "hours not assignable")
    case .nonproductive: Text(nl: "niet-productieve uren", en: "non-productive hours")
    case .productive: Text(nl: "productieve uren", en: "productive hours")
    case .share: Text(nl: "aandeel in de inzet", en: "share of the staff mix")
    case .travel: Text(nl: "reiskosten", en: "travel cost")
    case .trainingCost: Text(nl: "opleidingskosten", en: "training cost")
    case .demands: Text(nl: "eisen van de gemeente", en: "demands of the municipality")
    case .otherCost: Text(nl: "overige directe kosten", en: "other direct cost")
    case .staff: Text(nl: "medewerkers tegelijk", en: "staff at once")
    case .group: Text(nl: "groepsgrootte", en: "group size")
    case .overhead: .verbatim("overhead")
    case .indexation: Text(nl: "indexatie", en: "indexation")
    case .margin: Text(nl: "marge", en: "margin")
    case .risk: Text(nl: "risico-opslag", en: "surcharge for risk")
    }
  }
}
