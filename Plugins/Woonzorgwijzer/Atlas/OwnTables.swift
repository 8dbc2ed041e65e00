import WorkbenchKit

/// The figures of one's own that are loaded, year by year: as the file gives them, carried over by bridges, of wijken, municipalities
/// and the country that the file does not give added up, and of counts the percentages that they are of people.
struct OwnTables {
  private let workspace: WorkspaceHandle
  private let codebook: Codebook
  /// The years whose people are counted.
  private let areas: [AreaTable]
  private let changes: CodeChanges

  init(_ workspace: WorkspaceHandle, _ codebook: Codebook) throws {
    self.workspace = workspace
    self.codebook = codebook
    let all = try workspace.names(.tables, prefix: ImportedTables.areasPrefix).compactMap {
      try AreaTable.load($0, from: workspace)
    }
    areas = all.filter(\.countsPeople)
    changes = CodeChanges(all, workspace)
  }

  /// Those that are indicators as those of RIVM are: parts of people.
  static func ofPeople(_ workspace: WorkspaceHandle, _ codebook: Codebook) throws -> [HealthTable] {
    let all = OwnTable.all(workspace)
    if all.isEmpty { return [] }
    let reader = try OwnTables(workspace, codebook)
    return try all.compactMap { own in
      guard let figure = try own.said(in: workspace), figure.isOfPeople else { return nil }
      return try reader.table(own, figure)
    }
  }

  /// The tables of one figure, the newest year first; none where it is not loaded.
  static func of(_ name: String, _ workspace: WorkspaceHandle, _ codebook: Codebook) throws -> [HealthTable] {
    let all = OwnTable.all(of: name, in: workspace)
    if all.isEmpty { return [] }
    let reader = try OwnTables(workspace, codebook)
    return try all.compactMap { own in try own.said(in: workspace).flatMap { try reader.table(own, $0) } }
  }

  private func table(_ own: OwnTable, _ figure: OwnFigure) throws -> HealthTable? {
    guard let part = workspace.part(PartName(.tables, own.name)) else { return nil }
    var table = try HealthTable(part.table(), own, figure)
    for (year, rows) in try Crossing.rows(of: own.name, in: workspace) { table.add(carried: rows, to: year) }
    let near = areas.min { (abs($0.year - own.year), -$0.year) < (abs($1.year - own.year), -$1.year) }
    guard let near else { return table }
    var wholes = OwnWholes(table, near, people(near, figure.base), changes)
    wholes.add(to: &table)
    if figure.measure == .count, figure.isOfPeople { table.set(shares: shares(table, near, figure, wholes.shares)) }
    return table
  }

  private func people(_ table: AreaTable, _ base: String?) -> PopulationSource? {
    codebook.age(base ?? AgeRange.all.label).map { PopulationSource(table, $0, codebook) }
  }

  /// Of each row the percentage; NaN where the people are not known or are fewer than were counted.
  private func shares(_ table: HealthTable, _ near: AreaTable, _ figure: OwnFigure, _ wholes: [Int: Double]) -> [Double]
  {
    let counts = table.indicators.first?.counts ?? []
    var shares = [Double](repeating: .nan, count: counts.count)
    func set(_ row: Int, _ code: String, _ areas: AreaTable, _ people: PopulationSource?) {
      guard let place = areas.rows[code], let all = people?.people(place), all > 0, counts[row] <= all else { return }
      shares[row] = 100 * counts[row] / all
    }
    let source = people(near, figure.base)
    for (code, row) in table.rows
    where table.crossing(row) == nil && changes.reason(code, from: table.year, to: near.year) == nil {
      set(row, code, near, source)
    }
    for (year, rows) in Dictionary(grouping: table.carriedRows, by: \.to) {
      guard let then = areas.first(where: { $0.year == year }) else { continue }
      let source = people(then, figure.base)
      for one in rows { set(one.row, one.code, then, source) }
    }
    for (row, share) in wholes { shares[row] = share }
    return shares
  }
}
