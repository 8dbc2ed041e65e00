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
    let estimates = NeedArguments(
      need: Text(
        nl: "de behoefte die ernaast komt: doelgroep, indicator of randvoorwaarde",
        en: "the need that is set beside it: group, indicator or precondition"),
      area: Text(nl: "alleen de behoefte van deze gebieden", en: "the need of these areas only"))
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
          "Kolommen: complexity, intensity, clients, cost (van alle cliënten samen). Het gewogen gemiddelde past bij 'procure simulate --arrangement-price'. Met --need staat erbij wat het zou kosten als ieder die het volgens de Woonzorgwijzer nodig heeft cliënt werd.",
        en:
          "Columns: complexity, intensity, clients, cost (of all clients together). The weighted mean fits 'procure simulate --arrangement-price'. With --need it says what it would cost if everybody became a client who needs it by the Woonzorgwijzer."
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
    let need = try given.estimates.asked(in: context)
    if let need { Self.add(need, tariff: history.mean * kept, to: &facts) }
    var blocks: [Block] = [.table(result), .facts(facts)]
    if let need { blocks += Self.told(need, former: history.clients) }
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

  /// What it would cost if everybody in need became a client.
  private static func add(_ need: ClientNeed, tariff: Double, to facts: inout Facts) {
    facts.add(
      "need", .number(need.estimate, unit: .persons), label: Text(nl: "behoefte", en: "need"), format: .decimals(0))
    func cost(_ name: String, _ people: Double, _ label: Text) {
      facts.add(name, .number(finite(people * tariff), unit: .euro), label: label, format: .decimals(0))
    }
    cost("need_cost", need.estimate, Text(nl: "kosten van die behoefte", en: "cost of that need"))
    guard need.range.low < need.range.high else { return }
    cost("need_cost_low", need.range.low, Text(nl: "laag", en: "low"))
    cost("need_cost_high", need.range.high, Text(nl: "hoog", en: "high"))
  }

  private static func told(_ need: ClientNeed, former: Double) -> [Block] {
    let (people, clients) = (Text.number(need.estimate, decimals: 0), Text.number(former, decimals: 0))
    let assumed = Text(
      nl:
        "\(people.nl) mensen hebben het nodig (\(need.choice.counted.nl)), \(clients.nl) waren cliënt; de kosten zijn die van het gewogen gemiddelde tarief voor ieder die het nodig heeft",
      en:
        "\(people.en) people need it (\(need.choice.counted.en)), \(clients.en) were clients; the cost is that of the weighted mean tariff for everybody who needs it"
    )
    return [.notice(Notice(.info, assumed))]
      + (need.remarks + need.choice.remarks + [need.askedMargin].compactMap { $0 }).map {
        .notice(Notice(.caution, $0))
      }
  }

  private static func finite(_ value: Double) -> Double { value.isFinite ? value : 0 }
}
