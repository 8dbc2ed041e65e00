import WorkbenchKit

/// The plugin's part of the workspace: its tables, and a document that tells of each row's file.
///
/// | part | holds |
/// |---|---|
/// | table `wzw.areas.YEAR` | `code`, `name`, `level`, `municipality`, `source`, `added` (see `RowSources`), and every number column of CBS under its own name |
/// | table `wzw.health.YEAR.AGE` | `code`, `level`, `municipality`, `source`, `added`, and every percentage of RIVM under its own name |
/// | table `wzw.own.YEAR.BASE.NAME` | figures of one's own; see `OwnTable` |
/// | table `wzw.population.YEAR` | `code`, `age_from`, `age_below`, `sex`, `household`, `people`, `source`: finer bands than CBS |
/// | table `wzw.rates` | `group`, `age_from`, `age_below`, `sex`, `household`, `rate`, `low`, `high`, `cited`, `source` |
/// | table `wzw.start.rates`, `wzw.start.survival`, `wzw.start.population.YEAR` | national starting values; see `StartingValues` |
/// | table `wzw.margins` | `code`, `group`, `total`, `cited`, `source`: known totals |
/// | table `wzw.counts` | `code`, `group`, `estimate`, `sd`, `share`, `share_sd`, `cited`, `source`: direct counts of a survey |
/// | table `wzw.survival` | `age_from`, `age_below`, `survival`, `migration`, `births`, `from_year` (missing: from the beginning), `sex`, `cited`, `source` |
/// | table `wzw.forecast` | `code`, `year`, `people`, `low`, `high` (67 percent), `boundaries` (their year), `source`: what CBS and PBL expect |
/// | table `wzw.geometry` | `code`, `name`, `level`, `year`, `crs`, `polygons` (GeoJSON coordinates of a MultiPolygon), `source` |
/// | table `wzw.bridge.FROM.TO` | `code` (old), `new`, `share`, `alike` (1 where it may weigh without people), `source` |
/// | table `wzw.carried.areas.FROM.TO`, `wzw.carried.health.FROM.AGE.TO`, `wzw.carried.own.FROM.BASE.NAME.TO` | what that bridge carries over; see `CarriedTables` |
/// | table `wzw.supply` | `code`, `item`, `capacity`, `unit`, `from` (who says so), `source` |
/// | table `wzw.facilities` | `kind`, `name`, `lon`, `lat`, `x`, `y` (RD), `people`, `source` |
/// | table `wzw.estimates` | what `wzw estimate … --offer` puts there: see `Offer` |
/// | table `wzw.gaps` | what `wzw gap --offer` offers to other plugins: `area`, `name`, `level`, `nesting`, the columns of `wzw gap`, `threshold` |
/// | document `imports` | for each of these tables the files it came from; `source` counts in this list from 0 |
/// | document `own` | the areas that the user put together: name, codes |
enum ImportedTables {
  static let geometry = "wzw.geometry"
  static let supply = "wzw.supply"
  static let facilities = "wzw.facilities"
  static let areasPrefix = "wzw.areas."
  static let healthPrefix = "wzw.health."

  static let rates = "wzw.rates"
  static let margins = "wzw.margins"
  static let counts = "wzw.counts"
  static let survival = "wzw.survival"
  static let forecast = "wzw.forecast"
  static let populationPrefix = "wzw.population."

  static let bridgePrefix = "wzw.bridge."

  static func bridge(_ from: Int, _ to: Int) -> String { "\(bridgePrefix)\(from).\(to)" }
  /// What all that is carried over from a table begins with; the year whose areas it is for comes behind it.
  static func carriedPrefix(_ table: String) -> String { "wzw.carried.\(table.dropFirst("wzw.".count))." }
  static func population(_ year: Int) -> String { "\(populationPrefix)\(year)" }
  static func areas(_ year: Int) -> String { "\(areasPrefix)\(year)" }
  static func health(_ year: Int, _ age: String) -> String { "\(healthPrefix)\(year).\(age)" }

  /// The files that a table came from.
  ///
  /// - Throws: `document.damaged` where one cannot be read: the rows count in this list, so that none can be left out.
  static func records(of table: String, in workspace: WorkspaceHandle) throws -> [ImportRecord] {
    try workspace.read("imports") { try Fields($0).list(table) } ?? []
  }

  /// Puts an imported table beside what there is under its name: rows with the same key are replaced, the others stay.
  ///
  /// - Parameters:
  ///   - key: the columns that say what a row is of; empty replaces the whole.
  ///   - meaning: what a column holds, of whatever name; given where rows with the same code keep the figures that the table
  ///     does not have.
  /// - Returns: how many figures that were there the table leaves empty.
  @discardableResult static func store(
    _ table: Table, as name: String, _ record: ImportRecord, key: [String] = ["code"],
    adding meaning: ((String) -> FigureMeaning?)? = nil,
    in workspace: WorkspaceHandle
  ) throws -> Int {
    var records = try records(of: name, in: workspace)
    var incoming = table
    var old = try workspace.table(name)
    var emptied = 0
    if let before = old, let meaning {
      let added = AddedRows(before, table, record: records.count, meaning: meaning)
      old = added.table
      incoming = table.rows(added.others)
      emptied = added.emptied
    } else {
      old = old.map { $0.withoutRows(keyed: table, by: key) }
    }
    records.append(record)
    incoming.set(.numbers("source", incoming.repeating(Double(records.count - 1)), format: .plain))
    var whole = old.map { $0.rowCount > 0 ? $0.followed(by: incoming) : incoming } ?? incoming
    records = whole.keepOnlyUsed(records)
    workspace.setTable(name, to: whole)
    var imports = try workspace.document("imports")?.object ?? [:]
    imports[name] = .array(records.map(\.json))
    workspace.setDocument("imports", to: .object(imports))
    return emptied
  }

  /// Takes a table out of the workspace, with what was remembered of its files.
  static func remove(_ name: String, in workspace: WorkspaceHandle) throws {
    guard workspace.part(PartName(.tables, name)) != nil else { return }
    workspace.setTable(name, to: nil)
    var imports = try workspace.document("imports")?.object ?? [:]
    imports[name] = nil
    workspace.setDocument("imports", to: .object(imports))
  }
}

extension Table {
  /// Numbers the files that rows still came from anew, in their order, and returns these.
  fileprivate mutating func keepOnlyUsed(_ records: [ImportRecord]) -> [ImportRecord] {
    let sources = RowSources(self)
    let used = (0..<rowCount).reduce(into: Set<Int>()) { $0.formUnion(sources.records($1)) }
    let kept = records.indices.filter(used.contains)
    guard kept.count < records.count else { return records }
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    set(.numbers("source", (0..<rowCount).map { Double(numbers[sources.record($0)] ?? 0) }, format: .plain))
    if column(RowSources.column) != nil {
      var text = Remembered { (added: [String: Int]) in RowSources.text(added.compactMapValues { numbers[$0] }) }
      set(.texts(RowSources.column, (0..<rowCount).map { text(sources.added($0)) }))
    }
    return kept.map { records[$0] }
  }
}

extension Table {
  fileprivate func repeating(_ number: Double) -> [Double] { [Double](repeating: number, count: rowCount) }

  /// The rows whose key does not stand in the other table.
  func withoutRows(keyed other: Table, by key: [String]) -> Table {
    guard !key.isEmpty else { return rows([]) }
    if let own = keys(key), let others = other.keys(key) {
      let replaced = Set(others)
      return rows(own.indices.filter { !replaced.contains(own[$0]) })
    }
    guard let own = values(key), let others = other.values(key) else { return rows([]) }
    let replaced = Set(others)
    return rows(own.indices.filter { !replaced.contains(own[$0]) })
  }

  /// What each row is of; nil where a column is not there or holds no texts.
  private func keys(_ names: [String]) -> [[String?]]? {
    let columns = names.compactMap { column($0)?.texts }
    guard columns.count == names.count else { return nil }
    return (0..<rowCount).map { row in columns.map { $0[row] } }
  }

  /// The same for columns of any kind, which takes longer.
  private func values(_ names: [String]) -> [[Value]]? {
    let columns = names.compactMap(column)
    guard columns.count == names.count else { return nil }
    return (0..<rowCount).map { row in columns.map { $0[row] } }
  }

  /// These rows and then the others; a column that one of the two lacks is missing there.
  func followed(by other: Table) -> Table {
    var columns = self.columns.map { column -> Column in
      var whole = column
      let second = other.column(column.name)
      whole.storage = column.storage.followed(by: second?.storage, other.rowCount)
      for (row, mark) in second?.withheld ?? [:] { whole.withheld[rowCount + row] = mark }
      return whole
    }
    for column in other.columns where self.column(column.name) == nil {
      var whole = column
      whole.storage = column.storage.emptied(rowCount).followed(by: column.storage, other.rowCount)
      columns.append(whole)
    }
    return Table(title: other.title ?? title, columns: columns)
  }
}

extension Column.Storage {
  fileprivate func emptied(_ count: Int) -> Column.Storage {
    switch self {
    case .numbers: .numbers([Double](repeating: .nan, count: count))
    case .texts: .texts([String?](repeating: nil, count: count))
    case .booleans: .booleans([Bool?](repeating: nil, count: count))
    case .dates: .dates([Int32?](repeating: nil, count: count))
    }
  }

  fileprivate func followed(by other: Column.Storage?, _ count: Int) -> Column.Storage {
    switch (self, other) {
    case (.numbers(let left), .numbers(let right)?): .numbers(left + right)
    case (.texts(let left), .texts(let right)?): .texts(left + right)
    case (.booleans(let left), .booleans(let right)?): .booleans(left + right)
    case (.dates(let left), .dates(let right)?): .dates(left + right)
    case (.numbers(let left), _): .numbers(left + [Double](repeating: .nan, count: count))
    case (.texts(let left), _): .texts(left + [String?](repeating: nil, count: count))
    case (.booleans(let left), _): .booleans(left + [Bool?](repeating: nil, count: count))
    case (.dates(let left), _): .dates(left + [Int32?](repeating: nil, count: count))
    }
  }
}
