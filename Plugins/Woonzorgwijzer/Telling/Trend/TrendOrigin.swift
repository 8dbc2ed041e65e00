import WorkbenchKit

/// Where the figures of a trend come from, and what was carried over.
struct TrendOrigin {
  private(set) var whole = FigureOrigin()
  private(set) var carried: [Block] = []

  mutating func add(_ source: Source) { whole.add(source) }

  init(_ trend: Trend, in workspace: WorkspaceHandle) throws {
    let points = trend.series.flatMap(\.points)
    let records = try ImportRecords(points.compactMap(\.table), in: workspace)
    for point in points {
      guard let table = point.table else { continue }
      for source in point.sources {
        guard let record = records[table, source.record] else { continue }
        whole.add(record, columns: source.columns)
        let kind: ImportRecord.Kind = record.kind == .health ? .health : .areas
        if let publication = trend.subject.codebook.publication(of: record, kind, year: record.year) {
          whole.add(publication)
        }
      }
    }
    let crossings = points.compactMap(\.crossing)
    let bridges = try ImportRecords(crossings.map(\.bridge), in: workspace)
    let files = crossings.flatMap { one in one.records.compactMap { bridges[one.bridge, $0] } }
    for file in files { whole.add(file.input(columns: file.columns)) }
    let areas = trend.series.count { one in one.points.contains { $0.crossing != nil } }
    carried = CarriedNotice.blocks(areas, files: Set(files.map(\.fileName)).sorted(), crossings.map(\.weighing))
    if points.contains(where: \.isAddedUp) { carried.append(.notice(Notice(.info, OwnNotice.addedUp))) }
  }
}
