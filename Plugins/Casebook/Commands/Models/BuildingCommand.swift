import Methods
import WorkbenchKit

/// `casus model samen-en-anders`: whether the hours given meet what is asked, and the rent covers the building.
struct BuildingCommand: Command {
  struct Arguments: Sendable {
    let residents = Argument(
      flag: "residents", ModelQuantity.kind("residents"),
      about: Text(nl: "bewoners: ", en: "residents: ") + ModelQuantity.about)
    let hours = Argument(
      flag: "hours", ModelQuantity.kind("hours"), default: "10",
      about: Text(
        nl: "uren wederdienst per bewoner per maand; 10 komt uit de bron",
        en: "hours in return a resident a month; 10 is the source's"))
    let kept = Argument(
      flag: "kept", ModelQuantity.kind("kept", .share),
      about: Text(nl: "deel van die uren dat echt gegeven wordt", en: "share of these hours that is really given"))
    let asked = Argument(
      flag: "asked", ModelQuantity.kind("asked", .aboveNought),
      about: Text(nl: "gevraagde uren per maand", en: "hours asked a month"))
    let rent = Argument(
      flag: "rent", ModelQuantity.kind("rent", .aboveNought),
      about: Text(nl: "huur van een studio, euro per maand", en: "rent of a studio, euros a month"))
    let cost = Argument(
      flag: "cost", ModelQuantity.kind("cost"),
      about: Text(nl: "kosten van het pand, euro per maand", en: "cost of the building, euros a month"))
    let studios = Argument(
      flag: "studios", .integer(0...100_000), about: Text(nl: "studio's die er zijn", en: "studios that there are"))
    let hourly = Argument(
      flag: "hourly", ModelQuantity.kind("hourly"),
      about: Text(nl: "wat een uur waard is, euro", en: "what an hour is worth, euros"))
    let drawing = DrawArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus model samen-en-anders", aliases: ["casus model building"],
    summary: Text(nl: "reken een woongebouw met wederdiensten door", en: "work out a building with services in return"),
    details: Text(
      nl:
        "Per maand. Gegeven uren zijn bewoners maal uren maal het deel dat doorgaat; studio's zijn kosten gedeeld door huur, naar boven afgerond. Met --hourly: "
        + "welk deel van de huur de uren van één bewoner waard zijn. Wat ontbreekt wordt niet berekend.",
      en:
        "A month. Hours given are residents times hours times the share that goes on; studios are cost over rent, rounded up. With --hourly: which share of the "
        + "rent the hours of one resident are worth. What is lacking is not worked out."),
    soughtBy: ["wederdienst", "wederkerigheid", "studio"],
    examples: [
      .init(
        "casus model samen-en-anders --residents 20 --hours 10 --kept .8 --asked 140 --rent 350 --cost 9000",
        Text(nl: "verzonnen getallen", en: "invented figures")),
      .init(
        "casus model samen-en-anders --rent 0 --cost 9000", Text(nl: "zonder huur", en: "without rent"),
        failsWith: "model.zero"),
      .init(
        "casus model samen-en-anders", Text(nl: "zonder getallen", en: "without figures"), failsWith: "argument.missing"
      ),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let hasHours = given.residents != nil && given.kept != nil
    let hasAsked = hasHours && given.asked != nil
    let hasRent = given.rent != nil && given.cost != nil
    let hasShare = given.hourly != nil && given.kept != nil && given.rent != nil
    guard hasHours || hasRent || hasShare else {
      throw Diagnostic(
        "argument.missing",
        Text(nl: "met deze getallen is er niets te rekenen", en: "with these figures there is nothing to work out"),
        wayOut: Text(
          nl: "geef --residents en --kept, of --rent en --cost", en: "give --residents and --kept, or --rent and --cost"
        ),
        suggestion: "--residents", place: given.place)
    }
    let nought = ModelQuantity(.constant(0))
    let typed = [
      given.residents ?? nought, given.hours, given.kept ?? nought, given.asked ?? nought, given.rent ?? nought,
      given.cost ?? nought,
      given.hourly ?? nought,
    ]
    @Sendable func outcome(_ values: [Double]) -> [Double] {
      let hours = ReciprocalBuilding.hours(residents: values[0], each: values[1], kept: values[2])
      return [
        hours, values[3], ReciprocalBuilding.ratio(given: hours, asked: values[3]),
        ReciprocalBuilding.studios(cost: values[5], rent: values[4]),
        ReciprocalBuilding.share(each: values[1], kept: values[2], hourly: values[6], rent: values[4]),
      ]
    }
    let middle = outcome(typed.map(\.mean))
    let drawn = try context.drawn(typed, given.drawing, outcome: outcome)
    var facts = Facts()
    if hasHours {
      facts.add(
        "hours_given", middle[0], label: Text(nl: "gegeven uren per maand", en: "hours given a month"),
        format: .decimals(0), drawn: drawn, 0)
    }
    if hasAsked {
      facts.add(
        "hours_asked", middle[1], label: Text(nl: "gevraagde uren per maand", en: "hours asked a month"),
        format: .decimals(0), drawn: drawn, 1)
      facts.add(
        "ratio", middle[2], label: Text(nl: "gegeven gedeeld door gevraagd", en: "given over asked"),
        format: .decimals(2), drawn: drawn, 2,
        ends: ("low", "high"), endless: Text(nl: "niemand vraagt iets", en: "nobody asks anything"))
    }
    if hasRent {
      facts.add(
        "break_even", middle[3], label: Text(nl: "studio's om de kosten te dekken", en: "studios to cover the cost"),
        format: .decimals(0),
        drawn: drawn, 3, endless: Text(nl: "zonder huur nooit", en: "without rent never"))
    }
    if hasShare {
      facts.add(
        "rent_share", middle[4],
        label: Text(nl: "deel van de huur dat de uren waard zijn", en: "share of the rent that the hours are worth"),
        format: .share(1), drawn: drawn, 4)
    }
    var blocks: [Block] = [
      .paragraph(Self.answer(given, middle, hasHours: hasHours, hasAsked: hasAsked, hasRent: hasRent)),
      .facts(facts.atAGlance()),
    ]
    if hasRent, let studios = given.studios {
      blocks += Self.tooFew(studios, middle[3], high: drawn?.quantile(3, 0.95) ?? middle[3])
    }
    if hasHours || hasShare, !given.has(\.hours) {
      blocks.append(
        .info(nl: "tien uur per bewoner per maand komt uit de bron", en: "ten hours a resident a month is the source's")
      )
    }
    return Output(blocks + (try context.modelRemarks("samen-en-anders", drawn, given.drawing)))
  }

  /// What is said where there are fewer studios than it takes, or than it may take.
  private static func tooFew(_ studios: Int, _ needed: Double, high: Double) -> [Block] {
    let there = Text.counted(studios, .verbatim("studio"), Text(nl: "studio's", en: "studios"))
    if Double(studios) < needed {
      let short = Text.number(needed - Double(studios), decimals: 0)
      return [
        .caution(
          nl: "met \(there.nl) zijn de kosten niet te dekken: \(short.nl) te weinig",
          en: "with \(there.en) the cost cannot be covered: \(short.en) too few")
      ]
    }
    guard Double(studios) < high else { return [] }
    let most = high.isFinite ? Text.number(high, decimals: 0) : Text(nl: "meer", en: "more")
    return [
      .caution(
        nl: "met \(there.nl) is het gemiddeld genoeg, maar in een slecht geval zijn er \(most.nl) nodig",
        en: "with \(there.en) it is enough on average, but in a bad case \(most.en) are needed")
    ]
  }

  private static func answer(
    _ given: Given<Arguments>, _ middle: [Double], hasHours: Bool, hasAsked: Bool, hasRent: Bool
  ) -> Text {
    var parts: [Text] = []
    if hasHours {
      let hours = Text.number(middle[0], decimals: 0)
      var part = Text(nl: "Bewoners geven \(hours.nl) uur per maand", en: "Residents give \(hours.en) hours a month")
      if hasAsked {
        let (asked, ratio) = (Text.number(middle[1], decimals: 0), Text.number(middle[2], decimals: 2))
        part =
          part
          + Text(
            nl: " tegen \(asked.nl) gevraagd (\(ratio.nl) op 1)", en: " against \(asked.en) asked (\(ratio.en) to 1)")
      }
      parts.append(part)
    }
    if hasRent {
      let studios = Text.number(middle[3], decimals: 0)
      parts.append(
        Text(
          nl: "er zijn \(studios.nl) verhuurde studio's nodig om de kosten te dekken",
          en: "\(studios.en) studios have to be let to cover the cost"))
    }
    if parts.isEmpty {
      let share = Text.share(middle[4])
      return Text(
        nl: "De uren van een bewoner zijn \(share.nl) van de huur waard",
        en: "The hours of a resident are worth \(share.en) of the rent")
    }
    let text = Text.joined(parts, by: "; ")
    return Text(
      nl: text.nl.prefix(1).uppercased() + text.nl.dropFirst(), en: text.en.prefix(1).uppercased() + text.en.dropFirst()
    )
  }
}
