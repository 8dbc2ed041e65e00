import WorkbenchKit

/// `waakvlam handover items`: what makes a hand-over warm.
struct HandoverItemsCommand: Command {
  let signature = Signature(
    "waakvlam handover items", aliases: ["waakvlam overdracht onderdelen"],
    summary: Text(nl: "toon wat een overdracht warm maakt", en: "show what makes a hand-over warm"),
    next: [FollowUp("waakvlam handover show", Text(nl: "hoe warm zij waren", en: "how warm they were"))],
    examples: [.init("waakvlam handover items", Text(nl: "de zeven onderdelen", en: "the seven items"))])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let items = try context.handoverItems
    let table = Table(
      title: Text(nl: "Wat een overdracht warm maakt", en: "What makes a hand-over warm"),
      columns: [
        .texts("item", items.map(\.id), label: Text(nl: "onderdeel", en: "item")),
        .texts("label", items.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .texts(
          "what", items.map { $0.what?.shown }, label: Text(nl: "wat de bron zegt", en: "what the source says"),
          in: context),
        .texts("source", items.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context).asDetail(),
      ])
    return Output([.table(table), try context.knowledge.sources(items.map(\.source), in: context)])
  }
}

/// `waakvlam handover import TABLE`: hand-overs out of a table, one a row.
struct HandoverImportCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      "table", .table,
      about: Text(
        nl: "kolommen code, move_day, first_support_day, en zo nodig institution, last_seen_day en onderdelen",
        en: "columns code, move_day, first_support_day, and where needed institution, last_seen_day and items"))
    let at = Argument(
      flag: "at", .day,
      about: Text(
        nl: "tot welke dag is gekeken, voor wie nog niemand heeft",
        en: "until which day it was looked, for who has nobody yet"))
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam handover import", aliases: ["waakvlam overdracht inlezen"],
    summary: Text(
      nl: "lees overdrachten in, met pseudoniemen en zonder dagen",
      en: "read hand-overs in, with pseudonyms and without days"),
    details: Text(
      nl:
        "Per rij een code, de dag van de verhuizing en de dag van de eerste ondersteuning (leeg: nog niet). Codes krijgen een pseudoniem, dezelfde code "
        + "hetzelfde in deze werkruimte; van de dagen blijft alleen hoeveel er tussen zitten. Een code die er al stond wordt vervangen. Een kolom die op een "
        + "naam, adres, geboortedag of BSN lijkt houdt het inlezen tegen. Onderdelen: 'waakvlam handover items'.",
      en:
        "In each row a code, the day of the move and the day of the first support (empty: not yet). Codes get a pseudonym, the same code the same one in "
        + "this workspace; of the days only how many lie between is kept. A code that was there is replaced. A column that looks like a name, address, birth "
        + "date or BSN stops the import. Items: 'waakvlam handover items'."),
    changesWorkspace: true,
    next: [FollowUp("waakvlam handover show", Text(nl: "hoe warm zij waren", en: "how warm they were"))],
    examples: [
      .init("waakvlam handover import overdracht.csv", Text(nl: "verzonnen overdrachten", en: "invented hand-overs")),
      .init(
        "waakvlam handover import aandelen.csv", Text(nl: "zonder die kolommen", en: "without these columns"),
        failsWith: "column.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let place = given.table.place
    let arguments = given.guarding
    let protection = Protection(
      dropped: arguments.drop, pseudonymised: arguments.pseudonymise + ["code"], isOfRespondents: true,
      pseudonyms: context.pseudonyms,
      place: place)
    var intake = TableIntake(protection: protection)
    intake.keepsDates = true
    let taken = try given.table.table(in: context, intake: intake)
    let table = try taken.demandRows(at: place)
    try PersonColumns.demandNone(table.columnNames, at: place)
    let rows = HandoverIntake(table, at: given.at, items: try context.handoverItems.map(\.id))
    let records = try rows.records(at: place)
    try context.checkInterrupt()
    var list = try context.workspace.handovers
    var places = Dictionary(list.records.indices.map { (list.records[$0].code, $0) }) { first, _ in first }
    var replaced = 0
    for record in records {
      if let index = places[record.code] {
        list.records[index] = record
        replaced += 1
      } else {
        places[record.code] = list.records.count
        list.records.append(record)
      }
    }
    context.workspace.store(list)
    let counts = SmallCounts(context.workspace)
    var facts = Facts()
    func add(_ name: String, _ count: Int, _ label: Text) {
      facts.add(
        name, Double(count), label: label, format: .decimals(0), held: counts.isSmall(count) ? counts.mark : nil)
    }
    add("read", records.count, Text(nl: "gelezen", en: "read"))
    if replaced == 0 || counts.mayShow(replaced, of: records.count) {
      add(
        "replaced", replaced, Text(nl: "stonden er al, en zijn vervangen", en: "were there already, and are replaced"))
    } else {
      facts.add(
        "replaced", .missing,
        label: Text(nl: "stonden er al, en zijn vervangen", en: "were there already, and are replaced"),
        shown: .verbatim(counts.mark))
    }
    var blocks: [Block] = [.facts(facts)]
    if !rows.strangers.isEmpty {
      let listed = Text.quoted(rows.strangers)
      blocks.append(
        .caution(nl: "geen onderdeel, en niet bewaard: \(listed.nl)", en: "no item, and not kept: \(listed.en)"))
    }
    return Output(blocks + taken.notices.map(Block.notice))
  }
}

/// `waakvlam handover show`: how warm hand-overs were, and how long people waited.
struct HandoverShowCommand: Command {
  struct Arguments: Sendable {
    let institution = Argument(toggle: "institution", about: Text(nl: "ook per instelling", en: "by institution too"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam handover show", aliases: ["waakvlam overdracht toon"],
    summary: Text(
      nl: "toon hoe warm de overdracht was, en hoe lang men op ondersteuning wachtte",
      en: "show how warm the hand-over was, and how long people waited for support"),
    details: Text(
      nl:
        "Het deel met contact voor de verhuizing met zijn interval (Wilson 1927); dagen tot de eerste ondersteuning, waarin wie nog niemand heeft meetelt zolang is "
        + "gekeken (Kaplan en Meier 1958). Kleine aantallen zijn achtergehouden, met alles waaruit zij zouden volgen; van de lijn staan dan alleen punten waar "
        + "genoeg mensen tussen zitten. Waar niets is achtergehouden heeft de lijn een marge van 95 % (Greenwood 1926, op de schaal van Kalbfleisch en "
        + "Prentice 1980).",
      en:
        "The share with contact before the move with its interval (Wilson 1927); days to the first support, in which who has nobody yet counts for as long as it was "
        + "looked (Kaplan and Meier 1958). Small counts are held back, with all from which they would follow; of the line only points stand then between which are "
        + "enough people. Where nothing is held back the line has an interval of 95 % (Greenwood 1926, on the scale of Kalbfleisch and "
        + "Prentice 1980)."),
    soughtBy: ["warme overdracht", "warm"],
    examples: [
      .init("waakvlam handover show", Text(nl: "alles bij elkaar", en: "all together")),
      .init(
        "waakvlam handover show iets", Text(nl: "een woord te veel", en: "a word too many"),
        failsWith: "argument.surplus"
      ),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let records = try context.workspace.handovers.records
    guard !records.isEmpty else {
      return Output([
        .info(
          nl: "er zijn nog geen overdrachten; 'waakvlam handover import BESTAND'",
          en: "there are no hand-overs yet; 'waakvlam handover import FILE'")
      ])
    }
    let counts = SmallCounts(context.workspace)
    let report = HandoverReport(records, counts)
    var blocks: [Block] = [.facts(report.facts)]
    if let table = report.table { blocks.append(.table(table)) }
    if let chart = report.chart { blocks.append(.chart(chart)) }
    let items = report.itemTable(try context.handoverItems.labels, context.language)
    if items.rowCount > 0 { blocks.append(.table(items)) }
    if given.institution {
      if let table = report.institutions {
        blocks.append(.table(table))
      } else {
        blocks.append(.info(nl: "bij geen overdracht staat een instelling", en: "no hand-over names an institution"))
      }
    }
    if let open = counts.openNotice {
      blocks.append(open)
    } else if report.holdsBack {
      blocks.append(counts.heldNotice)
    }
    if records.count < 10 {
      blocks.append(
        .caution(nl: "te weinig overdrachten voor een vaste uitspraak", en: "too few hand-overs to say anything firm"))
    }
    blocks.append(
      try context.knowledge.sources(
        try context.handoverItems.map(\.source) + [MethodWords.limits, MethodWords.waiting], in: context))
    return Output(blocks)
  }
}
