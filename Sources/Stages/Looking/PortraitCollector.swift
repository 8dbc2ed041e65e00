import WorkbenchKit

/// Finds what the columns of a table hold of which the rows come by some at a time.
final class PortraitCollector: RowCollector {
  private let described: (Table, [ColumnPortrait]) -> Table
  private let check: () throws -> Void
  private var table: Table?
  private var series: [ColumnPortrait.Series] = []

  /// - Parameters:
  ///   - described: what `describe` gives of columns.
  ///   - check: asked often; what it throws ends the work.
  init(_ described: @escaping (Table, [ColumnPortrait]) -> Table, _ check: @escaping () throws -> Void) {
    self.described = described
    self.check = check
  }

  func take(_ rows: Table) throws -> Bool {
    guard let table else {
      table = rows.rows([])
      series = try rows.columns.map { try ColumnPortrait.Series($0, check) }
      return true
    }
    guard zip(table.columns, rows.columns).allSatisfy({ $0.type == $1.type }) else { return false }
    for (place, column) in rows.columns.enumerated() { try series[place].take(column, check) }
    return true
  }

  func output(_ input: Output) throws -> Output {
    let table = table ?? input.table ?? Table(columns: [])
    return input.replacing(described(table, series.map(\.portrait)))
  }
}
