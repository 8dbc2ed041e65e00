import Methods
import WorkbenchKit

/// The ledger: by party and law what is paid and saved, and how sure that is.
struct LedgerTable {
  let model: SheetModel
  /// Nil where nothing varies.
  let draws: ProductSumDraws?

  static let offered = "arena.ledger"

  private func figure(_ values: (Int) -> Double) -> [Double] {
    model.accounts.enumerated().map { model.isKnown($1) ? values($0) : .nan }
  }

  /// Nil where nobody pays or collects yet.
  func table(_ context: Context) throws -> Table? {
    guard !model.accounts.isEmpty else { return nil }
    let laws = try context.laws.labels
    func end(_ value: (ProductSumDraws.Outcome) -> Double) -> [Double] {
      figure { sum in draws.map { value($0.outcomes[sum]) } ?? model.sums.mean(sum) }
    }
    let below = figure { sum in draws.map { $0.outcomes[sum].belowZero } ?? (model.sums.mean(sum) < -1e-9 ? 1 : 0) }
    let isFlat = draws == nil
    let accounts = model.accounts
    return Table(
      title: Text(nl: "Grootboek", en: "Ledger"),
      columns: [
        .texts("party", accounts.map(\.party), label: Text(nl: "partij", en: "party")),
        .texts("law", accounts.map(\.law), label: Text(nl: "wet", en: "law")),
        .texts(
          "law_label", accounts.map { $0.law.map { laws[$0] ?? .verbatim($0) } },
          label: Text(nl: "wet voluit", en: "law in full"), in: context
        ).asDetail(),
        euros("pays", figure { model.pays.mean($0) }, Text(nl: "betaalt", en: "pays")),
        euros("saves", figure { model.saves.mean($0) }, Text(nl: "bespaart", en: "saves")),
        euros("net", figure { model.sums.mean($0) }, Text(nl: "saldo", en: "net")),
        euros("low", end(\.low), Text(nl: "laag", en: "low")).asDetail(isFlat),
        euros("high", end(\.high), Text(nl: "hoog", en: "high")).asDetail(isFlat),
        .numbers(
          "p_negative", below, label: Text(nl: "kans onder 0", en: "chance below 0"), unit: .share, format: .share(1)
        ).asDetail(isFlat),
        .counts("empty", accounts.map(model.empty), label: Text(nl: "leeg", en: "empty"))
          .asDetail(accounts.allSatisfy { model.empty($0) == 0 }),
      ])
  }

  private func euros(_ name: String, _ values: [Double], _ label: Text) -> Column {
    .numbers(name, values, label: label, unit: .euro, format: .decimals(0))
  }

  var facts: Facts {
    var facts = Facts()
    if model.hasMoney {
      facts.add(
        "total", .number(model.sums.mean(model.total), unit: .euro),
        label: Text(nl: "saldo van allen samen", en: "net of all together"), format: .decimals(0))
      if let ratio = model.ratio {
        facts.add(
          "ratio", .number(ratio), label: Text(nl: "bespaard per betaalde euro", en: "saved for each euro paid"),
          format: .decimals(3))
      }
    }
    if let covered = model.covered {
      facts.add(
        "covered", .number(covered, unit: .share),
        label: Text(nl: "deel van de effecten met geld", en: "part of the effects with money"), format: .share(0))
    }
    facts.add("years", model.sheet.years, label: Text(nl: "jaren", en: "years"))
    facts.add(
      "rate", .number(model.sheet.rate, unit: .share), label: Text(nl: "discontovoet", en: "discount rate"),
      format: .share(2))
    return facts.atAGlance(["total", "ratio", "covered"])
  }

  /// Who falls short and who is left with something, in one sentence; nil where nothing is known.
  var answer: Text? {
    let nets = model.parties.compactMap { party -> (String, Double)? in
      guard let sum = model.sum(of: party), model.accounts.contains(where: { $0.party == party && model.isKnown($0) })
      else { return nil }
      return (party, model.sums.mean(sum))
    }
    guard !nets.isEmpty else { return nil }
    let told = nets.sorted { abs($0.1) > abs($1.1) }.prefix(5).map { party, net -> Text in
      let amount = Text.euros(abs(net))
      if abs(net) < 0.5 { return Text(nl: "\(party) komt op nul uit", en: "\(party) comes out even") }
      return net < 0
        ? Text(nl: "\(party) komt \(amount.nl) tekort", en: "\(party) is \(amount.en) short")
        : Text(nl: "\(party) houdt \(amount.nl) over", en: "\(party) is left with \(amount.en)")
    }
    return .joined(told, by: "; ")
  }

  /// Who invests and does not collect, and who collects and does not invest.
  var sides: [Block] {
    func parties(_ holds: (Double, Double) -> Bool) -> [String] {
      model.parties.filter { party in
        guard let sum = model.sum(of: party), model.accounts.contains(where: { $0.party == party && model.isKnown($0) })
        else { return false }
        return holds(model.pays.mean(sum), model.saves.mean(sum))
      }
    }
    let (pay, collect) = (parties { $0 > 0 && $1 == 0 }, parties { $0 == 0 && $1 > 0 })
    var blocks: [Block] = []
    if !pay.isEmpty {
      let names = Text.list(pay)
      blocks.append(.info(nl: "betaalt en bespaart niet: \(names.nl)", en: "pays and does not save: \(names.en)"))
    }
    if !collect.isEmpty {
      let names = Text.list(collect)
      blocks.append(.info(nl: "bespaart en betaalt niet: \(names.nl)", en: "saves and does not pay: \(names.en)"))
    }
    return blocks
  }

  /// What each pays and saves, as stacked bars.
  func chart(_ language: Language) -> Chart? {
    let accounts = model.accounts.indices.filter { model.isKnown(model.accounts[$0]) }
    guard !accounts.isEmpty else { return nil }
    return Chart(
      .stackedBar, title: Text(nl: "Betaalt en bespaart", en: "Pays and saves"),
      x: Chart.Axis(Text(nl: "partij", en: "party")), y: Chart.Axis(.verbatim("€"), unit: .euro),
      categories: accounts.map { place in
        let account = model.accounts[place]
        return account.party + (account.law.map { " (\($0))" } ?? "")
      },
      series: [
        .init(name: Text(nl: "betaalt", en: "pays")(language), values: accounts.map { model.pays.mean($0) }),
        .init(name: Text(nl: "bespaart", en: "saves")(language), values: accounts.map { model.saves.mean($0) }),
      ])
  }
}

/// What is said beside money.
enum MoneyWords {
  /// What is not known, and what stands on an assumption.
  static func remarks(_ model: SheetModel) -> [Block] {
    var blocks: [Block] = []
    if !model.hasMoney {
      blocks.append(
        .info(
          nl:
            "er staat nog geen bedrag op het blad: 'arena invest ACTIVITEIT --party P --amount BEDRAG', 'arena effect EFFECT --quantity N --value BEDRAG --share P=1'",
          en:
            "no amount stands on the sheet yet: 'arena invest ACTIVITY --party P --amount AMOUNT', 'arena effect EFFECT --quantity N --value AMOUNT --share P=1'"
        ))
    }
    let bare = model.sheet.nodes(.effect).filter { effect in
      model.sheet.money(effect.id).map { !$0.isKnown || $0.shares.isEmpty } ?? true
    }
    if !bare.isEmpty {
      let names = Text.list(bare.map(\.id))
      blocks.append(
        .caution(
          nl: "zonder geld, en dus niet meegeteld: \(names.nl)", en: "without money, and so not counted: \(names.en)"))
    }
    let costless = Array(Set(model.sheet.investments.filter { !$0.isKnown }.map(\.party))).sorted()
    if !costless.isEmpty {
      let names = Text.list(costless)
      blocks.append(
        .caution(nl: "legt iets in zonder bedrag: \(names.nl)", en: "puts something in without an amount: \(names.en)"))
    }
    if !model.unweighed.isEmpty {
      let names = Text.list(model.unweighed)
      blocks.append(
        .caution(
          nl: "niet meegeteld, want niemand zei hoe zeker het is: \(names.nl)",
          en: "not counted, because nobody said how sure it is: \(names.en)"))
    }
    return blocks + origins(model.sheet)
  }

  /// Where the amounts come from, and how many were assumed.
  static func origins(_ sheet: Sheet) -> [Block] {
    let sources = Self.sources(of: sheet)
    var blocks: [Block] = []
    let assumed = sources.count { $0 == nil }
    if assumed > 0 {
      blocks.append(
        assumed == 1
          ? .caution(
            nl: "1 bedrag is aangenomen: er staat geen bron bij",
            en: "1 amount is assumed: no source stands beside it")
          : .caution(
            nl: "\(assumed) bedragen zijn aangenomen: er staat geen bron bij",
            en: "\(assumed) amounts are assumed: no source stands beside them"))
    }
    for told in Set(sources.compactMap(\.self)).sorted() {
      blocks.append(.info(nl: "bedragen volgens: \(told)", en: "amounts according to: \(told)"))
    }
    return blocks
  }

  /// Where each amount comes from; nil where nobody said.
  private static func sources(of sheet: Sheet) -> [String?] {
    sheet.investments.filter(\.isKnown).map(\.source)
      + sheet.effects.filter { $0.quantity != nil || $0.value != nil }.map(\.source)
  }

  /// What a negative draw means.
  static func below(_ model: SheetModel) -> [Block] {
    let worst = zip(model.inputs, model.sums.inputs).map { ($0, $1.partBelowZero) }.filter { $0.1 > 0.0005 }
    return worst.map { input, part in
      let share = Text.share(part)
      return .caution(
        nl: "\(input.label.nl) ligt in \(share.nl) van de gevallen onder 0, en telt dan ook zo mee",
        en: "\(input.label.en) lies below 0 in \(share.en) of the cases, and then counts as that")
    }
  }
}
