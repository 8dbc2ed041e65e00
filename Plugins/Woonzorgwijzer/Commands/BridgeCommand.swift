import WorkbenchKit

/// `wzw bridge`: carries figures of one year's areas over to those of another.
struct BridgeCommand: Command {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "CSV: oud, nieuw, aandeel", en: "CSV: old, new, share"))
    let from = Argument(
      flag: "from", .integer(1990...2100), about: Text(nl: "het jaar van de oude gebieden", en: "the old areas' year"))
    let to = Argument(
      flag: "to", .integer(1990...2100), about: Text(nl: "het jaar van de nieuwe gebieden", en: "the new areas' year"))
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
          Het bestand heeft de kolommen oud, nieuw en aandeel: welk deel van de inwoners van het oude gebied in het nieuwe woont. \
          Aantallen gaan naar aandeel over; percentages en gemiddelden wegen naar de inwoners van de oude gebieden, of tellen \
          gelijk waar die niet zijn ingelezen. De aandelen van een oud gebied zijn samen 1. Zonder --from en --to blijken de \
          jaren uit de codes. Wat is overgezet, staat als zodanig in elke uitkomst.
          """,
        en: """
          The file has the columns old, new and share: which part of the old area's people live in the new one. Counts go over \
          by share; percentages and means weigh by the people of the old areas, or count alike where these are not imported. \
          The shares of an old area are 1 together. Without --from and --to the codes tell the years. What was carried over is \
          marked as such in each result.
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
    let marks = try given.numbers.marks()
    let (file, bridge, columns, remarks) = try given.checking(\.file) { path in
      let file = try context.read(path)
      let text = try DelimitedText(
        bytes: file.bytes, options: .init(marks: marks, name: file.name), protection: protection)
      let (links, remarks) = try BridgeReader(file: file.name).links(text)
      let (from, to) = try years.find(links, from: given.from, to: given.to, file: file.name)
      return (file, Bridge(from: from, to: to, links: links), text.header, remarks)
    }
    var record = ImportRecord(
      kind: .bridge, file: file, year: bridge.from, only: nil, columns: columns, evidence: .assumed)
    record.rows = bridge.links.count
    try ImportedTables.store(bridge.table, as: bridge.name, record, in: context.workspace)
    context.workspace.note(record.input(columns: columns))
    try CarriedTables.renew([bridge.from], context.codebook, in: context.workspace)
    let report = try BridgeReport(bridge, years, file: file.name, in: context.workspace)
    for assumption in report.assumptions { context.workspace.note(assumption: assumption) }
    return Output(
      report.blocks + remarks.map(Block.notice) + Demo.notice(for: bridge.newCodes)
        + protection.notices.map(Block.notice))
  }
}
