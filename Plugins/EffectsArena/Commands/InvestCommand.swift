import WorkbenchKit

/// `arena invest ACTIVITY --party P`: what a party puts in.
struct InvestCommand: Command {
  struct Arguments: Sendable {
    let activity = Argument("activity", .named(.activity), about: Text(nl: "welke activiteit", en: "which activity"))
    let party = Argument(requiredFlag: "party", .named(.party), about: Text(nl: "wie inlegt", en: "who puts in"))
    let law = Argument(
      flag: "law", .named(.law),
      about: Text(nl: "uit welke wet; anders die van de partij", en: "out of which law; else that of the party"))
    let amount = Argument(
      flag: "amount", .amountFromZero, about: Text(nl: "euro per jaar: ", en: "euros a year: ") + Amount.about)
    let years = Argument(
      flag: "in-years", .name, about: Text(nl: "alleen in deze jaren: 1-2", en: "in these years only: 1-2"))
    let hours = Argument(flag: "hours", .amountFromZero, about: Text(nl: "uren per jaar", en: "hours a year"))
    let hourly = Argument(flag: "hourly", .amountFromZero, about: Text(nl: "euro per uur", en: "euros an hour"))
    let source = Argument<String?>.source
    let remove = Argument(toggle: "remove", about: Text(nl: "haal de inleg weg", en: "take it out"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena invest", aliases: ["arena inleg"],
    summary: Text(
      nl: "leg vast wat een partij in een activiteit steekt", en: "put down what a party puts into an activity"),
    details: Text(
      nl:
        "Per jaar. Zonder bedrag staat de inleg leeg op het blad en telt zij als leeg. Nog eens typen verandert wat genoemd wordt.",
      en:
        "A year. Without an amount it stands empty on the sheet and counts as empty. Typing it once more changes what is named."
    ),
    changesWorkspace: true,
    next: [FollowUp("arena ledger", Text(nl: "wie wint, wie verliest", en: "who wins, who loses"))],
    examples: [
      .init(
        "arena invest buurthuis --party gemeente --amount 90000 --source begroting",
        Text(nl: "een bedrag per jaar", en: "an amount a year")),
      .init(
        "arena invest buurthuis --party corporatie --hours 200 --hourly normal:60:5", Text(nl: "uren", en: "hours")),
      .init(
        "arena invest buurthuis --party gemeente --amount 90.000",
        Text(nl: "negentig of negentigduizend?", en: "ninety or ninety thousand?"), failsWith: "amount.value"),
      .init(
        "arena invest buurthuis --party provincie --amount 1",
        Text(nl: "een partij die er niet is", en: "a party that is not there"), failsWith: "party.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.sheet()
    let activity = try given.activity.item(among: sheet.nodes.filter { $0.kind != .effect })
    let party = try given.party.item(among: sheet.parties)
    let law = try given.law?.item(in: context).id
    let account = law ?? party.law
    let index = sheet.investments.firstIndex {
      $0.activity == activity.id && $0.party == party.id && ($0.law ?? party.law) == account
    }
    if given.remove {
      if let index { sheet.investments.remove(at: index) }
    } else {
      var investment =
        index.map { sheet.investments[$0] } ?? Investment(activity: activity.id, party: party.id, law: law)
      if let amount = given.amount { investment.amount = amount }
      if let hours = given.hours { investment.hours = hours }
      if let hourly = given.hourly { investment.hourly = hourly }
      if let years = try given.checking(\.years, { try $0.map { try YearStretch.read($0, sheet) } }) {
        investment.years = years
      }
      // An amount that is typed anew does not stand in the source of the one before it.
      if given.source != nil || given.amount != nil || given.hours != nil || given.hourly != nil {
        investment.source = given.source
      }
      if let index { sheet.investments[index] = investment } else { sheet.investments.append(investment) }
    }
    context.workspace.store(sheet)
    return Output([.table(Self.table(sheet, context))] + MoneyWords.remarks(SheetModel(sheet)))
  }

  private static func table(_ sheet: Sheet, _ context: Context) -> Table {
    let all = sheet.investments
    func euros(_ name: String, _ values: [Double?], _ label: Text) -> Column {
      .numbers(name, values.map { $0 ?? .nan }, label: label, unit: .euro, format: .decimals(0))
    }
    return Table(
      title: Text(nl: "Wie wat inlegt, per jaar", en: "Who puts in what, a year"),
      columns: [
        .texts("activity", all.map(\.activity), label: Text(nl: "activiteit", en: "activity")),
        .texts("party", all.map(\.party), label: Text(nl: "partij", en: "party")),
        .texts("law", all.map { $0.law ?? sheet.law(of: $0.party) }, label: Text(nl: "wet", en: "law")),
        euros("amount_year", all.map(\.mean), Text(nl: "per jaar", en: "a year")),
        .texts(
          "in_years", all.map { $0.years.map { "\($0.lowerBound)-\($0.upperBound)" } },
          label: Text(nl: "jaren", en: "years")
        )
        .asDetail(all.allSatisfy { $0.years == nil }),
        .texts(
          "source", all.map { MoneyOrigin.words($0.isKnown, $0.source) }, label: Text(nl: "bron", en: "source"),
          in: context),
      ])
  }
}
