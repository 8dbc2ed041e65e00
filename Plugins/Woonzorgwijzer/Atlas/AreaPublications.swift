import WorkbenchKit

extension Codebook {
  /// The publications that the key figures of an area are of, the earliest first.
  func publications(of area: Area, _ atlas: Atlas, in workspace: WorkspaceHandle) throws -> [Source] {
    var found: [Source] = []
    for place in area.places.sorted(by: { $0.year < $1.year }) {
      guard let table = atlas.table(place.year) else { continue }
      let records = try ImportedTables.records(of: ImportedTables.areas(place.year), in: workspace)
      let used = Set(table.ownRows(place.row).flatMap(table.sources.records)).sorted()
      for number in used {
        let record = records.indices.contains(number) ? records[number] : nil
        if let source = publication(of: record, year: place.year), !found.contains(source) { found.append(source) }
      }
    }
    return found
  }
}
