import Methods
import WorkbenchKit

/// `procure corridor`: what a number of clients does to a budget with a band.
struct CorridorCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "procure corridor",
      aliases: ["procure band"],
      summary: Text(
        nl: "zie of het budget omhoog of omlaag gaat bij een aantal cliënten",
        en: "see whether the budget goes up or down at a number of clients"),
      parameters: [
        Parameter(
          "contracted", .number(1e-9...1e12), position: .flag, required: true,
          about: Text(nl: "gecontracteerde cliënten", en: "contracted clients"), unit: .persons),
        Parameter(
          "actual", .number(0...1e12), position: .flag, required: true,
          about: Text(nl: "cliënten nu", en: "clients now"), unit: .persons),
        .flag(
          "up", .number(0...1000), about: Text(nl: "band omhoog, in %", en: "band up, in %"), unit: .percent,
          fallback: "5"),
        .flag(
          "down", .number(0...100), about: Text(nl: "band omlaag, in %", en: "band down, in %"), unit: .percent,
          fallback: "10"),
        .flag(
          "budget", .number(0...1e15),
          about: Text(nl: "budget, om het bedrag te zien", en: "budget, to see the amount"), unit: .euro),
        ContractTerms.parameters.first { $0.name == "beyond" },
      ].compactMap { $0 },
      examples: [
        .init(
          "procure corridor --contracted 100 --actual 108 --up 5 --down 10",
          Text(nl: "boven de band", en: "above the band")),
        .init(
          "procure corridor --contracted 0 --actual 108", Text(nl: "niets gecontracteerd", en: "nothing contracted"),
          failsWith: "argument.range"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let band = ClientBand(
      contracted: call.number("contracted") ?? 1, up: (call.number("up") ?? 5) / 100,
      down: (call.number("down") ?? 10) / 100,
      beyond: ClientBand.Beyond(rawValue: call.text("beyond") ?? "") ?? .proportional)
    let actual = call.number("actual") ?? 0
    let direction = band.direction(actual)
    let factor = band.factor(actual)
    let change = Shown.share(actual / band.contracted - 1)
    let answer: Text
    switch direction {
    case .up:
      answer = Text(
        nl: "\(change.nl): het budget gaat in beginsel omhoog", en: "\(change.en): the budget goes up in principle")
    case .none: answer = Text(nl: "\(change.nl): het budget blijft", en: "\(change.en): the budget stays")
    case .down:
      answer = Text(
        nl: "\(change.nl): het budget gaat in beginsel omlaag", en: "\(change.en): the budget goes down in principle")
    }
    var facts = Facts()
    facts.add("direction", .text(direction.rawValue), label: Text(nl: "richting", en: "direction"))
    facts.add("factor", .number(factor), label: Text(nl: "factor", en: "factor"), format: .decimals(2))
    if let budget = call.number("budget") {
      facts.add(
        "budget", .number(budget * factor, unit: .euro), label: Text(nl: "budget", en: "budget"), format: .decimals(0))
    }
    let assumption = CorridorWords.assumption(band.beyond)
    context.workspace.note(assumption: assumption)
    return Output([
      .paragraph(answer), .facts(facts), .paragraph(CorridorWords.rule(band)), .notice(Notice(.caution, assumption)),
      try library.sources(SimulateCommand.corridorSource(library, context), context),
    ])
  }
}
