import WorkbenchKit

/// A real price as tables and sentences.
struct FloorTables {
  let calculation: FloorCalculation
  let period: FloorPeriod
  let years: FloorYears

  var tariff: Double { calculation.tariff * period.hours }
  var costPrice: Double { calculation.costPrice * period.hours }

  private var hasMargin: Bool { calculation.items.contains { $0.post.stage == .margin } }

  /// What it comes to, without margin and with it.
  var headline: Text {
    let (with, without) = (Text.euros(tariff, decimals: 2), Text.euros(costPrice, decimals: 2))
    let unit = period.told
    guard hasMargin else {
      return Text(
        nl: "een \(unit.nl) kost ten minste \(with.nl)", en: "one \(unit.en) costs at least \(with.en)")
    }
    return Text(
      nl: "een \(unit.nl) kost ten minste \(with.nl), en zonder marge en risico-opslag \(without.nl)",
      en: "one \(unit.en) costs at least \(with.en), and \(without.en) without margin and surcharge for risk")
  }

  var facts: Facts {
    var facts = Facts(isDetail: true)
    func add(_ name: String, _ euros: Double, _ label: Text) {
      facts.add(name, .number(euros, unit: .euro), label: label, format: .decimals(2))
    }
    add("floor", tariff, Text(nl: "reële prijs", en: "real price"))
    add("cost_price", costPrice, Text(nl: "zonder marge en risico-opslag", en: "without margin and surcharge for risk"))
    add("labour_hour", calculation.labour, Text(nl: "loonkosten per productief uur", en: "labour of a productive hour"))
    if calculation.pays.count == 1, let pay = calculation.pays.first {
      facts.add(
        "productive", .number(pay.productive, unit: .share), label: Text(nl: "productief", en: "productive"),
        format: .share(1))
      if let hours = pay.hours {
        facts.add(
          "productive_hours", .number(hours * pay.productive),
          label: Text(nl: "productieve uren per jaar", en: "productive hours a year"), format: .decimals(1))
      }
    }
    return facts
  }

  /// What each step adds, in the order of working.
  func build(_ context: Context) -> Table {
    var steps = calculation.steps
    if period.hours != 1 {
      let hourly = Text.euros(calculation.tariff, decimals: 4)
      let figure = hourly + .verbatim(" × ") + .number(period.hours, atMost: 6)
      steps.append(
        FloorStep(id: "period", label: period.told, figure: figure, amount: tariff - calculation.tariff, sum: tariff))
    }
    let scales: [Column] =
      calculation.pays.count > 1
      ? [.texts("scale", steps.map(\.scale), label: Text(nl: "schaal", en: "scale"))] : []
    let sources: [Column] =
      steps.contains { $0.source != nil }
      ? [.texts("source", steps.map(\.source), label: Text(nl: "bron", en: "source"))] : []
    return Table(
      title: Text(nl: "Opbouw per productief uur", en: "Build-up of a productive hour"),
      columns: [.texts("item", steps.map(\.id)).asDetail()] + scales + [
        .texts("label", steps.map(\.label), label: Text(nl: "post", en: "item"), in: context),
        .texts("figure", steps.map(\.figure), label: Text(nl: "gegeven", en: "given"), in: context),
        .numbers(
          "amount", steps.map(\.amount), label: Text(nl: "erbij", en: "adds"), unit: .euro, format: .decimals(2)),
        .numbers("sum", steps.map(\.sum), label: Text(nl: "samen", en: "sum"), unit: .euro, format: .decimals(2)),
      ] + sources)
  }

  /// The tariff of each year; nil without an index by year.
  var byYear: Table? {
    guard !years.years.isEmpty else { return nil }
    let rows = years.years
    return Table(
      title: Text(nl: "Reële prijs per jaar", en: "Real price by year"),
      columns: [
        .numbers("year", rows.map { Double($0.year) }, label: Text(nl: "jaar", en: "year"), format: .plain),
        .numbers(
          "index", rows.map { $0.rise ?? .nan }, label: .verbatim("index"), unit: .share, format: .share(2)),
        .numbers(
          "cost_price", rows.map { costPrice * $0.factor }, label: Text(nl: "zonder marge", en: "without margin"),
          unit: .euro, format: .decimals(2)),
        .numbers(
          "floor", rows.map { tariff * $0.factor }, label: Text(nl: "reële prijs", en: "real price"), unit: .euro,
          format: .decimals(2)),
      ])
  }

  /// Each bid beside the floor, both to the cent.
  ///
  /// - Parameter prices: in euros for one of the period; NaN where missing.
  func bids(_ bidders: [String], lots: [String?], _ prices: [Double], in context: Context) -> Table {
    let (floor, cost) = (period.cents(calculation.tariff), period.cents(calculation.costPrice))
    let verdicts = prices.map { price -> Text? in
      if price.isNaN { return nil }
      if price < cost { return Text(nl: "onder de kostprijs", en: "below the cost price") }
      if price < floor { return Text(nl: "dekt de kosten, niet de marge", en: "covers the cost, not the margin") }
      return Text(nl: "op of boven de bodem", en: "at or above the floor")
    }
    let lotColumn: [Column] =
      lots.contains { $0 != nil } ? [.texts("lot", lots, label: Text(nl: "perceel", en: "lot"))] : []
    return Table(
      title: Text(nl: "Biedingen tegenover de reële prijs", en: "Bids against the real price"),
      columns: [.texts("bidder", bidders, label: Text(nl: "bieder", en: "bidder"))] + lotColumn + [
        .numbers("price", prices, label: Text(nl: "prijs", en: "price"), unit: .euro, format: .decimals(2)),
        .numbers(
          "above_floor", prices.map { $0 - floor }, label: Text(nl: "boven de bodem", en: "above the floor"),
          unit: .euro, format: .decimals(2)),
        Column(
          "below", .booleans(prices.map { $0.isNaN ? nil : $0 < floor }), label: Text(nl: "eronder", en: "below")),
        .texts("verdict", verdicts.map { $0 ?? .verbatim("") }, label: Text(nl: "oordeel", en: "verdict"), in: context),
      ])
  }

  // MARK: What was taken for granted

  var assumptions: [Text] {
    let bases = calculation.assumedBases.map { item in
      let base = item.usedBase?.label ?? .verbatim("")
      return item.label + Text(nl: " van \(base.nl)", en: " of \(base.en)")
    }
    var told = [
      Text(
        nl: """
          reële prijs, in deze volgorde: loonkosten per productief uur, directe kosten, groep, overhead, indexatie, marge; \
          het besluit noemt de posten en geen formule, en pas de uitkomst is afgerond, op de cent
          """,
        en: """
          real price, in this order: labour of a productive hour, direct cost, group, overhead, indexation, margin; the \
          decree names the items and no formula, and only the outcome is rounded, to the cent
          """)
    ]
    if !readAs.isEmpty {
      let listed = Text.joined(readAs, by: "; ")
      told.append(Text(nl: "uit het bestand gelezen: \(listed.nl)", en: "read from the file: \(listed.en)"))
    }
    if !bases.isEmpty {
      let listed = Text.joined(bases, by: "; ")
      told.append(
        Text(
          nl: "waarvan een percentage is, is niet opgegeven; genomen: \(listed.nl)",
          en: "of what a percentage is was not given; taken: \(listed.en)"))
    }
    return told
  }

  /// As what posts were read that the file calls otherwise.
  private var readAs: [Text] {
    var seen: Set<Text> = []
    return calculation.items.compactMap { item -> Text? in
      let (label, folded) = (item.post.label, item.name?.asFloorWord)
      guard let name = item.name, ![label.nl, label.en].map(\.asFloorWord).contains(folded ?? "") else {
        return nil
      }
      return Text(nl: "'\(name)' als \(label.nl)", en: "'\(name)' as \(label.en)")
    }.filter { seen.insert($0).inserted }
  }

  /// What the decree or a wage asks for and nobody gave.
  ///
  /// - Parameter items: the cost items of the decree.
  func leftOut(_ items: [CitedItem], empty: [String]) -> [Notice] {
    let given = calculation.decreeItems.union(years.years.isEmpty ? [] : ["indexation"])
    let lacking = items.filter { !given.contains($0.id) }.map(\.label)
    var notices: [Notice] = []
    func add(_ posts: [Text], _ text: (Text) -> Text) {
      if !posts.isEmpty { notices.append(Notice(.caution, text(.joined(posts, by: "; ")))) }
    }
    add(lacking) { posts in
      Text(
        nl: "niet opgegeven, en dus niet in de prijs, van de kostenposten van artikel 5.4: \(posts.nl)",
        en: "not given, and therefore not in the price, of the cost items of article 5.4: \(posts.en)")
    }
    add(calculation.lackingCharges.map(\.label)) { posts in
      Text(
        nl: "niet opgegeven boven op het loon, en dus niet in de prijs: \(posts.nl)",
        en: "not given on top of the wage, and therefore not in the price: \(posts.en)")
    }
    add(empty.map { .verbatim($0) }) { posts in
      Text(
        nl: "staat in het bestand zonder cijfer, en dus niet in de prijs: \(posts.nl)",
        en: "stands in the file without a figure, and therefore not in the price: \(posts.en)")
    }
    return notices
  }
}
