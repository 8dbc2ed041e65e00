import WorkbenchKit

extension OwnFigure {
  /// What the figures are counted or measured in; nil where nobody said so.
  var inUnit: Unit? {
    switch measure {
    case .rate: .percent
    case .count, .mean:
      unit.map { Unit(name: Slug.of($0).split(separator: "-").joined(separator: "_"), label: .verbatim($0)) }
    }
  }

  /// How they show: a mean with the decimals that it has.
  var format: Column.Format { measure == .count ? .decimals(0) : .automatic }
}

extension MapSubject {
  /// Figures of one's own that are no part of people.
  static func own(
    _ figure: OwnFigure, _ tables: [HealthTable], _ areas: [Area], sameCodes: Bool, _ atlas: Atlas,
    _ codebook: Codebook, _ context: Context
  ) throws -> MapSubject {
    let found = OwnValues(figure, tables, areas, atlas, sameCodes: sameCodes)
    let counts = SmallCounts(context.workspace)
    let held = figure.measure == .count ? AreaDisclosure.rows(areas, [found.values], atlas, counts) : .nothing
    let column = counts.column("value", found.values, held: held)
    var origin = FigureOrigin()
    try origin.add(found, codebook, in: context.workspace)
    context.workspace.note(origin)
    let when = found.years.sorted().map(String.init).joined(separator: ", ")
    let what = figure.unit.map { "\(figure.name), \($0)" } ?? figure.name
    var notices = OriginNotes(origin).evidence + counts.notice(held)
    notices.insert(.notice(Notice(.info, OwnNotice.caution([figure]))), at: 0)
    if found.hasAddedUp { notices.append(.notice(Notice(.info, OwnNotice.addedUp))) }
    let files = try ImportRecords(found.crossings.map(\.bridge), in: context.workspace)
    let bridges = found.crossings.flatMap { one in one.records.compactMap { files[one.bridge, $0]?.fileName } }
    notices += CarriedNotice.blocks(
      found.crossings.isEmpty ? 0 : areas.count, files: Set(bridges).sorted(), found.crossings.map(\.weighing))
    notices += ChangedNotice.blocks(found.changed, nil)
    return MapSubject(
      title: .verbatim(when.isEmpty ? figure.name : "\(figure.name), \(when)"), label: .verbatim(what),
      unit: figure.inUnit, format: figure.format, values: column.numbers ?? found.values, withheld: column.withheld,
      notices: notices, sources: origin.sources, certainty: ValueCertainty(found.errors))
  }
}

extension FigureOrigin {
  /// Adds the files behind figures of one's own.
  mutating func add(_ found: OwnValues, _ codebook: Codebook, in workspace: WorkspaceHandle) throws {
    let records = try ImportRecords(found.used.keys.sorted(), in: workspace)
    for (table, sources) in found.used.sorted(by: { $0.key < $1.key }) {
      for source in sources {
        guard let record = records[table, source.record] else { continue }
        add(record, columns: source.columns)
        if let publication = codebook.publication(of: record, year: record.year) { add(publication) }
      }
    }
  }
}
