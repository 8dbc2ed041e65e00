import WorkbenchKit

/// The people of old areas by year, those of the bridge's own year before others, the nearest in time first.
struct OldPeople {
  /// The people of each code, of an age where there is one.
  let years: [(year: Int, people: [String: Double])]

  static let none = OldPeople(years: [])

  private init(years: [(year: Int, people: [String: Double])]) { self.years = years }

  /// - Parameter age: nil for people of every age.
  init(of bridge: Bridge, _ age: Codebook.Age?, _ codebook: Codebook, in workspace: WorkspaceHandle)
    throws
  {
    let old = Set(bridge.links.map(\.old))
    let tables = try workspace.names(.tables, prefix: ImportedTables.areasPrefix).compactMap {
      try AreaTable.load($0, from: workspace)
    }.sorted { (abs($0.year - bridge.from), $0.year) < (abs($1.year - bridge.from), $1.year) }
    let measure = codebook.measure("population")
    years = tables.map { table in
      let source = age.map { PopulationSource(table, $0, codebook) }
      var people: [String: Double] = [:]
      for code in old {
        guard let row = table.rows[code] else { continue }
        let count = source?.people(row) ?? measure.map { table.value($0, row: row).value } ?? .nan
        if !count.isNaN { people[code] = count }
      }
      return (table.year, people)
    }
  }

  /// What each of some links weighs: its share times the people of its old area, of the first year that has them all.
  func weights(_ links: [Bridge.Link]) -> (weights: [Double], by: Weighing) {
    guard links.count > 1 else { return (links.map(\.share), .single) }
    for (year, people) in years {
      let weights = links.map { link in people[link.old].map { $0 * link.share } ?? .nan }
      if weights.reduce(0, +) > 0 { return (weights, .people(year: year)) }
    }
    // Without people all can be carried over only where somebody said that it may.
    return links.allSatisfy(\.isAlike)
      ? (links.map(\.share), .alike) : (links.map { _ in .nan }, .unknown)
  }
}
