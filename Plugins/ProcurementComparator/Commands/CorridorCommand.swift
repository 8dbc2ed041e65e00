import Methods
import WorkbenchKit

/// `procure corridor`: what a number of clients does to a budget with a band.
struct CorridorCommand: Command {
  struct Arguments: Sendable {
    let contracted = Argument(
      requiredFlag: "contracted", .number(1e-9...1e12, unit: .persons),
      about: Text(nl: "gecontracteerde cliënten", en: "contracted clients"))
    let actual = Argument(
      requiredFlag: "actual", .number(0...1e12, unit: .persons), about: Text(nl: "cliënten nu", en: "clients now"))
    let up = Argument(
      flag: "up", .number(0...1000, unit: .percent), default: "5",
      about: Text(nl: "band omhoog, in %", en: "band up, in %"))
    let down = Argument(
      flag: "down", .number(0...100, unit: .percent), default: "10",
      about: Text(nl: "band omlaag, in %", en: "band down, in %"))
    let budget = Argument(
      flag: "budget", .number(0...1e15, unit: .euro),
      about: Text(nl: "budget, om het bedrag te zien", en: "budget, to see the amount"))
    let beyond = BeyondBand.argument
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure corridor",
      aliases: ["procure band"],
      summary: Text(
        nl: "zie of het budget omhoog of omlaag gaat bij een aantal cliënten",
        en: "see whether the budget goes up or down at a number of clients"),
      examples: [
        .init(
          "procure corridor --contracted 100 --actual 108 --up 5 --down 10",
          Text(nl: "boven de band", en: "above the band")),
        .init(
          "procure corridor --contracted 0 --actual 108", Text(nl: "niets gecontracteerd", en: "nothing contracted"),
          failsWith: "argument.range"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let band = ClientBand(
      contracted: given.contracted, up: given.up / 100, down: given.down / 100, beyond: given.beyond.rule)
    let actual = given.actual
    let direction = band.direction(actual)
    let factor = band.factor(actual)
    let change = Text.share(actual / band.contracted - 1)
    var answer: Text
    switch direction {
    case .up:
      answer = Text(
        nl: "\(change.nl): het budget gaat in beginsel omhoog", en: "\(change.en): the budget goes up in principle")
    case .none: answer = Text(nl: "\(change.nl): het budget blijft", en: "\(change.en): the budget stays")
    case .down:
      answer = Text(
        nl: "\(change.nl): het budget gaat in beginsel omlaag", en: "\(change.en): the budget goes down in principle")
    }
    let times = Text.number(factor, decimals: 2)
    if direction != .none { answer = answer + Text(nl: ", maal \(times.nl)", en: ", times \(times.en)") }
    if let budget = given.budget {
      let amount = Text.euros(budget * factor)
      answer =
        answer
        + (direction == .none
          ? Text(nl: " \(amount.nl)", en: " at \(amount.en)")
          : Text(nl: ", en wordt \(amount.nl)", en: ", and becomes \(amount.en)"))
    }
    // The paragraph says the same.
    var facts = Facts(isDetail: true)
    facts.add("direction", .text(direction.rawValue))
    facts.add("factor", .number(factor), label: Text(nl: "factor", en: "factor"), format: .decimals(2))
    if let budget = given.budget {
      facts.add(
        "budget", .number(budget * factor, unit: .euro), label: Text(nl: "budget", en: "budget"), format: .decimals(0))
    }
    let assumption = CorridorWords.assumption(band.beyond)
    context.workspace.note(assumption: assumption)
    var blocks: [Block] = [.paragraph(answer), .facts(facts)]
    let hasBand = [(band.up, band.upperEdge), (band.down, band.lowerEdge)].filter { $0.0 > 0 }
    if hasBand.contains(where: { Standing(of: actual, to: $0.1) == .on }) {
      blocks.append(
        .info(
          nl: "het aantal cliënten ligt precies op de rand van de band",
          en: "the number of clients lies just on the edge of the band"))
    }
    return Output(
      blocks + [
        .paragraph(CorridorWords.rule(band)), .notice(Notice(.caution, assumption)),
        try context.knowledge.sources([context.corridorSource], in: context),
      ])
  }
}
