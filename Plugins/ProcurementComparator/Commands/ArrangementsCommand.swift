import WorkbenchKit

/// `procure arrangements`: tariffs for arrangements out of what support cost before.
struct ArrangementsCommand: Command {
  struct Arguments: Sendable {
    let file = Argument(
      "file", .table,
      about: Text(nl: "bestand, tabel of $naam met de eerdere kosten", en: "file, table or $name with the former costs")
    )
    let cut = Argument(
      flag: "cut", .number(0...100, unit: .percent), default: "0", about: Text(nl: "korting, in %", en: "cut, in %"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure arrangements",
      aliases: ["procure arrangementen"],
      summary: Text(
        nl: "maak tarieven per arrangement uit eerdere kosten, na een korting",
        en: "make tariffs for arrangements out of former costs, after a cut"),
      details: Text(
        nl:
          "Kolommen: complexity, intensity, clients, cost (van alle cliënten samen). Het gewogen gemiddelde past bij 'procure simulate --arrangement-price'.",
        en:
          "Columns: complexity, intensity, clients, cost (of all clients together). The weighted mean fits 'procure simulate --arrangement-price'."
      ),
      examples: [
        .init(
          "procure arrangements arrangementen.csv --cut 10",
          Text(nl: "na een korting van tien procent", en: "after a cut of ten percent")),
        .init(
          "procure arrangements bids.csv", Text(nl: "een tabel van iets anders", en: "a table of something else"),
          failsWith: "column.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let place = given.place(of: \.file)
    let protection = given.guarding.guarding(in: context)
    let marks = try given.numbers.marks()
    var intake = TableIntake(protection: protection, marks: marks)
    intake.isWhole = { ["clients", "cost"].contains($0) }
    let taken = try given.file.table(in: context, intake: intake)
    let amounts = ["clients", "cost"].compactMap(taken.table.index)
    let (table, remarks) = taken.table.readingNumbers(of: amounts, marks: marks, whole: amounts)
    var history = ArrangementHistory()
    let (complexity, intensity) = (
      try table.require("complexity", at: place), try table.require("intensity", at: place)
    )
    let (clients, cost) = (try table.require("clients", at: place), try table.require("cost", at: place))
    for row in 0..<table.rowCount {
      guard let count = clients[row].number, let amount = cost[row].number, amount >= 0,
        count >= 0, count == count.rounded()
      else {
        throw Diagnostic(
          "arrangement.row",
          Text(
            nl: "rij \(row + 1) van '\(taken.name)' heeft geen heel aantal cliënten en kosten van 0 of meer",
            en: "row \(row + 1) of '\(taken.name)' has no whole number of clients and cost of 0 or more"), place: place)
      }
      history.add(complexity: complexity[row].plain, intensity: intensity[row].plain, clients: count, cost: amount)
    }
    let kept = 1 - given.cut / 100
    let byComplexity = history.explained { $0.complexity }
    let byIntensity = history.explained { $0.intensity }
    var facts = Facts()
    facts.add(
      "weighted_mean_tariff", .number(Self.finite(history.mean * kept), unit: .euro),
      label: Text(nl: "gewogen gemiddeld tarief", en: "weighted mean tariff"), format: .decimals(2))
    facts.add("clients", .number(history.clients), label: Text(nl: "cliënten", en: "clients"))
    if byComplexity.isFinite {
      facts.add(
        "complexity_explains", .number(byComplexity, unit: .share),
        label: Text(nl: "complexiteit onderscheidt", en: "complexity tells apart"), format: .share(0))
      facts.add(
        "intensity_explains", .number(byIntensity, unit: .share),
        label: Text(nl: "intensiteit onderscheidt", en: "intensity tells apart"), format: .share(0))
    }
    let cells = history.cells
    let result = Table(
      title: Text(nl: "Tarieven per arrangement", en: "Tariffs by arrangement"),
      columns: [
        .texts("complexity", cells.map(\.complexity), label: Text(nl: "complexiteit", en: "complexity")),
        .texts("intensity", cells.map(\.intensity), label: Text(nl: "intensiteit", en: "intensity")),
        .numbers("clients", cells.map(\.clients), label: Text(nl: "cliënten", en: "clients"), unit: .persons),
        .numbers(
          "mean_cost", cells.map(\.mean), label: Text(nl: "gemiddelde kosten", en: "mean cost"), unit: .euro,
          format: .decimals(2)),
        .numbers(
          "tariff", cells.map { $0.mean * kept }, label: Text(nl: "tarief", en: "tariff"), unit: .euro,
          format: .decimals(2)),
      ])
    var blocks: [Block] = [.table(result), .facts(facts)]
    if byComplexity.isFinite, byComplexity < 0.1 {
      blocks.append(
        .caution(
          nl:
            "complexiteit maakt hier bijna geen verschil, zoals in Sittard-Geleen: drie arrangementen kunnen genoeg zijn",
          en: "complexity hardly makes a difference here, as in Sittard-Geleen: three arrangements may do"))
    }
    blocks += (taken.notices + remarks).map(Block.notice)
    let texts = try context.cases.first { $0.id == "sittard-geleen" }?.texts ?? [:]
    let citations = [texts["what"], texts["open"]].flatMap { ($0 ?? []).map(\.source) }
    blocks.append(try context.knowledge.sources(citations, in: context))
    return Output(blocks)
  }

  private static func finite(_ value: Double) -> Double { value.isFinite ? value : 0 }
}
