import WorkbenchKit

/// How much of a result stays in a workspace, where it came from a place that sets a bound to it.
public struct KeptCells: Sendable {
  /// The word before the colon of the place that sets it.
  public let scheme: String
  /// Rows times columns of all its tables.
  public let most: Int

  /// Makes a bound.
  public init(scheme: String, most: Int) {
    self.scheme = scheme
    self.most = most
  }
}

extension RunResult {
  /// The tables among its blocks.
  public var tables: [Table] {
    output.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private var cells: Int { tables.reduce(0) { $0 + $1.rowCount * $1.columns.count } }

  /// Returns the result as it is kept: with its tables where they have no more cells than may be, else with a sentence in the place of
  /// each. Where it came from stays either way.
  ///
  /// - Parameter digest: tells tables apart that differ; it is kept in the place of the tables.
  public func keeping(_ bound: KeptCells?, digest: ([Table]) -> String) -> RunResult {
    guard let bound, cells > bound.most else { return self }
    var kept = self
    kept.rowsDigest = digest(tables)
    kept.output = Output(
      output.blocks.map { block in
        if case .table(let table) = block { .paragraph(Self.sentence(table, bound)) } else { block }
      })
    return kept
  }

  private static func sentence(_ table: Table, _ bound: KeptCells) -> Text {
    let rows = Text.counted(table.rowCount, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))
    let columns = Text.counted(
      table.columns.count, Text(nl: "kolom", en: "column"), Text(nl: "kolommen", en: "columns"))
    let most = Text.counted(bound.most, Text(nl: "cel", en: "cell"), Text(nl: "cellen", en: "cells"))
    return Text(
      nl:
        "Hier stond een tabel van \(rows.nl) en \(columns.nl). Die is niet bewaard: van een uitkomst uit een database bewaart de "
        + "werkruimte hoogstens \(most.nl) (\(bound.scheme).keep).",
      en:
        "Here stood a table of \(rows.en) and \(columns.en). It was not kept: of a result out of a database the workspace keeps "
        + "\(most.en) at most (\(bound.scheme).keep).")
  }
}
