import WorkbenchKit

/// The words by which a calculation in a file names its posts.
enum FloorWords {
  static func posts(_ typed: String) -> [FloorPost] {
    let word = typed.asFloorWord
    return FloorPost.allCases.filter { names(of: $0).contains { $0.asFloorWord == word } }
  }

  static var all: [String] { FloorPost.allCases.flatMap { names(of: $0) } }

  private static func names(of post: FloorPost) -> [String] {
    [post.label.nl, post.label.en, post.rawValue] + (others[post] ?? [])
  }

  private static let others: [FloorPost: [String]] = [
    .labour: [
      "loonkosten", "werkgeverskosten", "personeelskosten", "beroepskracht", "kosten beroepskracht", "cao kosten",
      "labour cost", "employer cost", "employers cost",
    ],
    .wage: [
      "loon", "bruto loon", "salaris", "brutosalaris", "bruto salaris", "uurloon", "bruto uurloon", "maandloon",
      "bruto maandloon", "maandsalaris", "bruto maandsalaris", "jaarloon", "bruto jaarloon", "jaarsalaris",
      "bruto jaarsalaris", "schaalloon", "salary", "gross salary", "hourly wage", "pay",
    ],
    .allowances: ["toeslag", "toelage", "toelagen", "functietoeslag", "allowance"],
    .irregular: ["ort", "onregelmatigheid", "irregularity", "irregular hours allowance"],
    .holidayPay: ["vakantietoeslag", "vakantiebijslag", "vakantie uitkering", "vakantieuitkering"],
    .choiceBudget: ["ikb", "keuzebudget"],
    .yearEnd: ["eju", "dertiende maand", "year end", "end of year bonus"],
    .pension: ["pensioen", "pensioenpremies", "pension premium", "employer pension"],
    .premiums: [
      "premies", "sociale lasten", "werkgeverslasten", "premies werknemersverzekeringen", "social charges",
      "employer charges", "employers charges", "national insurance",
    ],
    .otherCharges: ["overige personele kosten", "overige personeelskosten", "overige loonkosten", "other charges"],
    .hours: [
      "uren", "bruto uren", "brutouren", "contracturen", "jaaruren", "uren per jaar", "werkbare uren", "gross hours",
      "hours a year", "contract hours",
    ],
    .leave: ["vakantie", "vakantieverlof", "verlofuren", "vakantie uren", "feestdagen en verlof", "annual leave"],
    .illness: ["ziekteverzuim", "verzuim", "sickness", "sick leave"],
    .training: ["scholingsuren", "opleiding", "opleidingsuren", "bijscholing", "training hours"],
    .meetings: ["overleg", "overleguren", "werkoverleguren", "team meetings"],
    .travelTime: ["reisuren", "reistijd tussen cliënten", "travel hours"],
    .indirect: [
      "indirecte uren", "indirecte tijd", "indirect", "niet toewijsbaar", "niet toewijsbare uren", "niet declarabel",
      "niet declarabele uren", "niet cliëntgebonden uren", "administratie", "indirect hours", "not assignable",
    ],
    .nonproductive: ["niet productief", "improductief", "improductiviteit", "improductieve uren", "unproductive"],
    .productive: [
      "productief", "productiviteit", "declarabele uren", "declarabiliteit", "netto uren", "cliëntgebonden uren",
      "productivity", "billable hours",
    ],
    .share: ["aandeel", "mix", "inzet", "deel", "functiemix", "share"],
    .travel: ["reis", "reiskostenvergoeding", "kilometervergoeding", "mileage", "travel costs"],
    .trainingCost: ["scholing", "opleiding", "scholingskosten", "training", "training costs"],
    .demands: ["gemeentelijke eisen", "eisen gemeente", "kosten gemeentelijke eisen", "verantwoording", "demands"],
    .otherCost: ["overig", "overige kosten", "materiaal", "materiaalkosten", "huisvesting", "other", "other costs"],
    .staff: ["medewerkers", "begeleiders", "personeel", "staff"],
    .group: ["groep", "cliënten", "cliënten per groep", "aantal cliënten", "deelnemers", "clients", "group"],
    .overhead: ["overheadkosten", "redelijke overhead", "indirecte kosten", "overheads", "business costs"],
    .indexation: ["index", "indexering", "loon en prijsontwikkeling"],
    .margin: ["winst", "winstopslag", "winst en risico", "rendement", "profit", "surplus"],
    .risk: ["risico", "risicoopslag", "opslag voor risico", "risk", "risk surcharge"],
  ]
}
