/// Makes of the rows of a table, of which some come by at a time, what the stages behind make of them: for a table that does not fit in
/// memory all at once.
public protocol RowCollector: AnyObject {
  /// Whether no more rows are needed: those that are still to come change nothing.
  var hasEnough: Bool { get }

  /// Takes the next rows in.
  ///
  /// - Parameter rows: none that came before.
  /// - Returns: false where it cannot be made of these: then the table is needed as it is.
  /// - Throws: what the interrupt throws; what a stage throws.
  func take(_ rows: Table) throws -> Bool

  /// Returns what the stages make of all rows; asked once, when they have been taken.
  ///
  /// - Parameter input: the table as it came in, without its rows, with what has to be said about it.
  /// - Throws: what a stage throws.
  func output(_ input: Output) throws -> Output
}

extension RowCollector {
  /// All rows are needed.
  public var hasEnough: Bool { false }
}
