import WorkbenchKit

/// `procure needs`: which support is to be contracted for, by what people need and what is there.
struct NeedsCommand: Command {
  struct Arguments: Sendable {
    let areas = Argument(
      flags: "area", .name, about: Text(nl: "alleen deze gebieden", en: "these areas only"))
    let all = Argument(
      toggle: "all",
      about: Text(
        nl: "ook woningen en woonomgeving, die niet als ondersteuning worden ingekocht",
        en: "dwellings and surroundings too, which are not contracted as support"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "procure needs",
    aliases: ["procure behoeften"],
    summary: Text(
      nl: "zie welke ondersteuning nodig is en waaraan het ontbreekt",
      en: "see which support is needed and what is lacking of it"),
    details: Text(
      nl:
        "Leest wat de Woonzorgwijzer met 'wzw gap GEBIED --offer' klaarzet. Wie in twee gebieden zou tellen, telt één keer. Waar het aanbod "
        + "niet bekend is of in uren telt, staat er geen tekort, en dat is iets anders dan genoeg. 'procure simulate --need' rekent ermee "
        + "door, 'procure arrangements --need' zet het naast eerdere kosten, 'procure kpi reach --need' naast wie bereikt is.",
      en:
        "Reads what the Woonzorgwijzer offers by 'wzw gap AREA --offer'. Who would count in two areas counts once. Where the supply is not "
        + "known or counts in hours there is no shortage, which is not the same as enough. 'procure simulate --need' works on with it, "
        + "'procure arrangements --need' sets it beside former costs, 'procure kpi reach --need' beside those who were reached."
    ),
    examples: [
      .init(
        "procure needs",
        Text(nl: "ondersteuning, ook wat nog niet bekend is", en: "support, also what is not known yet")),
      .init(
        "procure needs --area Lindenhof", Text(nl: "een gebied dat niet klaarstaat", en: "an area that is not offered"),
        failsWith: "area.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard let table = try NeedTable.offered(in: context.workspace, isShort: true).first?.table else {
      throw Diagnostic(
        "gaps.none",
        Text(
          nl: "de Woonzorgwijzer heeft nog geen vraag en aanbod klaargezet",
          en: "the Woonzorgwijzer has not offered demand and supply yet"),
        wayOut: Text(nl: "zet het klaar met 'wzw gap GEBIED --offer'", en: "offer it with 'wzw gap AREA --offer'"),
        suggestion: "wzw gap")
    }
    let needs = try given.checking(\.areas) { try SupportNeeds(table, areas: $0, isAll: given.all) }
    var blocks: [Block] = [.table(Self.table(needs.rows, context))]
    if needs.rows.isEmpty {
      blocks.append(
        .info(nl: "er staat geen ondersteuning in wzw.gaps", en: "there is no support in wzw.gaps"))
    }
    if let first = needs.rows.first(where: { ($0.demand?.estimate ?? 0) > 0 }) {
      blocks.append(
        .info(
          nl: "verder rekenen: procure simulate --need \(first.id) --uptake … (--shortage: alleen het tekort)",
          en: "to work on with it: procure simulate --need \(first.id) --uptake … (--shortage: the shortage only)"))
    }
    if needs.others > 0 {
      let many = Text.counted(
        needs.others, Text(nl: "randvoorwaarde gaat", en: "precondition is"),
        Text(nl: "randvoorwaarden gaan", en: "preconditions are"))
      blocks.append(
        .info(
          nl: "\(many.nl) over woning of woonomgeving: --all toont ze hier, 'instrument advise' leest ze",
          en: "\(many.en) about dwelling or surroundings: --all shows them here, 'instrument advise' reads them"))
    }
    // The part of whom it is not known stands in the table.
    let remarks = needs.rows.flatMap { ($0.demand?.remarks.prefix(1) ?? []) + ($0.demand?.choice.remarks ?? []) }
    var seen: Set<Text> = []
    blocks += remarks.filter { seen.insert($0).inserted }.map { .notice(Notice(.caution, $0)) }
    return Output(blocks)
  }

  private static func table(_ rows: [SupportNeeds.Row], _ context: Context) -> Table {
    func people(_ name: String, _ label: Text, _ value: (SupportNeeds.Row) -> Double?) -> Column {
      .numbers(name, rows.map { value($0) ?? .nan }, label: label, unit: .persons, format: .decimals(0))
    }
    func bound(_ row: SupportNeeds.Row, _ end: (NeedRange) -> Double) -> Double? {
      row.demand.flatMap { $0.withMargin > 0 ? end($0.range) : nil }
    }
    return Table(
      title: Text(nl: "Ondersteuning die nodig is", en: "Support that is needed"),
      columns: [
        .texts("precondition", rows.map(\.id), label: .verbatim("id")).asDetail(),
        .texts("label", rows.map(\.label), label: Text(nl: "randvoorwaarde", en: "precondition")),
        .texts("family", rows.map(\.family), label: Text(nl: "familie", en: "family")).asDetail(),
        .texts(
          "areas", rows.map { row in row.demand.map { Text.list($0.choice.areas, atMost: 3) } },
          label: Text(nl: "waar", en: "where"), in: context),
        people("demand", Text(nl: "mensen", en: "people")) { $0.demand?.estimate },
        people("demand_low", Text(nl: "laag", en: "low")) { bound($0, \.low) }.asDetail(),
        people("demand_high", Text(nl: "hoog", en: "high")) { bound($0, \.high) }.asDetail(),
        people("short", Text(nl: "tekort", en: "short")) { $0.short?.estimate },
        .numbers(
          "unknown_share", rows.map { $0.unknown ?? .nan }, label: Text(nl: "onbekend %", en: "unknown %"),
          unit: .share, format: .share(0)),
        .texts("state", rows.map(\.state), label: Text(nl: "stand", en: "state"), in: context),
      ])
  }
}
