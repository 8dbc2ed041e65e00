import WorkbenchKit

/// The files behind the figures of an area's sheet, each with the columns that show.
struct SheetInputs {
  private(set) var origin = FigureOrigin()
  private let area: Area
  private let atlas: Atlas
  private let workspace: WorkspaceHandle

  init(
    _ area: Area, facts: Facts, percentages: Table?, _ health: [HealthTable], _ atlas: Atlas, _ codebook: Codebook,
    in workspace: WorkspaceHandle
  ) throws {
    self.area = area
    self.atlas = atlas
    self.workspace = workspace
    try add(facts.facts.compactMap { codebook.measure($0.name) })
    if let percentages { try add(percentages, health) }
  }

  /// Adds the figures of CBS: of an own area those of its parts.
  private mutating func add(_ measures: [Codebook.Measure]) throws {
    for (year, places) in Dictionary(grouping: area.places, by: \.year).sorted(by: { $0.key < $1.key }) {
      guard let table = atlas.table(year) else { continue }
      let figures = places.flatMap { table.ownRows($0.row) }.flatMap { row in
        measures.compactMap { measure -> (record: Int, column: String)? in
          let found = table.value(measure, row: row)
          guard !found.value.isNaN, let column = found.column else { return nil }
          return (table.sources.record(row, column), column)
        }
      }
      try add(FigureSource.joined(figures), of: ImportedTables.areas(year))
    }
  }

  /// Adds the percentages, and those of the municipality and the country beside them.
  private mutating func add(_ percentages: Table, _ tables: [HealthTable]) throws {
    let stems = percentages.column("indicator")?.texts ?? []
    let ages = percentages.column("age")?.texts ?? []
    let years = percentages.column("year")?.numbers ?? []
    for table in tables {
      let shown = stems.indices.filter { ages[$0] == table.age && years[$0] == Double(table.year) }
      let own = area.places.compactMap { table.row($0.code, in: $0.year) }
      let around = [area.members.first.flatMap(AreaCode.municipality), "NL00"].compactMap { $0 }
      let rows = own + around.compactMap { table.rows[$0] }.filter { !own.contains($0) }
      let figures = shown.compactMap { stems[$0].flatMap(table.indicator) }.flatMap { indicator in
        rows.filter { !indicator.percentages[$0].isNaN }.flatMap { row in
          table.sources(row, indicator).flatMap { source in source.columns.map { (record: source.record, column: $0) } }
        }
      }
      try add(FigureSource.joined(figures), of: table.tableName)
    }
  }

  private mutating func add(_ sources: [FigureSource], of table: String) throws {
    guard !sources.isEmpty else { return }
    let records = try ImportedTables.records(of: table, in: workspace)
    for source in sources where records.indices.contains(source.record) {
      origin.add(records[source.record].input(columns: source.columns))
    }
  }
}
