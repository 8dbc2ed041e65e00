import Methods
import WorkbenchKit

/// `casus model stadsdorp`: whether a co-operative of citizens comes out even.
struct CooperativeCommand: Command {
  struct Arguments: Sendable {
    let members = Argument(
      requiredFlag: "members", ModelQuantity.kind("members"),
      about: Text(nl: "leden: ", en: "members: ") + ModelQuantity.about)
    let fee = Argument(
      requiredFlag: "fee", ModelQuantity.kind("fee", .aboveNought),
      about: Text(nl: "contributie, euro per lid per jaar", en: "fee, euros a member a year"))
    let cost = Argument(
      requiredFlag: "cost", ModelQuantity.kind("cost"),
      about: Text(nl: "kosten, euro per jaar", en: "cost, euros a year"))
    let start = Argument(
      flag: "start", ModelQuantity.kind("start"), about: Text(nl: "startgeld, euro", en: "start money, euros"))
    let helpers = Argument(
      flag: "helpers", ModelQuantity.kind("helpers", .share),
      about: Text(nl: "deel van de leden dat helpt", en: "share of the members who help"))
    let asks = Argument(
      flag: "asks", ModelQuantity.kind("asks"), about: Text(nl: "hulpvragen per jaar", en: "asks for help a year"))
    let drawing = DrawArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus model stadsdorp", aliases: ["casus model cooperative"],
    summary: Text(nl: "reken een burgercoöperatie door", en: "work out a co-operative of citizens"),
    details: Text(
      nl:
        "Saldo is leden maal contributie min kosten. Het startgeld duurt zo lang als het verlies het toelaat. Met --helpers en --asks: hoeveel hulpvragen per lid dat helpt.",
      en:
        "Balance is members times fee less cost. The start money lasts as long as the loss lets it. With --helpers and --asks: how many asks for each member who helps."
    ),
    soughtBy: ["contributie", "leden", "coöperatie"],
    examples: [
      .init(
        "casus model stadsdorp --members 200 --fee 30 --cost 20500 --start 60000",
        Text(nl: "verzonnen getallen", en: "invented figures")),
      .init(
        "casus model stadsdorp --members 200 --fee 0 --cost 20500", Text(nl: "zonder contributie", en: "without a fee"),
        failsWith: "model.zero"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let (hasStart, hasHelp) = (given.start != nil, given.helpers != nil && given.asks != nil)
    let nought = ModelQuantity(.constant(0))
    let typed = [
      given.members, given.fee, given.cost, given.start ?? nought, given.helpers ?? nought, given.asks ?? nought,
    ]
    @Sendable func outcome(_ values: [Double]) -> Cooperative.Outcome {
      Cooperative.outcome(
        members: values[0], fee: values[1], cost: values[2], start: hasStart ? values[3] : nil,
        helpers: hasHelp ? min(1, values[4]) : nil, asks: hasHelp ? values[5] : nil)
    }
    let middle = outcome(typed.map(\.mean))
    let drawn = try context.drawn(typed, given.drawing) { values in
      let found = outcome(values)
      return [found.balance, found.lasts, found.breakEven, found.asksEach]
    }
    var facts = Facts()
    facts.add(
      "balance", middle.balance, label: Text(nl: "saldo per jaar (€)", en: "balance a year (€)"), format: .decimals(0),
      drawn: drawn, 0,
      ends: ("low", "high"))
    if hasStart {
      facts.add(
        "lasts_years", middle.lasts,
        label: Text(nl: "het startgeld duurt (jaren)", en: "the start money lasts (years)"),
        format: .decimals(1), drawn: drawn, 1, endless: Text(nl: "het raakt niet op", en: "it does not run out"))
    }
    facts.add(
      "break_even", middle.breakEven, label: Text(nl: "leden om uit te komen", en: "members to come out even"),
      format: .decimals(0),
      drawn: drawn, 2, endless: Text(nl: "zonder contributie komt het nooit uit", en: "without a fee it never does"))
    if hasHelp {
      facts.add(
        "asks_each", middle.asksEach,
        label: Text(nl: "hulpvragen per jaar per lid dat helpt", en: "asks a year for each member who helps"),
        format: .decimals(1), drawn: drawn, 3,
        endless: Text(nl: "er is niemand die helpt", en: "there is nobody who helps"))
    }
    var blocks: [Block] = [.paragraph(Self.answer(middle, given.members.mean)), .facts(facts.atAGlance())]
    if (given.helpers == nil) != (given.asks == nil) {
      blocks.append(
        .caution(
          nl: "--helpers en --asks horen bij elkaar: met één ervan is er niets te delen",
          en: "--helpers and --asks belong together: with one of them there is nothing to divide"))
    }
    return Output(blocks + (try context.modelRemarks("stadsdorp", drawn, given.drawing)))
  }

  private static func answer(_ found: Cooperative.Outcome, _ members: Double) -> Text {
    let amount = Text.euros(abs(found.balance))
    let even = Text.number(found.breakEven, decimals: 0)
    if found.balance >= 0 {
      return Text(
        nl: "Elk jaar blijft \(amount.nl) over; het komt uit vanaf \(even.nl) leden",
        en: "Each year \(amount.en) is left; it comes out even from \(even.en) members")
    }
    let head = Text(
      nl: "Elk jaar komt er \(amount.nl) tekort; het komt uit bij \(even.nl) leden",
      en: "Each year \(amount.en) is lacking; it comes out even at \(even.en) members")
    guard found.lasts.isFinite else { return head }
    let years = Text.number(found.lasts, decimals: 1)
    return head
      + Text(nl: ", en het startgeld duurt \(years.nl) jaar", en: ", and the start money lasts \(years.en) years")
  }
}
