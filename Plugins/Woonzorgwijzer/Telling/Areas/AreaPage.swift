import WorkbenchKit

/// What is known of one area: its key figures and its percentages.
struct AreaPage {
  let facts: Facts
  /// Nil where no percentages of it are known.
  let percentages: Table?
  /// The tables that the percentages come from.
  let health: [HealthTable]
  /// Codes whose percentages are of another place, and are left out.
  private let changed: [Estimator.Changed]
  private let search: IndicatorSearch?
  private let area: Area
  private let atlas: Atlas
  private let codebook: Codebook
  private let context: Context
  private let counts: SmallCounts
  private let held: Disclosure

  /// - Parameter search: the percentages to show; nil for none.
  init(_ area: Area, _ atlas: Atlas, _ search: IndicatorSearch?, _ codebook: Codebook, _ context: Context) throws {
    self.area = area
    self.atlas = atlas
    self.codebook = codebook
    self.context = context
    counts = SmallCounts(context.workspace)
    var held = Disclosure.nothing
    facts = Self.facts(area, atlas, codebook, counts, &held)
    self.held = held
    health = search?.tables ?? []
    self.search = search
    let sheet = HealthSheet(area: area, atlas: atlas, search: search, codebook: codebook, counts: counts)
    percentages = sheet.table(context.language)
    changed = sheet.changed
  }

  /// - Parameter shown: what shows of the figures; nil for all.
  func told(_ shown: (facts: Facts, percentages: Table?)? = nil) throws -> Told {
    let shown = shown ?? (facts, percentages)
    // Only what shows has a source here and was carried over.
    let years = Set((shown.percentages?.column("year")?.numbers ?? []).map { Int($0) })
    let stems = Set((shown.percentages?.column("indicator")?.texts ?? []).compactMap { $0 })
    let health = health.filter { table in
      years.contains(table.year) && table.indicators.contains { $0.own == nil || stems.contains($0.stem) }
    }
    let sources = try sources(health)
    var told = Told(
      shown: [.facts(shown.facts)] + (shown.percentages.map { [.table($0)] } ?? []), sources: sources)
    told.say(counts.notice(held))
    told.say(ChangedNotice.blocks(changed, search))
    told.say(
      try CarriedNotice.blocks(on: area, atlas, health, context.workspace)
        + Demo.notice(for: area.members))
    for source in sources { context.workspace.note(source) }
    let inputs = try SheetInputs(
      area, facts: shown.facts, percentages: shown.percentages, health, atlas, codebook, in: context.workspace)
    context.workspace.note(inputs.origin)
    return told
  }

  private static func facts(
    _ area: Area, _ atlas: Atlas, _ codebook: Codebook, _ counts: SmallCounts, _ held: inout Disclosure
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
    let measures = codebook.measures.filter { !area.isOwn || $0.isCount }
    let values = measures.map { (measure: $0, value: figures.value($0, area).value) }.filter { !$0.value.isNaN }
    held = Self.held(values, counts)
    for (row, (measure, value)) in values.enumerated() {
      if let mark = counts.mark(of: value, isHeld: held.hidden.contains(row)) {
        facts.add(measure.name, .text(mark), label: measure.label)
      } else {
        facts.add(
          measure.name, .number(value, unit: measure.unit), label: measure.label, format: .decimals(measure.decimals))
      }
    }
    return facts
  }

  /// What is held back of the figures: the inhabitants are the sum of the age bands.
  private static func held(_ values: [(measure: Codebook.Measure, value: Double)], _ counts: SmallCounts)
    -> Disclosure
  {
    let bands = values.indices.filter { values[$0].measure.name.hasPrefix("age_") }
    let units = values.indices.map { values[$0].measure.name == "population" ? bands : [$0] }
    return Disclosure(
      [values.map { $0.measure.countsPeople ? $0.value : .nan }], nesting: { Nesting(units) },
      threshold: counts.threshold)
  }

  private func sources(_ health: [HealthTable]) throws -> [Source] {
    if area.members.contains(where: Demo.isInvented) { return codebook.source("demo", year: nil).map { [$0] } ?? [] }
    var sources = try codebook.publications(of: area, atlas, in: context.workspace)
    let used = health.filter { table in area.members.contains { table.rows[$0] != nil } }
    let years = Set(used.filter { $0.indicators.contains { $0.own == nil } }.map(\.year))
    sources += years.sorted().compactMap { codebook.source("rivm-health", year: $0) }
    for table in used where table.indicators.contains(where: { $0.own != nil }) {
      for record in try ImportedTables.records(of: table.tableName, in: context.workspace) {
        if let source = codebook.publication(of: record, .health, year: table.year), !sources.contains(source) {
          sources.append(source)
        }
      }
    }
    return sources
  }
}
