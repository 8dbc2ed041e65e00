/// Whether rows that each have names of their own are a table, or a list of values: as a table they are many rows and many columns, and
/// hardly a cell of them is filled.
public enum TableWidth {
  /// So many cells are a table whatever is in them.
  private static let cellLimit = 1_000_000
  /// In a larger one a cell in so many holds something: below that it is a list of values.
  private static let sparsest = 100

  /// - Parameters:
  ///   - rows: how many rows, at least 0.
  ///   - names: how many columns they have together, at least 0.
  ///   - values: how many of the cells hold something.
  /// - Throws: `table.wide` where it would hardly hold anything.
  public static func check(rows: Int, names: Int, values: Int) throws {
    let cells = rows.multipliedReportingOverflow(by: names)
    let isLarge = cells.overflow || cells.partialValue > cellLimit
    guard isLarge, cells.overflow || cells.partialValue / sparsest > values else { return }
    let held = Text.count(values)
    throw Diagnostic(
      "table.wide",
      Text(
        nl: "\(Text.count(rows).nl) rijen met samen \(Text.count(names).nl) namen, en maar \(held.nl) waarden",
        en: "\(Text.count(rows).en) rows with \(Text.count(names).en) names together, and only \(held.en) values"),
      wayOut: Text(
        nl: "geef elk object dezelfde namen, of een object per waarde: {\"rij\":1,\"naam\":\"x\",\"waarde\":2}",
        en: "give each object the same names, or one object for each value: {\"row\":1,\"name\":\"x\",\"value\":2}"))
  }
}
