import WorkbenchKit

/// `regio budget X --history FILE --key FILE --mix A --years N`: the way from what was spent to what a key gives.
struct BudgetCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let history = Argument(
      requiredFlag: "history", .table,
      about: Text(
        nl: "wat elke gemeente nu heeft: kolommen municipality, amount",
        en: "what each municipality has now: columns municipality, amount"))
    let key = Argument(
      requiredFlag: "key", .table, about: Text(nl: "kolommen municipality, key", en: "columns municipality, key"))
    let mix = Argument(
      flag: "mix", .share, default: "1",
      about: Text(
        nl: "welk deel van het einde de sleutel is; de rest blijft historie",
        en: "which part of the end is the key; the rest stays history"))
    let years = Argument(
      requiredFlag: "years", .integer(1...50),
      about: Text(nl: "na hoeveel jaar het zo ver is", en: "after how many years it is done"))
    let budget = Argument(
      flag: "budget", .number(0...1e12, unit: .euro),
      about: Text(
        nl: "het hele bedrag, als de historie uit delen bestaat",
        en: "the whole amount, where history is given in parts"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio budget", aliases: ["regio groeipad"],
    summary: Text(
      nl: "reken het pad uit van wat gemeenten nu hebben naar wat een sleutel geeft",
      en: "work out the path from what municipalities have now to what a key gives"),
    details: Text(
      nl:
        "In een rechte lijn: na N jaar geldt de sleutel helemaal. Het geheel blijft elk jaar gelijk. De bron geeft geen sleutel en geen termijn.",
      en:
        "In a straight line: after N years the key holds in full. The whole stays the same each year. The source gives no key and no term."
    ),
    next: [
      FollowUp(
        "regio risk breda --clients c.csv --cost 60000 --over 20%",
        Text(nl: "wie loopt welk risico", en: "who runs which risk"))
    ],
    soughtBy: ["ingroeipad", "verdeelmodel", "groeipad"],
    examples: [
      .init(
        "regio budget kustproef --history historie.csv --key sleutel.csv --years 4",
        Text(nl: "verzonnen", en: "invented")),
      .init(
        "regio budget kustproef --history historie.csv --key sleutel.csv --mix 50% --years 4",
        Text(nl: "voor de helft", en: "for half")),
      .init(
        "regio budget kustproef --history historie.csv --key nulsleutel.csv --years 4",
        Text(nl: "een sleutel van niets", en: "a key of nothing"), failsWith: "key.zero"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let region = try context.region(given.region, at: given.place(of: \.region))
    let reader = MunicipalReader(
      region: region, book: try context.regionBook, protection: given.guarding.guarding(in: context), context: context)
    let history = try reader.rows(given.history, .init(required: ["amount"]))
    let key = try reader.rows(given.key, .init(required: ["key"]))
    let names = history.rows.names
    var amounts = history.rows.numbers["amount"] ?? []
    let whole = amounts.reduce(0, +)
    guard whole > 0 else {
      throw Diagnostic(
        "budget.zero", Text(nl: "de historie telt op tot niets", en: "history adds to nothing"),
        wayOut: Text(nl: "geef minstens één gemeente een bedrag", en: "give one municipality at least an amount"),
        place: given.history.place)
    }
    if let budget = given.budget { amounts = amounts.map { $0 / whole * budget } }
    let parts = try DistributionKey(key.rows, for: names, at: given.key.place).parts
    let path = BudgetPath(history: amounts, key: parts, mix: given.mix, years: given.years)
    var blocks: [Block] = [.paragraph(Self.answer(path, names, given.years)), .table(Self.table(path, names))]
    var facts = Facts(isDetail: true)
    facts.add(
      "budget", .number(amounts.reduce(0, +), unit: .euro), label: Text(nl: "geheel", en: "whole"), format: .decimals(0)
    )
    blocks.append(.facts(facts))
    blocks.append(.chart(Self.chart(path, names)))
    if let extra = key.leftOut(beside: names, Text(nl: "de sleutel", en: "the key")) { blocks.append(.notice(extra)) }
    blocks += history.notices.map(Block.notice) + [MethodWords.ownFigures]
    let terms =
      try SourceTopic.all.first { $0.id == "money" }?.terms(in: context).filter {
        ["verdeling", "wachten"].contains($0.id)
      } ?? []
    blocks.append(try context.knowledge.sources(terms.map(\.source), in: context))
    return Output(blocks)
  }

  private static func answer(_ path: BudgetPath, _ names: [String], _ years: Int) -> Text {
    let shift = path.shift
    let after = Text(nl: "Na \(years) jaar", en: "After \(years) \(years == 1 ? "year" : "years")")
    guard let most = shift.indices.max(by: { shift[$0] < shift[$1] }),
      let least = shift.indices.min(by: { shift[$0] < shift[$1] }), shift[most] - shift[least] >= 0.5
    else { return Text(nl: "\(after.nl) verandert er niets.", en: "\(after.en) nothing changes.") }
    let (up, down) = (Text.euros(shift[most]), Text.euros(-shift[least]))
    return Text(
      nl:
        "\(after.nl) krijgt \(names[most]) het meest erbij (\(up.nl)) en levert \(names[least]) het meest in (\(down.nl)).",
      en: "\(after.en) \(names[most]) gets most more (\(up.en)) and \(names[least]) gives up most (\(down.en)).")
  }

  private static func table(_ path: BudgetPath, _ names: [String]) -> Table {
    func euros(_ name: String, _ values: [Double], _ label: Text) -> Column {
      .numbers(name, values, label: label, unit: .euro, format: .decimals(0))
    }
    return Table(
      title: Text(nl: "Het pad, per jaar", en: "The path, year by year"),
      columns: [.texts("municipality", names, label: Text(nl: "gemeente", en: "municipality"))]
        + path.years.enumerated().map { year, amounts in
          euros(
            "year_\(year)", amounts,
            year == 0 ? Text(nl: "nu", en: "now") : Text(nl: "jaar \(year)", en: "year \(year)"))
        } + [euros("shift", path.shift, Text(nl: "verschil", en: "shift"))]
    ).atAGlance(columns: ["municipality", "year_0", "year_\(path.years.count - 1)", "shift"])
  }

  private static func chart(_ path: BudgetPath, _ names: [String]) -> Chart {
    Chart(
      .line, title: Text(nl: "Van historie naar sleutel", en: "From history to key"),
      x: Chart.Axis(Text(nl: "jaar", en: "year")), y: Chart.Axis(Text(nl: "euro", en: "euro"), unit: .euro),
      categories: path.years.indices.map { String($0) },
      series: names.indices.map { row in Chart.Series(name: names[row], values: path.years.map { $0[row] }) })
  }
}
