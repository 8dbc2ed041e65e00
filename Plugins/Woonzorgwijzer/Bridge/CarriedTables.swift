import WorkbenchKit

/// The figures that bridges carry over, kept beside the tables they come from and made anew when either changes.
///
/// `wzw.carried.TABLE.TO` holds, for the table `wzw.TABLE` of the bridge's old year, the rows of the new year's areas.
enum CarriedTables {
  /// Makes what bridges carry over anew.
  ///
  /// - Parameter percentages: the years of which percentages were imported and nothing else; nil where key figures were, of which
  ///   those of any year may be what a bridge weighs by.
  static func renew(_ codebook: Codebook, ofPercentages percentages: Set<Int>? = nil, in workspace: WorkspaceHandle)
    throws
  {
    for bridge in try Bridge.all(workspace) where percentages?.contains(bridge.from) ?? true {
      let areas = ImportedTables.areas(bridge.from)
      let old = try AreaTable.load(areas, from: workspace)
      let new = try AreaTable.load(ImportedTables.areas(bridge.to), from: workspace)
      let healths = healthTables(bridge, workspace)
      let whole = try withWholes(bridge, in: workspace)
      let links = whole.byNew
      if let old {
        let carrying = Carrying(
          links: links, people: try OldPeople(of: whole, nil, codebook, in: workspace))
        let figures = old.table.joined(by: codebook.meaning)
        var table = carrying.carry(figures, rules: rules(codebook, figures))
        name(&table, new)
        workspace.setTable("\(ImportedTables.carriedPrefix(areas))\(bridge.to)", to: table)
      }
      for health in healths {
        guard let figures = try workspace.table(health)?.joined(by: Stem.of) else { continue }
        let age = String(health.dropFirst("\(ImportedTables.healthPrefix)\(bridge.from).".count))
        let people =
          try codebook.age(age).map { try OldPeople(of: whole, $0, codebook, in: workspace) }
          ?? .none
        let carrying = Carrying(links: links, people: people)
        let columns = figures.figureNames
        var table = carrying.carry(
          figures, rules: Dictionary(uniqueKeysWithValues: columns.map { ($0, .mean) }))
        name(&table, new)
        workspace.setTable("\(ImportedTables.carriedPrefix(health))\(bridge.to)", to: table)
      }
      for own in ownTables(bridge, workspace) { try carry(own, bridge, whole, new, codebook, in: workspace) }
    }
  }

  /// Carries figures of one's own over: counts add up, percentages and means weigh by people.
  private static func carry(
    _ own: OwnTable, _ bridge: Bridge, _ whole: Bridge, _ new: AreaTable?, _ codebook: Codebook,
    in workspace: WorkspaceHandle
  ) throws {
    guard let figure = try own.said(in: workspace),
      let figures = try workspace.table(own.name)?.joined(by: { OwnTable.isBeside($0) ? $0 : own.figure })
    else { return }
    let age = codebook.age(own.base ?? AgeRange.all.label)
    let people = try age.map { try OldPeople(of: whole, $0, codebook, in: workspace) } ?? .none
    let columns = figures.figureNames.filter { $0 != OwnTable.error }
    let rule = { (column: String) -> Carrying.Rule in
      column == OwnTable.sample || figure.measure == .count ? .count : .mean
    }
    var table = Carrying(links: whole.byNew, people: people).carry(
      figures, rules: Dictionary(uniqueKeysWithValues: columns.map { ($0, rule($0)) }))
    name(&table, new)
    workspace.setTable("\(ImportedTables.carriedPrefix(own.name))\(bridge.to)", to: table)
  }

  /// The figures of one's own of a bridge's old year.
  private static func ownTables(_ bridge: Bridge, _ workspace: WorkspaceHandle) -> [OwnTable] {
    OwnTable.all(workspace).filter { $0.year == bridge.from }
  }

  /// The tables of percentages of a bridge's old year.
  static func healthTables(_ bridge: Bridge, _ workspace: WorkspaceHandle) -> [String] {
    workspace.names(.tables, prefix: "\(ImportedTables.healthPrefix)\(bridge.from).")
  }

  /// The bridge with the new wijken and municipalities that it has whole.
  static func withWholes(_ bridge: Bridge, in workspace: WorkspaceHandle) throws -> Bridge {
    var before = Set(
      try AreaTable.load(ImportedTables.areas(bridge.from), from: workspace)?.codes ?? [])
    for name in healthTables(bridge, workspace) + ownTables(bridge, workspace).map(\.name) {
      before.formUnion((try workspace.table(name)?.column("code")?.texts ?? []).compactMap { $0 })
    }
    let new = try AreaTable.load(ImportedTables.areas(bridge.to), from: workspace)
    return bridge.withWholes(among: new?.codes ?? [], notIn: before)
  }

  /// Numbers of people, households and dwellings add up; inhabitants per km² do not follow without the new surface.
  private static func rules(_ codebook: Codebook, _ table: Table) -> [String: Carrying.Rule] {
    var rules: [String: Carrying.Rule] = [:]
    for measure in codebook.measures {
      for column in AreaTable.columns(of: measure, in: table) {
        rules[column.name] = measure.name == "density" ? .lost : measure.isCount ? .count : .mean
      }
    }
    return rules
  }

  /// Gives carried rows the names that the new year has for them.
  private static func name(_ table: inout Table, _ new: AreaTable?) {
    let codes = (table.column("code")?.texts ?? []).map { $0 ?? "" }
    let rows = codes.map { new?.rows[$0] }
    table.set(.texts("name", rows.map { row in row.flatMap { new?.names[$0] } }))
    table.set(.texts("level", codes.map { AreaLevel(code: $0)?.rawValue }))
    table.set(.texts("municipality", rows.map { row in row.flatMap { new?.municipalities[$0] } }))
  }
}
