import WorkbenchKit

/// `regio coverage [--on LIST] [--region R…] [--offer]`: what is known, and between what the share of all lies.
struct CoverageCommand: Command {
  struct Arguments: Sendable {
    let on = Argument(
      flags: "on", .choice(CardList.self),
      about: Text(nl: "alleen questions, conditions of parts", en: "questions, conditions or parts only"))
    let chosen = RegionsArguments()
    let ask = Argument(
      flag: "ask", .integer(0...100), default: "5",
      about: Text(nl: "hoeveel vragen die nog openstaan", en: "how many questions that are still open"))
    let offer = Argument(
      toggle: "offer",
      about: Text(
        nl: "zet de vakken klaar als \(CoverageTable.offered), voor andere plugins",
        en: "offer the cells as \(CoverageTable.offered), for other plugins"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio coverage", aliases: ["regio dekking"],
    summary: Text(
      nl: "toon wat bekend is, en tussen welke grenzen het aandeel van alle regio's ligt",
      en: "show what is known, and between which bounds the share of all regions lies"),
    details: Text(
      nl:
        "'minstens' telt alles wat niet bekend is als nee, 'hoogstens' als ja. 'laag' en 'hoog' zijn het interval van Wilson (95 %) van het aandeel onder de "
        + "bekende, alsof die een steekproef zijn. Ernaast wat de bron in 2017 drukte, met het hele aantal van 46 dat er het dichtst bij ligt. Antwoorden "
        + "die elkaar tegenspreken tellen als niet bekend. Wat nog te vragen is: eerst waar rollen verschillen, dan waar de bekende antwoorden het meest verdeeld zijn; "
        + "die volgorde is van ons.",
      en:
        "'at least' counts all that is not known as no, 'at most' as yes. 'low' and 'high' are Wilson's interval (95%) of the share among the known, as if "
        + "these were a sample. Beside it what the source printed in 2017, with the whole count of 46 that is nearest. Answers that contradict each other count as not known. "
        + "What is still to be asked: first where roles differ, then where those that are known divide most; that order is ours."
    ),
    changesWorkspace: true,
    next: [FollowUp("regio matrix conditions", Text(nl: "regio voor regio", en: "region by region"))],
    soughtBy: ["dekking", "grenzen", "bounds"],
    examples: [
      .init("regio coverage", Text(nl: "alle 46", en: "all 46")),
      .init("regio coverage --on conditions --region breda,almelo", Text(nl: "twee regio's", en: "two regions")),
      .init("regio coverage --offer", Text(nl: "voor andere plugins", en: "for other plugins")),
      .init(
        "regio coverage --region qqq", Text(nl: "die is er niet", en: "it is not there"), failsWith: "region.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let regions = try given.chosen.chosen(in: context)
    let lists = given.on.isEmpty ? CardList.allCases : CardList.allCases.filter(given.on.contains)
    let items = try lists.flatMap { try context.items($0) }
    let printed = try context.printedShares
    let coverage = CoverageTable(regions, items, try context.workspace.cardBook, printed: printed)
    let showsPrinted = given.chosen.isAll && lists.contains(.questions)
    var blocks: [Block] = [
      .paragraph(Self.answer(coverage)), .table(coverage.table(showsPrinted: showsPrinted, context)),
    ]
    var facts = Facts(isDetail: true)
    facts.add("regions", regions.count, label: Text(nl: "regio's", en: "regions"))
    facts.add("filled", coverage.filled, label: Text(nl: "ingevuld", en: "filled in"))
    facts.add("cells", coverage.all, label: Text(nl: "vakken", en: "cells"))
    facts.add("conflicts", coverage.conflicts, label: Text(nl: "tegenstrijdig", en: "conflicting"))
    blocks.append(.facts(facts))
    if let asks = Self.asks(coverage, given.ask, context) { blocks.append(.table(asks)) }
    if showsPrinted, let table = coverage.printed(context) { blocks.append(.table(table)) }
    if coverage.conflicts > 0 {
      let count = Text.counted(coverage.conflicts, Text(nl: "vak", en: "cell"), Text(nl: "vakken", en: "cells"))
      blocks.append(
        .caution(
          nl: "\(count.nl) tegenstrijdig: dat telt als niet bekend",
          en: "\(count.en) conflicting: that counts as not known"))
    }
    if showsPrinted {
      let remarks = printed.filter { share in share.question != nil && share.remark != nil }
      for share in remarks {
        guard let item = items.first(where: { $0.id == share.question }), let remark = share.remark else { continue }
        blocks.append(.info(nl: "\(item.label.nl), bron: \(remark.nl)", en: "\(item.label.en), source: \(remark.en)"))
      }
      blocks.append(
        .info(
          nl:
            "de bron geeft percentages afgerond en geen aantal per regio; het aantal van 46 is ons dichtstbijzijnde hele getal",
          en: "the source gives rounded percentages and no count by region; the count of 46 is our nearest whole number"
        ))
    }
    if given.offer {
      context.workspace.setTable(CoverageTable.offered, to: coverage.offer(showsRoles: context.showsRoles))
      blocks.append(
        .info(
          nl: "klaargezet als '\(CoverageTable.offered)' voor andere plugins; 'undo' neemt het terug",
          en: "offered to other plugins as '\(CoverageTable.offered)'; 'undo' takes it back"))
    }
    let shares = showsPrinted ? printed.filter { $0.question != nil }.map(\.source) : []
    blocks.append(
      try context.knowledge.sources(
        items.map(\.source) + items.map(\.plansSource) + shares + [MethodWords.wilson], in: context))
    return Output(blocks)
  }

  private static func answer(_ coverage: CoverageTable) -> Text {
    let all = Text.count(coverage.all)
    guard coverage.filled > 0 else {
      return Text(
        nl: "Nog niets is ingevuld: van alle \(all.nl) vakken is niets bekend, en elk aandeel kan 0 tot 100 % zijn.",
        en: "Nothing is filled in yet: of all \(all.en) cells nothing is known, and each share may be 0 to 100%.")
    }
    let filled = Text.count(coverage.filled)
    let regions = coverage.regions.count
    let of =
      regions == 1
      ? Text(nl: "deze regio", en: "this region") : Text(nl: "alle \(regions) regio's", en: "all \(regions) regions")
    return coverage.filled == 1
      ? Text(
        nl: "Van de \(all.nl) vakken is er 1 bekend; de grenzen zeggen wat dat voor \(of.nl) betekent.",
        en: "Of the \(all.en) cells 1 is known; the bounds say what that means for \(of.en).")
      : Text(
        nl: "Van de \(all.nl) vakken zijn er \(filled.nl) bekend; de grenzen zeggen wat dat voor \(of.nl) betekent.",
        en: "Of the \(all.en) cells \(filled.en) are known; the bounds say what that means for \(of.en).")
  }

  private static func asks(_ coverage: CoverageTable, _ count: Int, _ context: Context) -> Table? {
    let asks = coverage.asks.prefix(count)
    guard coverage.filled > 0, !asks.isEmpty else { return nil }
    let (conflict, unknown) = (
      Text(nl: "rollen verschillen", en: "roles differ"), Text(nl: "niet bekend", en: "not known")
    )
    return Table(
      title: Text(nl: "Wat nu het meest zou zeggen", en: "What would tell most now"),
      columns: [
        .texts("region", asks.map(\.region.id)).asDetail(),
        .texts("label", asks.map(\.region.label), label: Text(nl: "vraag aan", en: "ask"), in: context),
        .texts("question", asks.map(\.row.item.id)).asDetail(),
        .texts("about", asks.map { CoverageTable.label($0.row) }, label: Text(nl: "over", en: "about"), in: context),
        .texts(
          "why", asks.map { $0.isConflict ? conflict : unknown }, label: Text(nl: "want", en: "because"), in: context),
        .numbers("bits", asks.map(\.bits), label: Text(nl: "zegt (bits)", en: "tells (bits)"), format: .decimals(2))
          .asDetail(),
      ])
  }
}
