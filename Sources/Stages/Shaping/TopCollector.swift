@_spi(Host) import WorkbenchKit

/// Keeps of rows that come by some at a time those that `top` keeps of all.
final class TopCollector: RowCollector {
  private let count: Int
  private let by: ColumnReference?
  private let stage: (Output) throws -> Output
  private let check: () throws -> Void
  /// With `by` in no order that matters but that rows with equal values stand as they came.
  private var kept: Table?

  /// - Parameters:
  ///   - count: how many rows are kept.
  ///   - by: the column that counts; nil for the first rows.
  ///   - stage: what `top` makes of a table.
  ///   - check: asked often; what it throws ends the work.
  init(
    _ count: Int, by: ColumnReference?, _ stage: @escaping (Output) throws -> Output,
    _ check: @escaping () throws -> Void
  ) {
    self.count = count
    self.by = by
    self.stage = stage
    self.check = check
  }

  var hasEnough: Bool { by == nil && (kept?.rowCount ?? 0) >= count }

  func take(_ rows: Table) throws -> Bool {
    let chosen = try best(rows)
    guard var all = kept else {
      kept = chosen
      return true
    }
    kept = nil
    guard all.append(chosen) else { return false }
    kept = try best(all)
    return true
  }

  /// The rows of a table that may still be kept.
  private func best(_ rows: Table) throws -> Table {
    guard let index = try by?.index(in: rows) else {
      return rows.rowCount <= count ? rows : rows.rows(Array(0..<count))
    }
    return rows.rowCount <= count ? rows : try rows.highest(count, by: index, check)
  }

  func output(_ input: Output) throws -> Output {
    var table = kept ?? input.table ?? Table(columns: [])
    if let origin = input.table?.origin { table.origin = table.origin?.of(origin) }
    return try stage(input.replacing(table))
  }
}
