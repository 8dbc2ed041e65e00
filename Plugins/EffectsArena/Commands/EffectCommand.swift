import WorkbenchKit

/// `arena effect ID`: what an effect is worth, and to whom.
struct EffectCommand: Command {
  struct Arguments: Sendable {
    let effect = Argument("effect", .named(.effect), about: Text(nl: "welk effect", en: "which effect"))
    let quantity = Argument(
      flag: "quantity", .amount, about: Text(nl: "hoeveel per jaar: ", en: "how many a year: ") + Amount.about)
    let value = Argument(flag: "value", .amount, about: Text(nl: "euro voor elk", en: "euros for each"))
    let unit = Argument(flag: "unit", .words, about: Text(nl: "waarin het telt", en: "what it counts in"))
    let deadweight = Argument(
      flag: "deadweight", .part, about: Text(nl: "deel dat toch al zou gebeuren", en: "part that would happen anyway"))
    let displacement = Argument(
      flag: "displacement", .part, about: Text(nl: "deel dat elders problemen geeft", en: "part that moves elsewhere"))
    let attribution = Argument(
      flag: "attribution", .part, about: Text(nl: "deel dat hieraan toe te rekenen is", en: "part that is due to this"))
    let dropOff = Argument(
      flag: "drop-off", .part, about: Text(nl: "deel dat elk jaar wegvalt", en: "part that falls away each year"))
    let lag = Argument(
      flag: "lag", .integer(0...49), about: Text(nl: "na hoeveel jaar het begint", en: "after how many years it begins")
    )
    let shares = Argument(
      flags: "share", .pair(.value),
      about: Text(
        nl: "wie het bespaart: PARTIJ=.6, PARTIJ/WET=40%, de laatste =rest",
        en: "who saves it: PARTY=.6, PARTY/LAW=40%, the last =rest"),
      candidates: { context in
        ((try? context.workspace.currentSheet)?.parties ?? []).map { Candidate("\($0.id)=") }
      })
    let source = Argument<String?>.source
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena effect", aliases: ["arena baat"],
    summary: Text(
      nl: "leg vast wat een effect waard is, en voor wie", en: "put down what an effect is worth, and to whom"),
    details: Text(
      nl:
        "Per jaar: aantal x waarde x (1 - wat toch al gebeurt) x (1 - wat elders ontstaat) x wat hieraan toe te rekenen is (SROI, Cabinet Office 2012). Zonder "
        + "aantal of waarde blijft het effect leeg. De aandelen tellen op tot 1. Nog eens typen verandert wat genoemd wordt.",
      en:
        "A year: quantity x value x (1 - deadweight) x (1 - displacement) x attribution (SROI, Cabinet Office 2012). Without quantity or value the effect "
        + "stays empty. The shares add up to 1. Typing it once more changes what is named."),
    changesWorkspace: true,
    next: [FollowUp("arena ledger", Text(nl: "wie wint, wie verliest", en: "who wins, who loses"))],
    examples: [
      .init(
        "arena effect rust --quantity 6 --value 10000 --deadweight 25% --share corporatie=.6 --share gemeente=rest",
        Text(nl: "een besparing van twee partijen", en: "a saving of two parties")),
      .init("arena effect rust --quantity triangular:4:6:8", Text(nl: "een onzeker aantal", en: "an uncertain number")),
      .init(
        "arena effect rust --share corporatie=.6", Text(nl: "40 % is van niemand", en: "40% is nobody's"),
        failsWith: "share.sum"),
      .init(
        "arena effect rust --deadweight 3", Text(nl: "buiten 0 tot 1", en: "outside 0 to 1"), failsWith: "share.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.sheet()
    let effect = try given.effect.item(among: sheet.nodes(.effect))
    var money = sheet.money(effect.id) ?? EffectMoney(effect.id)
    if let quantity = given.quantity { money.quantity = quantity }
    if let value = given.value { money.value = value }
    let filters: [(EffectMoney.Filter, Double?)] = [
      (.deadweight, given.deadweight), (.displacement, given.displacement), (.attribution, given.attribution),
      (.dropOff, given.dropOff),
    ]
    for (filter, part) in filters { if let part { money.filters[filter] = part } }
    if let lag = given.lag { money.lag = lag }
    if given.has(\.shares) { money.shares = try shares(given, sheet, context) }
    money.source = Self.source(given, before: sheet.money(effect.id))
    sheet.put(money)
    if let unit = given.unit, let index = sheet.nodes.firstIndex(where: { $0.id == effect.id }) {
      sheet.nodes[index].unit = unit
    }
    context.workspace.store(sheet)
    let model = SheetModel(sheet)
    var blocks: [Block] = [.table(EffectTable.of(sheet, context))]
    if money.lag >= sheet.years {
      blocks.append(
        .caution(
          nl: "'\(effect.id)' begint na de \(sheet.years) jaar van het blad, en telt dus niet",
          en: "'\(effect.id)' begins after the \(sheet.years) years of the sheet, and so does not count"))
    }
    return Output(blocks + MoneyWords.remarks(model))
  }

  /// Where the figures come from: one that is typed anew does not stand in the source of the one before it.
  private static func source(_ given: Given<Arguments>, before: EffectMoney?) -> String? {
    let types = (given.quantity != nil, given.value != nil)
    guard let source = given.source else { return types.0 || types.1 ? nil : before?.source }
    // The other figure keeps its own.
    let keeps = types.0 != types.1 && (types.0 ? before?.value : before?.quantity) != nil
    guard keeps, let old = before?.source, old != source else { return source }
    return "\(old); \(source)"
  }

  private func shares(_ given: Given<Arguments>, _ sheet: Sheet, _ context: Context) throws -> [EffectShare] {
    var found: [EffectShare] = []
    var rest: Int?
    for (pair, place) in zip(given.shares, given.places(of: \.shares)) {
      let ends = pair.key.split(separator: "/", maxSplits: 1).map(String.init)
      let party = try Vocabulary<SheetParty>.party.one(ends.first ?? "", among: sheet.parties, at: place)
      let law = ends.count == 2 ? try Vocabulary<Law>.law.one(ends[1], in: context, at: place).id : nil
      let isRest = pair.value.text?.foldedForLookup == "rest" && rest == nil
      let share: Double
      do { share = isRest ? 0 : try TypedPart.checked(pair.value) } catch let error as Diagnostic {
        throw error.at(place)
      }
      if isRest { rest = found.count }
      if found.contains(where: { $0.party == party.id && ($0.law ?? party.law) == (law ?? party.law) }) {
        throw Diagnostic(
          "share.twice", Text(nl: "'\(pair.key)' krijgt twee keer een aandeel", en: "'\(pair.key)' gets a share twice"),
          wayOut: Text(
            nl: "noem elke partij één keer, of met een andere wet: PARTIJ/WET=…",
            en: "name each party once, or with another law: PARTY/LAW=…"),
          place: place)
      }
      found.append(EffectShare(party: party.id, law: law, share: share))
    }
    let sum = found.reduce(0) { $0 + $1.share }
    if let rest, sum <= 1 + 1e-9 {
      found[rest] = EffectShare(party: found[rest].party, law: found[rest].law, share: max(0, 1 - sum))
      return found
    }
    guard abs(sum - 1) <= 1e-6 else {
      let (told, lack) = (Text.share(sum, decimals: 1), Text.share(abs(1 - sum), decimals: 1))
      throw Diagnostic(
        "share.sum",
        sum < 1
          ? Text(
            nl: "de aandelen zijn samen \(told.nl): \(lack.nl) is van niemand",
            en: "the shares are \(told.en) together: \(lack.en) is nobody's")
          : Text(
            nl: "de aandelen zijn samen \(told.nl): \(lack.nl) te veel",
            en: "the shares are \(told.en) together: \(lack.en) too much"),
        wayOut: Text(
          nl: "laat ze optellen tot 100%; =rest geeft de laatste wat er over is",
          en: "let them add up to 100%; =rest gives the last what is left"),
        place: given.place(of: \.shares))
    }
    return found
  }
}
