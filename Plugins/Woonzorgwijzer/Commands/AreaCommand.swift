import WorkbenchKit

/// `wzw area`: the sheet of one area.
struct AreaCommand: UntypedCommand {
  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw area",
      aliases: ["wzw gebied"],
      summary: Text(nl: "toon het blad van één gebied", en: "show the sheet of one area"),
      parameters: [
        .argument(
          "area", about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        AreaParameters.year,
      ],
      examples: [
        .init("wzw area BU99010101", Text(nl: "het blad van een buurt", en: "the sheet of a neighbourhood")),
        .init(
          "wzw area linde", Text(nl: "twee buurten heten ongeveer zo", en: "two neighbourhoods have such a name"),
          failsWith: "area.ambiguous"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let area = try AreaSearch(atlas: atlas).one(call.text("area") ?? "", at: call.place(of: "area"))
    let counts = SmallCounts(context.workspace)
    var held = Disclosure.nothing
    let facts = facts(area, atlas, knowledge, counts, &held)
    var blocks: [Block] = [.heading(Heading(.verbatim("\(area.name) (\(area.code))"), level: 2)), .facts(facts)]
    let health = try HealthTable.all(context.workspace)
    if let table = HealthSheet(area: area, atlas: atlas, tables: health, knowledge: knowledge).table(context.language) {
      blocks.append(.table(table))
    }
    blocks += counts.notice(held)
    blocks += try CarriedNotice.blocks(on: area, atlas, health, context.workspace)
    blocks += Demo.notice(for: area.members)
    let sources = try sources(area, health, knowledge, context.workspace)
    for source in sources { context.workspace.note(source) }
    blocks.append(.sources(sources))
    return Output(blocks)
  }

  private func facts(
    _ area: Area, _ atlas: Atlas, _ knowledge: Knowledge, _ counts: SmallCounts, _ held: inout Disclosure
  ) -> Facts {
    var facts = Facts()
    facts.add("area", .text(area.code), label: Text(nl: "gebied", en: "area"))
    facts.add("level", .text(area.level.rawValue), label: Text(nl: "niveau", en: "level"))
    if let municipality = area.municipality {
      facts.add("municipality", .text(municipality), label: Text(nl: "gemeente", en: "municipality"))
    }
    if area.isOwn {
      facts.add("parts", .list(area.partCodes.map(Value.text)), label: Text(nl: "bestaat uit", en: "made of"))
    }
    if let year = area.places.first?.year {
      facts.add("year", .number(Double(year)), label: Text(nl: "jaar", en: "year"), format: .plain)
    }
    let figures = Figures(atlas: atlas)
    // Means and percentages of several buurten together are no sums.
    let measures = knowledge.measures.filter { !area.isOwn || [.persons, .households, .dwellings].contains($0.unit) }
    let values = measures.map { (measure: $0, value: figures.value($0, area).value) }.filter { !$0.value.isNaN }
    held = Self.held(values, counts)
    for (row, (measure, value)) in values.enumerated() {
      if held.small.contains(row) {
        facts.add(measure.name, .text(counts.mark), label: measure.label)
      } else if held.complements.contains(row) {
        facts.add(measure.name, .text(SmallCounts.complement), label: measure.label)
      } else {
        facts.add(
          measure.name, .number(value, unit: measure.unit), label: measure.label, format: .decimals(measure.decimals))
      }
    }
    return facts
  }

  /// What is held back of the figures: the inhabitants are the sum of the age bands.
  private static func held(_ values: [(measure: Knowledge.Measure, value: Double)], _ counts: SmallCounts)
    -> Disclosure
  {
    let bands = values.indices.filter { values[$0].measure.name.hasPrefix("age_") }
    let units = values.indices.map { values[$0].measure.name == "population" ? bands : [$0] }
    return Disclosure(
      [values.map { $0.measure.countsPeople ? $0.value : .nan }], nesting: { Nesting(units) },
      threshold: counts.threshold)
  }

  private func sources(
    _ area: Area, _ health: [HealthTable], _ knowledge: Knowledge, _ workspace: WorkspaceHandle
  ) throws -> [Source] {
    if area.members.contains(where: Demo.isInvented) { return knowledge.source("demo", year: nil).map { [$0] } ?? [] }
    var sources = Set(area.places.map(\.year)).sorted().compactMap { knowledge.source("cbs-kwb", year: $0) }
    let years = Set(health.filter { table in area.members.contains { table.rows[$0] != nil } }.map(\.year))
    sources += years.sorted().compactMap { knowledge.source("rivm-health", year: $0) }
    return sources
  }
}
