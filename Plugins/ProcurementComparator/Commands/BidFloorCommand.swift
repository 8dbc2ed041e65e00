import WorkbenchKit

/// `bid floor`: a real price for an hour, and every bid against it.
struct BidFloorCommand: Command {
  struct Arguments: Sendable {
    let calculation = Argument(
      optional: "calculation", .table,
      about: Text(
        nl: "bestand, tabel of $naam met een post per rij: post, waarde, eenheid",
        en: "file, table or $name with one item a row: item, value, unit"))
    let pay = FloorPayArguments()
    let hours = FloorHourArguments()
    let cost = FloorCostArguments()
    let per = Argument(
      flag: "per", .words, default: "uur",
      about: Text(
        nl: "waarvoor de prijs is: uur, minuut, dagdeel=4", en: "what the price is for: hour, minute, daypart=4"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid floor",
      aliases: ["bid bodem"],
      summary: Text(
        nl: "reken een reële prijs uit, van loon tot tarief, en leg elke bieding ernaast",
        en: "work out a real price, from wage to tariff, and put each bid beside it"),
      details: Text(
        nl: """
          De kostenposten staan in artikel 5.4 van het Uitvoeringsbesluit Wmo 2015; de volgorde van rekenen is de onze: loon, \
          toeslagen, vakantiegeld, eindejaarsuitkering, pensioen en premies; gedeeld door het productieve deel van de uren; het \
          gemiddelde van de mix van schalen; reis en eisen; gedeeld over de groep; overhead; indexatie; marge en risico. Wat \
          niet is opgegeven telt niet mee en wordt genoemd; loon en uren moeten er zijn. Pas de uitkomst wordt afgerond, op \
          de cent. In een bestand staat één post per rij: post, waarde, eenheid (%, euro per uur, maand of jaar, uur per \
          jaar); zo nodig over (waarvan een percentage is), schaal, jaar en bron; de mix is een rij 'aandeel' per schaal. Een \
          vlag komt bij wat in het bestand staat. De prijzen van de biedingen moeten prijzen voor hetzelfde zijn.
          """,
        en: """
          The cost items stand in article 5.4 of the Uitvoeringsbesluit Wmo 2015; the order of working is ours: wage, \
          allowances, holiday pay, year-end bonus, pension and premiums; divided by the productive part of the hours; the mean \
          of the mix of scales; travel and demands; divided over the group; overhead; indexation; margin and risk. What is not \
          given does not count and is named; wage and hours have to be there. Only the outcome is rounded, to the cent. A \
          file has one item a row: item, value, unit (%, euros an hour, month or year, hours a year); where needed over (of \
          what a percentage is), scale, year and source; the mix is a row 'share' for each scale. A flag comes on top of what \
          the file says. The prices of the bids have to be prices for the same thing.
          """),
      examples: [
        .init(
          "bid floor --labour 30 --nonproductive 20 --overhead 15 --travel 1.5 --demands 1 --indexation 3",
          Text(nl: "van loonkosten tot tarief", en: "from cost of labour to tariff")),
        .init(
          "bid floor --wage 16 --holiday-pay 8 --year-end 8.33 --pension 12 --premiums 20 --hours 1878 --leave 230 --illness 6% --overhead 15 --margin 3",
          Text(nl: "van loon tot tarief, met en zonder marge", en: "from wage to tariff, with and without margin")),
        .init(
          "bid floor --labour 30 --nonproductive 100",
          Text(nl: "geen enkel productief uur", en: "not a productive hour"), failsWith: "argument.range"),
        .init(
          "bid floor --wage 2500 --nonproductive 20", Text(nl: "een maandloon", en: "a wage by month"),
          failsWith: "floor.range"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var items = given.pay.items + given.hours.items + given.cost.items
    var rises = try given.cost.rises()
    var notices: [Notice] = []
    var empty: [String] = []
    if let reference = given.calculation {
      let marks = try given.numbers.marks()
      var intake = TableIntake(protection: given.guarding.guarding(in: context), marks: marks)
      intake.keepsWritten = FloorSheet.isAmount
      let taken = try reference.table(in: context, intake: intake)
      let sheet = try given.checking(\.calculation) { _ in
        try FloorSheet(taken.demandRows(), written: taken.written, in: taken.name)
      }
      items += sheet.items.filter { $0.year == nil }
      rises += sheet.items.compactMap { item in item.year.map { ($0, item.amount) } }
      empty = sheet.empty
      notices = taken.notices
    }
    let tables = FloorTables(
      calculation: try FloorCalculation(items), period: try given.checking(\.per) { try FloorPeriod($0) },
      years: try FloorYears(rises))
    return try answer(tables, notices: notices, empty: empty, in: context)
  }

  private func answer(_ tables: FloorTables, notices: [Notice], empty: [String], in context: Context) throws -> Output {
    let decree = try context.costItems
    for assumption in tables.assumptions { context.workspace.note(assumption: assumption) }
    var blocks: [Block] = [.paragraph(tables.headline), .facts(tables.facts)]
    if let kept = try context.workspace.table(BidSheet.table), kept.rowCount > 0 {
      let sheet = try BidSheet(kept: kept)
      // The floor is in euros, and so have the bids to be.
      let rates = try Tender(context.workspace).rates.items
      let currencies = try Currencies(sheet, rates: rates, needsEuros: true)
      for rate in currencies.rates { context.workspace.note(assumption: rate.told) }
      blocks.append(
        .table(
          tables.bids(
            sheet.bidders, lots: sheet.particulars.map(\.contest.lot), currencies.prices, in: context)))
      let unit = tables.period.told
      blocks.append(
        .caution(
          nl: "dit vergelijkt alleen als de biedingen prijzen per \(unit.nl) zijn",
          en: "this compares only if the bids are prices for one \(unit.en)"))
    }
    blocks.append(.table(tables.build(context)))
    if let years = tables.byYear { blocks.append(.table(years)) }
    blocks += (tables.leftOut(decree, empty: empty) + notices).map(Block.notice)
    blocks += tables.assumptions.map { .notice(Notice(.info, $0)) }
    let law = try context.law(["real-price"])
    blocks += law.map(\.notice)
    blocks.append(try context.knowledge.sources(decree.map(\.source) + law.map(\.what.source), in: context))
    return Output(blocks)
  }
}
