/// The header and the cells of a delimited text before it is a table, as a guard gets them and gives them back.
public struct GuardedCells: Sendable {
  var header: [String]
  /// As many to a row as the header has names.
  var cells: DelimitedCells
  /// Whether the guard gave others than it got.
  var isChanged = false
}

/// What looks over the cells of a text before anything can be read out of it, and leaves out or stops what must not come in.
///
/// It looks at some rows at a time, on all cores, and is asked once when all were seen.
public protocol CellGuard {
  /// What was seen of some rows.
  associatedtype Tally

  /// Returns what is seen of no rows.
  ///
  /// - Parameter header: the names of the columns.
  func nothing(in header: [String]) -> Tally

  /// Looks at rows; called from several threads at once.
  ///
  /// - Parameters:
  ///   - rows: some that stand behind each other.
  ///   - tally: takes in what is seen.
  func look(at rows: DelimitedRows, _ tally: inout Tally)

  /// Takes in what was seen of the rows below.
  ///
  /// - Parameters:
  ///   - below: of the rows below.
  ///   - tally: of those above, then of all.
  func add(_ below: Tally, to tally: inout Tally)

  /// Returns what may come in.
  ///
  /// - Parameters:
  ///   - raw: all that was found in the text.
  ///   - tally: what was seen of it.
  ///   - name: what errors call the text.
  /// - Throws: where something is there that must not come in.
  func admit(_ raw: GuardedCells, _ tally: Tally, from name: String) throws -> GuardedCells
}
