import WorkbenchKit

/// `wzw demo`: loads the invented municipality.
struct DemoCommand: Command {
  var signature: Signature {
    Signature(
      "wzw demo",
      aliases: ["wzw voorbeeld"],
      summary: Text(
        nl: "laad een verzonnen gemeente om mee te oefenen", en: "load an invented municipality to practise with"),
      details: Text(
        nl:
          "\(Demo.name) (\(Demo.municipality)) bestaat niet; elk overzicht ervan zegt dat. Wat al was ingelezen blijft staan.",
        en:
          "\(Demo.name) (\(Demo.municipality)) does not exist; every sheet of it says so. What was imported already stays."
      ),
      changesWorkspace: true,
      next: [
        FollowUp(
          "wzw estimate BU99010101 --indicator Eenzaam --age 65+",
          Text(nl: "hoeveel 65-plussers zijn hier eenzaam", en: "how many over 65 are lonely here"))
      ],
      examples: [
        .init("wzw demo", Text(nl: "kerncijfers, gezondheid en grenzen", en: "key figures, health and boundaries")),
        .init(
          "wzw demo extra", Text(nl: "de opdracht neemt niets", en: "the command takes nothing"),
          failsWith: "argument.surplus"),
      ])
  }

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let files: [(name: String, year: Int?)] = [
      ("kwb_wilgendal_2023.csv", 2023), ("kwb_wilgendal_2024.csv", 2024), ("gezondheid_wilgendal_2022_65plus.csv", nil),
      ("gezondheid_wilgendal_2022_18plus.csv", nil), ("buurten_wilgendal.geojson", 2024),
      ("aanbod_wilgendal.csv", 2024), ("voorzieningen_wilgendal.csv", nil),
    ]
    var blocks: [Block] = [
      .heading(Heading(Text(nl: "\(Demo.name), een verzonnen gemeente", en: "\(Demo.name), an invented municipality")))
    ]
    var facts = Facts()
    for file in files {
      let importer = Importer(
        codebook: codebook, context: context, year: file.year, evidence: .illustrative, place: given.place)
      for imported in try importer.take("\(context.knowledge.folder)/demo/\(file.name)") {
        facts.add(
          Self.factName(imported.name), imported.counts.read,
          label: .verbatim(imported.table.title?(context.language) ?? imported.name))
      }
    }
    blocks.append(.facts(facts))
    blocks += Demo.notice(for: [Demo.municipality])
    blocks.append(
      .paragraph(
        Text(
          nl: "Probeer 'wzw areas', 'wzw area BU99010101' of 'wzw estimate --level wijk --indicator Eenzaam'.",
          en: "Try 'wzw areas', 'wzw area BU99010101' or 'wzw estimate --level wijk --indicator Eenzaam'.")))
    return Output(blocks)
  }

  /// `wzw.health.2022.65+` as the name of a fact: `health_2022_65_plus`.
  private static func factName(_ table: String) -> String {
    table.dropFirst("wzw.".count).split(separator: ".").joined(separator: "_").split(
      separator: "+", omittingEmptySubsequences: false
    )
    .joined(separator: "_plus")
  }
}
