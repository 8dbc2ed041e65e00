import WorkbenchKit

/// The people of old areas by year, those of the bridge's own year before others, the nearest in time first; of a year they are
/// sought where those before it do not know all.
final class OldPeople {
  private var known: [(year: Int, people: [String: Double])] = []
  /// The years that were not sought yet.
  private var rest: ArraySlice<AreaTable>
  private let seek: (AreaTable) -> [String: Double]

  /// Nobody of any year.
  static var none: OldPeople { OldPeople([]) { _ in [:] } }

  private init(_ tables: [AreaTable], _ seek: @escaping (AreaTable) -> [String: Double]) {
    rest = tables[...]
    self.seek = seek
  }

  /// - Parameter age: nil for people of every age.
  convenience init(of bridge: Bridge, _ age: Codebook.Age?, _ codebook: Codebook, in workspace: WorkspaceHandle) throws
  {
    let old = Set(bridge.links.map(\.old))
    let tables = try workspace.names(.tables, prefix: ImportedTables.areasPrefix).compactMap {
      try AreaTable.load($0, from: workspace)
    }.sorted { (abs($0.year - bridge.from), $0.year) < (abs($1.year - bridge.from), $1.year) }
    let measure = codebook.measure("population")
    self.init(tables) { table in
      let source = age.map { PopulationSource(table, $0, codebook) }
      let columns = measure.map { AreaTable.columns(of: $0, in: table.table) } ?? []
      var people: [String: Double] = [:]
      for code in old {
        guard let row = table.rows[code] else { continue }
        let count = source?.people(row) ?? AreaTable.value(columns, row: row).value
        if !count.isNaN { people[code] = count }
      }
      return people
    }
  }

  /// The people of a year in the order of years; nil after the last.
  private func year(_ place: Int) -> (year: Int, people: [String: Double])? {
    while known.count <= place {
      guard let table = rest.popFirst() else { return nil }
      known.append((table.year, seek(table)))
    }
    return known[place]
  }

  /// What each of some links weighs: its share times the people of its old area, of the first year that has them all.
  func weights(_ links: [Bridge.Link]) -> (weights: [Double], by: Weighing) {
    guard links.count > 1 else { return (links.map(\.share), .single) }
    var place = 0
    while let (year, people) = year(place) {
      let weights = links.map { link in people[link.old].map { $0 * link.share } ?? .nan }
      if weights.reduce(0, +) > 0 { return (weights, .people(year: year)) }
      place += 1
    }
    // Without people all can be carried over only where somebody said that it may.
    return links.allSatisfy(\.isAlike)
      ? (links.map(\.share), .alike) : (links.map { _ in .nan }, .unknown)
  }
}
