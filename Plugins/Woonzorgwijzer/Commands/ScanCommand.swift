import WorkbenchKit

/// `wzw scan`: an area held against the building blocks of a woonservicegebied.
struct ScanCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument(about: CircleArguments.aboutBlockArea)
  }

  static let arguments = Arguments()

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
      examples: [
        .init("wzw scan WK990101", Text(nl: "de scan van een wijk", en: "the scan of a district")),
        .init(
          "wzw scan atlantis", Text(nl: "een gebied dat er niet is", en: "an area that is not there"),
          failsWith: "area.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let atlas = try Atlas(context.workspace)
    let area = try given.area.found(in: atlas)
    let source = try context.serviceArea
    let sheet = ScanSheet(source.blocks, try AreaScans(context.workspace)[area.code], name: area.name)

    let people = codebook.measure("population").map { Figures(atlas: atlas).value($0, area).value } ?? .nan
    let limits = source.definition.inhabitants
    let size = SizeTest(range: Double(limits.lowerBound)...Double(limits.upperBound), inhabitants: people)
    let counts = SmallCounts(context.workspace)
    let mark = counts.mark(of: people, isHeld: counts.isSmall(people))
    let shown = mark.map(Text.verbatim) ?? Text.number(people, decimals: 0)
    let value: Value = people.isNaN ? .missing : mark.map(Value.text) ?? .number(people, unit: .persons)

    var output: [Block] = [.paragraph(size.sentence(area.name, shown: shown))]
    output += sheet.summary(context.language)
    output.append(.table(sheet.table(context)))
    output.append(.facts(sheet.facts(size, inhabitants: value)))
    output.append(
      .statements(
        Text(nl: "Gevonden effecten van woonservicegebieden", en: "Effects found of such areas"), "text",
        source.effects, in: context))
    output.append(
      .statements(
        Text(nl: "De conclusies ernaast", en: "The conclusions beside them"), "text", source.conclusions, in: context))
    output += Demo.notice(for: [area])
    let citations =
      source.blocks.map(\.source) + (source.effects + source.conclusions + [source.definition.said]).map(\.source)
    let figures =
      area.members.contains(where: Demo.isInvented)
      ? [codebook.source("demo", year: nil)].compactMap { $0 }
      : try codebook.publications(of: area, atlas, in: context.workspace)
    var origin = FigureOrigin()
    origin.add(assumption: ScanPriority.rule)
    for source in figures.sorted(by: { $0.id < $1.id }) { origin.add(source) }
    for source in try context.knowledge.publications(citations, in: context) { origin.add(source) }
    context.workspace.note(origin)
    output.append(OriginNotes(origin).sources)
    return Output(output)
  }
}
