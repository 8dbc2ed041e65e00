import WorkbenchKit

/// `wzw bridge`: carries figures of one year's areas over to those of another.
struct BridgeCommand: Command {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "CSV: oud, nieuw, aandeel", en: "CSV: old, new, share"))
    let from = Argument(
      flag: "from", .integer(1990...2100), about: Text(nl: "het jaar van de oude gebieden", en: "the old areas' year"))
    let to = Argument(
      flag: "to", .integer(1990...2100),
      about: Text(nl: "het jaar van de nieuwe gebieden", en: "the new areas' year"))
    let alike = Argument(
      toggle: "alike",
      about: Text(
        nl: "laat oude gebieden waarvan geen inwoners bekend zijn even zwaar wegen",
        en: "let old areas of which no people are known weigh alike"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw bridge",
      aliases: ["wzw brug"],
      summary: Text(
        nl: "zet cijfers van de gebieden van het ene jaar over naar die van het andere",
        en: "carry figures of one year's areas over to those of another"),
      details: Text(
        nl: """
          Het bestand heeft de kolommen oud, nieuw en aandeel: welk deel van de inwoners van het oude gebied in het nieuwe woont; \
          als aandeel van 1 of van 100, of als aantal inwoners of adressen. Zonder zo'n kolom gaat elk oud gebied heel over. Ook \
          gelezen: een kolom per jaar (GM2020, GM2021), wijzigingen met hun jaar of datum, en een tabel met de nieuwe codes \
          bovenaan. Aantallen gaan naar aandeel over; percentages en gemiddelden wegen naar de inwoners van de oude gebieden in \
          het oude jaar, anders in het jaar dat er het dichtst bij ligt; zijn die van geen jaar bekend, dan alleen met --alike. \
          De aandelen van een oud gebied zijn samen 1. Zonder --from en --to blijken de jaren uit het bestand of de codes. Wat is \
          overgezet en hoe er is gewogen, staat bij elke uitkomst.
          """,
        en: """
          The file has the columns old, new and share: which part of the old area's people live in the new one; as a share of 1 \
          or of 100, or as a number of people or addresses. Without such a column each old area goes over whole. Read as well: a \
          column for each year (GM2020, GM2021), changes with their year or date, and a table with the new codes on top. Counts \
          go over by share; percentages and means weigh by the people of the old areas in the old year, else in the year nearest \
          to it; where they are known of no year, only with --alike. The shares of an old area are 1 together. Without --from \
          and --to the file or its codes tell the years. What was carried over and how it was weighed stands with each result.
          """),
      changesWorkspace: true,
      examples: [
        .init(
          "wzw bridge brug.csv --from 2022 --to 2024",
          Text(nl: "een buurt van 2022 is in 2024 in tweeën", en: "one neighbourhood of 2022 is two in 2024")),
        .init(
          "wzw bridge buurten.csv", Text(nl: "een tabel van een andere soort", en: "a table of another kind"),
          failsWith: "bridge.columns"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let protection = given.guarding.guarding(in: context)
    let years = try BridgeYears(context.workspace)
    var remarks: [Text] = []
    var unchanged: [String] = []
    var numbers: [Notice] = []
    let marks = try given.numbers.marks()
    let (file, bridge, columns) = try given.checking(\.file) { path in
      let opened = try context.openText(path)
      let file = opened.file
      let text = try opened.delimitedText(marks: marks, protection: protection)
      let read = try BridgeReader(file: file.name, years: years).read(
        text, from: given.from, to: given.to)
      let (from, to) = try years.find(read.links, from: read.from, to: read.to, file: file.name)
      remarks = read.remarks
      numbers = read.numbers
      let (links, kept) = years.withUnchanged(read.links, from: from)
      unchanged = kept
      return (
        file, Bridge(from: from, to: to, links: links.map { $0.weighed(alike: given.alike) }),
        text.header
      )
    }
    var record = ImportRecord(
      kind: .bridge, file: file, year: bridge.from, only: nil, columns: columns, evidence: .assumed)
    record.rows = bridge.links.count
    try ImportedTables.store(bridge.table, as: bridge.name, record, in: context.workspace)
    context.workspace.note(record.input(columns: columns))
    let report = try BridgeReport(
      bridge, years, file: file.name, remarks: remarks, unchanged: unchanged, context.codebook,
      in: context.workspace)
    try given.checking(\.file) { _ in try report.demandPeople() }
    try CarriedTables.renew(context.codebook, in: context.workspace)
    for assumption in report.assumptions { context.workspace.note(assumption: assumption) }
    return Output(
      report.blocks + numbers.map(Block.notice) + Demo.notice(for: bridge.newCodes)
        + protection.notices.map(Block.notice))
  }
}
