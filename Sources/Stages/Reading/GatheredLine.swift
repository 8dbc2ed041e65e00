@_spi(Host) import WorkbenchKit

/// Takes the rows of a `read` some at a time through the stages behind it, as far as these look at each row for itself, to the one that
/// gathers them.
final class GatheredLine: RowCollector {
  private let through: [FollowingStage]
  private let last: any RowCollector
  /// Whether the columns that come in were named, so that a screen shows them all.
  private let showsAll: Bool
  /// How many of the stages are done.
  let stageCount: Int

  /// - Returns: nil where no stage behind gathers rows.
  /// - Throws: `Diagnostic`.
  init?(_ context: Context, showsAll: Bool) throws {
    through = Array(context.following.prefix { $0.isRowwise && $0.stated != nil })
    guard let last = try context.following.dropFirst(through.count).first?.collector() else { return nil }
    self.last = last
    self.showsAll = showsAll
    stageCount = through.count + 1
  }

  /// A condition, and what is worked out, may have something to say of rows that are still to come.
  var hasEnough: Bool {
    last.hasEnough && through.allSatisfy { if case .select? = $0.stated { true } else { false } }
  }

  func take(_ rows: Table) throws -> Bool {
    var output = Output(showsAll ? rows.showing(rows.columns.indices) : rows)
    for stage in through { output = try stage.apply(output) }
    // What has to be said counts over all rows.
    guard output.blocks.count == 1, let table = output.table else { return false }
    return try last.take(table)
  }

  func output(_ input: Output) throws -> Output {
    var output = input
    if showsAll, let table = input.table { output = input.replacing(table.showing(table.columns.indices)) }
    for stage in through { output = try stage.apply(output) }
    return try last.output(output)
  }
}
