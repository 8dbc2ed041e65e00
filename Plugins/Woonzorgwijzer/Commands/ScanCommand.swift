import WorkbenchKit

/// `wzw scan`: an area held against the building blocks of a woonservicegebied.
struct ScanCommand: UntypedCommand {
  let reference: Reference
  let library: Library

  var signature: Signature {
    Signature(
      "wzw scan",
      aliases: ["wzw woonservicescan"],
      summary: Text(
        nl: "leg een gebied langs de bouwstenen van een woonservicegebied",
        en: "hold an area against the building blocks of an area with housing and services (woonservicegebied)"),
      details: Text(
        nl: """
          De bron noemt 7 bouwstenen hardware, 11 software en de organisatiecapaciteit. Of ze er zijn, van wie ze zijn en voor \
          welke groep ze tellen, zegt de kring met 'wzw scan set' en 'wzw scan serves'. Verschillen de rollen, dan geldt de \
          middelste stand, bij een even aantal de laagste van de twee; onbekend telt apart. 'first' volgt een regel van ons.
          """,
        en: """
          The source names 7 blocks of hardware, 11 of software, and the organising capacity. Whether they are there, whose they \
          are and which group they serve, the circle says with 'wzw scan set' and 'wzw scan serves'. Where roles differ the \
          middle status holds, of an even number the lower of the two; unknown counts apart. 'first' follows a rule of ours.
          """),
      parameters: [
        .argument(
          "area", about: Text(nl: "code of naam, ook van een eigen gebied", en: "code or name, an own area's too"),
          candidates: AreaParameters.areaCandidates)
      ],
      examples: [
        .init("wzw scan WK990101", Text(nl: "de scan van een wijk", en: "the scan of a district")),
        .init(
          "wzw scan atlantis", Text(nl: "een gebied dat er niet is", en: "an area that is not there"),
          failsWith: "area.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try Atlas(context.workspace)
    let area = try AreaSearch(atlas: atlas).one(call.text("area") ?? "", at: call.place(of: "area"))
    let file = try library.file("woonservicegebied", context)
    let blocks = try library.blocks(context)
    let sheet = ScanSheet(blocks, try AreaScan(area.code, context.workspace), name: area.name)

    let people = knowledge.measure("population").map { Figures(atlas: atlas).value($0, area).value } ?? .nan
    let limits = file["definition"]?["inhabitants"]
    let size = SizeTest(
      range: (limits?["from"]?.number ?? 5000)...(limits?["to"]?.number ?? 10000), inhabitants: people)
    let counts = SmallCounts(context.workspace)
    let mark = counts.mark(of: people, isHeld: counts.isSmall(people))
    let shown = mark.map(Text.verbatim) ?? Shown.number(people, decimals: 0)
    let value: Value = people.isNaN ? .missing : mark.map(Value.text) ?? .number(people, unit: .persons)

    var output: [Block] = [.paragraph(size.sentence(area.name, shown: shown))]
    output += sheet.summary(context.language)
    output.append(.table(sheet.table(context)))
    output.append(.facts(sheet.facts(size, inhabitants: value)))
    let effects = Statement.list(file["effects"])
    let conclusions = Statement.list(file["conclusions"])
    output.append(
      LibraryColumns.statements(
        Text(nl: "Gevonden effecten van woonservicegebieden", en: "Effects found of such areas"), "text", effects,
        context))
    output.append(
      LibraryColumns.statements(
        Text(nl: "De conclusies ernaast", en: "The conclusions beside them"), "text", conclusions, context))
    output += Demo.notice(for: [area])
    var citations = blocks.map(\.source) + (effects + conclusions).map(\.source)
    if let definition = Citation(file["definition"]?["source"]) { citations.append(definition) }
    let kind = area.members.contains(where: Demo.isInvented) ? "demo" : "cbs-kwb"
    let figures = Set(area.places.map(\.year)).compactMap { knowledge.source(kind, year: kind == "demo" ? nil : $0) }
    var origin = FigureOrigin()
    origin.add(assumption: ScanPriority.rule)
    for source in figures.sorted(by: { $0.id < $1.id }) { origin.add(source) }
    for source in try library.publications(citations, context) { origin.add(source) }
    context.workspace.note(origin)
    output.append(OriginNotes(origin).sources)
    return Output(output)
  }
}
