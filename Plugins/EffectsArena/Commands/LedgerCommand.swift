import WorkbenchKit

/// `arena ledger`: by party and law what is paid and saved.
struct LedgerCommand: Command {
  struct Arguments: Sendable {
    let drawn = DrawArguments()
    let weighs = Weighing.argument
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet het grootboek klaar als \(LedgerTable.offered), voor andere plugins",
        en: "offer the ledger as \(LedgerTable.offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena ledger", aliases: ["arena grootboek"],
    summary: Text(
      nl: "toon per partij en wet wat zij betaalt en bespaart", en: "show by party and law what it pays and saves"),
    details: Text(
      nl:
        "Over alle jaren van het blad, verdisconteerd naar het eerste. Laag en hoog: 90 % van de trekkingen ligt ertussen. Wat leeg is telt niet mee en "
        + "staat onder 'leeg'. De uitkomst rust op aannamen over wat wat teweegbrengt: neem haar mee, maar niet te letterlijk.",
      en:
        "Over all years of the sheet, discounted to the first. Low and high: 90% of the draws lies between. What is empty does not count and stands under "
        + "'empty'. The outcome rests on assumptions about what brings about what: take it along, but not too literally."
    ),
    changesWorkspace: true,
    next: [
      FollowUp("arena settle", Text(nl: "wat partijen elkaar zouden betalen", en: "what parties would pay each other")),
      FollowUp("keep grootboek --last", Text(nl: "bewaar dit antwoord", en: "keep this answer")),
    ],
    soughtBy: ["kosten", "baten", "saldo", "mkba", "sroi", "costs", "benefits"],
    examples: [
      .init("arena ledger", Text(nl: "wie wint, wie verliest", en: "who wins, who loses")),
      .init("arena ledger --offer", Text(nl: "voor andere plugins", en: "for other plugins")),
      .init(
        "arena ledger --draws 1", Text(nl: "te weinig trekkingen", en: "too few draws"), failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try context.sheet()
    let model = SheetModel(sheet, weighs: given.weighs)
    let seed = given.drawn.seed(in: context)
    let draws = try model.drawn(given.drawn.draws, seed: seed, in: context)
    let ledger = LedgerTable(model: model, draws: draws)
    var blocks: [Block] = ledger.answer.map { [.paragraph($0)] } ?? []
    if let table = try ledger.table(context) {
      blocks.append(.table(table))
      if given.offer {
        var offered = table.selecting(
          ["party", "law", "pays", "saves", "net", "low", "high", "p_negative"].compactMap { table.index(of: $0) })
        offered.title = table.title
        context.workspace.setTable(LedgerTable.offered, to: offered)
        blocks.append(
          .info(
            nl: "klaargezet als '\(LedgerTable.offered)'; 'undo' neemt het terug",
            en: "offered as '\(LedgerTable.offered)'; 'undo' takes it back"))
      }
    }
    blocks.append(.facts(ledger.facts))
    if let chart = ledger.chart(context.language) { blocks.append(.chart(chart)) }
    blocks += ledger.sides + Weighing.remark(given.weighs) + MoneyWords.remarks(model)
    if let draws {
      let words = Text.drawn(draws.draws, seed: seed)
      blocks += [.info(nl: words.nl, en: words.en)] + MoneyWords.below(model)
    }
    return Output(blocks + (try Claims.remarks(sheet, context)))
  }
}
