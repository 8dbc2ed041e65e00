/// Makes of the rows of a table, of which some come by at a time, what the stage behind needs of them: for a table that does not fit in
/// memory all at once.
public protocol RowCollector {
  /// The columns at which it looks, by their exact names.
  var columns: Set<String> { get }

  /// Takes the next rows in.
  ///
  /// - Parameter rows: those columns, and no rows that came before.
  /// - Returns: false where it cannot be made of these: then the table is needed as it is.
  /// - Throws: what the interrupt throws.
  mutating func take(_ rows: Table) throws -> Bool

  /// Returns the table of which the stage makes what it would have made of all rows.
  func table() -> Table
}
