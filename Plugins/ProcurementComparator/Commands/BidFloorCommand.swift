import WorkbenchKit

/// `bid floor`: a real price for an hour, and every bid against it.
struct BidFloorCommand: Command {
  struct Arguments: Sendable {
    let labour = Argument(
      requiredFlag: "labour", .number(0...1000, unit: .euro),
      about: Text(nl: "loonkosten per betaald uur", en: "labour cost of a paid hour"))
    let nonproductive = Argument(
      requiredFlag: "nonproductive", .number(0...99, unit: .percent),
      about: Text(
        nl: "deel van de uren dat niet productief is, in %", en: "part of the hours that is not productive, in %"))
    let overhead = Argument(
      flag: "overhead", .number(0...1000, unit: .percent), default: "0",
      about: Text(nl: "overhead, in % van de kosten", en: "overhead, in % of the cost"))
    let travel = Argument(
      flag: "travel", .number(0...1000, unit: .euro), default: "0",
      about: Text(nl: "reis en opleiding per uur", en: "travel and training an hour"))
    let demands = Argument(
      flag: "demands", .number(0...1000, unit: .euro), default: "0",
      about: Text(nl: "eisen van de gemeente per uur", en: "demands of the municipality an hour"))
    let indexation = Argument(
      flag: "indexation", .number(-50...100, unit: .percent), default: "0",
      about: Text(nl: "indexatie, in %", en: "indexation, in %"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid floor",
      aliases: ["bid bodem"],
      summary: Text(
        nl: "reken een reële prijs per uur uit en leg elke bieding ernaast",
        en: "work out a real price for an hour and put each bid beside it"),
      details: Text(
        nl: """
          De kostenposten staan in artikel 5.4 van het Uitvoeringsbesluit Wmo 2015; de rekenwijze is de onze: (loonkosten ÷ \
          (1 − niet-productief) + reis + eisen) × (1 + overhead) × (1 + indexatie). De prijzen van de biedingen moeten prijzen \
          per uur zijn.
          """,
        en: """
          The cost items stand in article 5.4 of the Uitvoeringsbesluit Wmo 2015; the way of working is ours: (labour ÷ \
          (1 − non-productive) + travel + demands) × (1 + overhead) × (1 + indexation). The prices of the bids have to be \
          prices for an hour.
          """),
      examples: [
        .init(
          "bid floor --labour 30 --nonproductive 20 --overhead 15 --travel 1.5 --demands 1 --indexation 3",
          Text(nl: "van loon tot tarief", en: "from labour to tariff")),
        .init(
          "bid floor --labour 30 --nonproductive 100",
          Text(nl: "geen enkel productief uur", en: "not a productive hour"), failsWith: "argument.range"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let floor = FloorTariff(
      labour: given.labour, nonproductive: given.nonproductive / 100, overhead: given.overhead / 100,
      travel: given.travel, demands: given.demands, indexation: given.indexation / 100)
    let items = try context.costItems
    let labels = items.labels
    let steps = floor.steps
    context.workspace.note(
      assumption: Text(
        nl: "reële prijs: (loonkosten ÷ (1 − niet-productief) + reis + eisen) × (1 + overhead) × (1 + indexatie)",
        en: "real price: (labour ÷ (1 − non-productive) + travel + demands) × (1 + overhead) × (1 + indexation)"))
    var facts = Facts(isDetail: true)
    facts.add(
      "floor", .number(floor.tariff, unit: .euro), label: Text(nl: "reële prijs", en: "real price"),
      format: .decimals(2))
    let shown = Text.euros(floor.tariff, decimals: 2)
    var blocks: [Block] = [
      .paragraph(Text(nl: "een uur kost ten minste \(shown.nl)", en: "an hour costs at least \(shown.en)")),
      .facts(facts),
    ]
    let build = Table(
      title: Text(nl: "Opbouw per productief uur", en: "Build-up of a productive hour"),
      columns: [
        .texts("item", steps.map(\.item)).asDetail(),
        .texts("label", steps.map { labels[$0.item] }, label: Text(nl: "post", en: "item"), in: context),
        .numbers(
          "amount", steps.map(\.amount), label: Text(nl: "erbij", en: "adds"), unit: .euro, format: .decimals(2)),
        .numbers("sum", steps.map(\.sum), label: Text(nl: "samen", en: "sum"), unit: .euro, format: .decimals(2)),
      ])
    if let kept = try context.workspace.table(BidSheet.table), kept.rowCount > 0 {
      let sheet = try BidSheet(kept: kept)
      // The floor is in euros, and so have the bids to be.
      let rates = try Tender(context.workspace).rates.items
      let currencies = try Currencies(sheet, rates: rates, needsEuros: true)
      for rate in currencies.rates { context.workspace.note(assumption: rate.told) }
      let prices = currencies.prices
      let below = prices.map { $0 < floor.tariff }
      blocks.append(
        .table(
          Table(
            title: Text(nl: "Biedingen tegenover de reële prijs", en: "Bids against the real price"),
            columns: [
              .texts("bidder", sheet.bidders, label: Text(nl: "bieder", en: "bidder")),
              .numbers("price", prices, label: Text(nl: "prijs", en: "price"), unit: .euro),
              .numbers(
                "above_floor", prices.map { $0 - floor.tariff },
                label: Text(nl: "boven de bodem", en: "above the floor"),
                unit: .euro, format: .decimals(2)),
              Column(
                "below", .booleans(zip(below, prices).map { $1.isNaN ? nil : $0 }),
                label: Text(nl: "eronder", en: "below")),
            ])))
      blocks.append(
        .caution(
          nl: "dit vergelijkt alleen als de biedingen prijzen per uur zijn",
          en: "this compares only if the bids are prices for an hour"))
    }
    blocks.append(.table(build))
    let law = try context.law(["real-price"])
    blocks += law.map(\.notice)
    blocks.append(try context.knowledge.sources(items.map(\.source) + law.map(\.what.source), in: context))
    return Output(blocks)
  }
}
