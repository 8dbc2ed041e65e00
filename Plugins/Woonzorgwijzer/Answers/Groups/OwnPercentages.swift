import WorkbenchKit

/// The percentages of RIVM that go before a national rate of the same thing, area by area.
final class OwnPercentages {
  /// A file and column that a percentage came out of.
  struct Use: Hashable {
    let table: String
    let year: Int
    let record: Int
    let column: String
  }

  private struct Key: Hashable {
    let stem: String
    let age: String
    let year: Int
  }

  /// What went in so far.
  private(set) var used: Set<Use> = []
  private let tables: [HealthTable]
  private let changes: CodeChanges
  private var nearest: [Key: [(table: HealthTable, indicator: HealthTable.Indicator)]] = [:]

  init(_ workspace: WorkspaceHandle, _ changes: CodeChanges) throws {
    tables = try HealthTable.all(workspace)
    self.changes = changes
  }

  /// The percentage of an area, out of the year nearest to that of its figures, as a share of one; nil where there is none.
  ///
  /// A percentage of a code that named another place in its year is none of the area's.
  func share(_ stem: String, _ age: String, _ place: Area.Place) -> Double? {
    let key = Key(stem: stem, age: age, year: place.year)
    let tables = nearest[key] ?? sought(key)
    nearest[key] = tables
    for (table, indicator) in tables {
      guard let row = table.row(place.code, in: place.year), table.change(row, since: place, changes) == nil,
        !indicator.percentages[row].isNaN
      else { continue }
      for source in table.sources(row, indicator) {
        for column in source.columns {
          used.insert(Use(table: table.tableName, year: table.year, record: source.record, column: column))
        }
      }
      return DirectMethod.rate(percent: indicator.percentages[row])
    }
    return nil
  }

  private func sought(_ key: Key) -> [(table: HealthTable, indicator: HealthTable.Indicator)] {
    tables.filter { $0.age == key.age }
      .sorted { Estimator.isNearer($0.year, than: $1.year, to: key.year) }
      .compactMap { table in table.indicator(key.stem).map { (table, $0) } }
  }
}
