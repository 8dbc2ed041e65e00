import Methods
import WorkbenchKit

/// By what the payments are shared.
enum SettleRule: String, ArgumentChoice {
  case gainers, benefit, equal

  static let usual = SettleRule.gainers

  var about: Text? {
    switch self {
    case .gainers: Text(nl: "naar wat elk overhoudt", en: "by what each has left")
    case .benefit: Text(nl: "naar wat elk bespaart", en: "by what each saves")
    case .equal: Text(nl: "allen evenveel", en: "all alike")
    }
  }

  var rule: Settlement.Rule {
    switch self {
    case .gainers: .gainers
    case .benefit: .benefit
    case .equal: .equal
    }
  }
}

/// `arena settle`: what parties would pay each other so that nobody is worse off.
struct SettleCommand: Command {
  struct Arguments: Sendable {
    let rule = Argument(
      flag: "rule", .choice(SettleRule.self), default: "gainers",
      about: Text(nl: "waarnaar de betalingen worden verdeeld", en: "by what the payments are shared"))
    let floors = Argument(
      flags: "floor", .pair(.value),
      about: Text(
        nl: "waar een partij niet onder mag: gemeente=-5000; anders 0",
        en: "below what a party may not be: gemeente=-5000; else 0"),
      candidates: { context in ((try? context.workspace.currentSheet)?.parties ?? []).map { Candidate("\($0.id)=") } })
    let weighs = Weighing.argument
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena settle", aliases: ["arena verreken"],
    summary: Text(
      nl: "reken uit wat partijen elkaar zouden betalen zodat niemand erop achteruitgaat",
      en: "work out what parties would pay each other so that nobody is worse off"),
    details: Text(
      nl:
        "Met gemiddelden, over alle jaren. gainers en benefit verschuiven zo weinig mogelijk; equal geeft allen evenveel. Het is rekenwerk: of een wet zo'n "
        + "betaling toestaat, weet dit gereedschap niet.",
      en:
        "With means, over all years. gainers and benefit move as little as possible; equal gives all alike. It is arithmetic: whether a law allows such a "
        + "payment, this tool does not know."),
    examples: [
      .init("arena settle", Text(nl: "naar wat elk overhoudt", en: "by what each has left")),
      .init(
        "arena settle --floor niemand=1", Text(nl: "een partij die er niet is", en: "a party that is not there"),
        failsWith: "party.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try context.sheet()
    let model = SheetModel(sheet, weighs: given.weighs)
    var floors: [String: Double] = [:]
    for (pair, place) in zip(given.floors, given.places(of: \.floors)) {
      let party = try Vocabulary<SheetParty>.party.one(pair.key, among: sheet.parties, at: place)
      do {
        let amount = try Amount(typed: pair.value.plain)
        guard !amount.isUncertain else { throw Self.noAmount(pair.value.plain) }
        floors[party.id] = amount.mean
      } catch let error as Diagnostic { throw error.at(place) }
    }
    guard model.hasMoney else { return Output(MoneyWords.remarks(model)) }
    let table = SettlementTable(model, rule: given.rule.rule, floors: floors)
    let settlement = table.settlement
    var blocks: [Block] = []
    if let payments = table.payments { blocks.append(.table(payments)) }
    blocks += [.facts(table.facts), .table(table.after)]
    if !settlement.isFeasible {
      blocks += try short(settlement.short, sheet, given.weighs, context)
    } else if settlement.payments.isEmpty {
      blocks.append(
        .info(
          nl: "niemand staat onder zijn ondergrens: er hoeft niets te verschuiven",
          en: "nobody stands below its floor: nothing needs to move"))
    } else {
      blocks += try legal(settlement, model, context)
    }
    return Output(blocks + Weighing.remark(given.weighs) + MoneyWords.remarks(model))
  }

  private static func noAmount(_ words: String) -> Diagnostic {
    Diagnostic(
      "amount.value", Text(nl: "'\(words)' is geen ondergrens", en: "'\(words)' is no floor"),
      wayOut: Text(nl: "geef één bedrag", en: "give one amount"))
  }

  /// By how much it falls short, and what would have to be what.
  private func short(_ short: Double, _ sheet: Sheet, _ weighs: Bool, _ context: Context) throws -> [Block] {
    let lack = Text.euros(short)
    var blocks: [Block] = [
      .caution(
        nl: "het kan niet: allen samen komen \(lack.nl) tekort, hoe het ook wordt verdeeld",
        en: "it cannot be: all together fall \(lack.en) short, however it is shared")
    ]
    var ways: [(SheetInput, Double)] = []
    for input in SheetInput.all(sheet) where input.id != "rate" {
      try context.checkInterrupt()
      if let value = BreakEven.values(input, sheet, of: nil, weighs: weighs).first { ways.append((input, value)) }
    }
    if ways.isEmpty {
      blocks.append(
        .info(nl: "geen enkel getal alleen brengt het saldo op 0", en: "no single number by itself brings the net to 0")
      )
    } else {
      blocks.append(
        .table(
          Table(
            title: Text(
              nl: "Wat één getal zou moeten zijn voor een saldo van 0",
              en: "What one number would have to be for a net of 0"),
            columns: [
              .texts("input", ways.map(\.0.id)).asDetail(),
              .texts("input_label", ways.map(\.0.label), label: Text(nl: "invoer", en: "input"), in: context),
              .numbers("now", ways.map(\.0.value), label: Text(nl: "nu", en: "now")),
              .numbers("needed", ways.map(\.1), label: Text(nl: "nodig", en: "needed")),
            ])))
    }
    return blocks
  }

  private func legal(_ settlement: Settlement, _ model: SheetModel, _ context: Context) throws -> [Block] {
    let payers = Set(settlement.payments.map { model.parties[$0.from] })
    let laws = try context.laws.labels
    let named = model.accounts.filter { payers.contains($0.party) }.compactMap(\.law)
    let words = Array(Set(named)).sorted().map { laws[$0] ?? .verbatim($0) }
    let which = words.isEmpty ? Text(nl: "geen wet is genoemd", en: "no law is named") : Text.joined(words)
    return [
      .caution(
        nl: "rekenwerk, geen recht: dit zou moeten mogen uit \(which.nl); of dat mag, weet dit gereedschap niet",
        en:
          "arithmetic, not law: this would have to be allowed out of \(which.en); whether it is, this tool does not know"
      )
    ]
  }
}
