import WorkbenchKit

/// `arena break-even INPUT`: at which value the net is nought.
struct BreakEvenCommand: Command {
  struct Arguments: Sendable {
    let input = Argument(
      "input", .named(.input),
      about: Text(
        nl: "welk getal: EFFECT.aantal, ACTIVITEIT.PARTIJ.bedrag, deadweight",
        en: "which number: EFFECT.quantity, ACTIVITY.PARTY.amount, deadweight"))
    let of = Argument(
      flag: "of", .name,
      about: Text(nl: "van welke partij, of total; anders total", en: "of which party, or total; else total"),
      candidates: PartyOrTotal.candidates)
    let weighs = Weighing.argument
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena break-even", aliases: ["arena omslag"],
    summary: Text(
      nl: "zoek bij welke waarde van een getal het saldo 0 is", en: "find at which value of a number the net is 0"),
    details: Text(
      nl:
        "Al het andere blijft zoals het is, op zijn gemiddelde. 'deadweight' zonder effect geldt voor alle effecten gelijk.",
      en: "All else stays as it is, at its mean. 'deadweight' without an effect holds for all effects alike."),
    examples: [
      .init("arena break-even rust.quantity", Text(nl: "hoeveel er nodig is", en: "how many are needed")),
      .init(
        "arena break-even geluk.aantal", Text(nl: "iets dat er niet is", en: "something that is not there"),
        failsWith: "input.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try context.sheet()
    let input = try given.input.item(among: SheetInput.all(sheet))
    let model = SheetModel(sheet, weighs: given.weighs)
    let party = try given.checking(\.of) { try PartyOrTotal.party($0, sheet) }
    _ = try given.checking(\.of) { try PartyOrTotal.sum($0, model) }
    let values = BreakEven.values(input, sheet, of: party, weighs: given.weighs)
    let whose = party.map { Text.verbatim($0) } ?? Text(nl: "allen samen", en: "all together")
    guard let value = values.first else {
      return Output([
        .caution(
          nl: "\(input.label.nl): geen waarde die kan brengt het saldo van \(whose.nl) op 0",
          en: "\(input.label.en): no value that can be brings the net of \(whose.en) to 0")
      ])
    }
    var facts = Facts()
    facts.add("break_even", .number(value), label: Text(nl: "omslagpunt", en: "break-even"))
    if input.value.isFinite { facts.add("now", .number(input.value), label: Text(nl: "nu", en: "now")) }
    let (told, now) = (input.words(value), input.words(input.value))
    let beside = input.value.isFinite ? Text(nl: " (nu \(now.nl))", en: " (now \(now.en))") : .verbatim("")
    var blocks: [Block] = [
      .paragraph(
        Text(
          nl: "\(input.label.nl): bij \(told.nl) is het saldo van \(whose.nl) 0\(beside.nl)",
          en: "\(input.label.en): at \(told.en) the net of \(whose.en) is 0\(beside.en)")),
      .facts(facts.atAGlance()),
    ]
    if values.count > 1 {
      let others = Text.joined(values.dropFirst().map(input.words))
      blocks.append(.info(nl: "ook bij \(others.nl)", en: "also at \(others.en)"))
    }
    return Output(blocks + Weighing.remark(given.weighs) + MoneyWords.remarks(model))
  }
}
