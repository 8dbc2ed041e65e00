/// The header and the cells of a delimited text before it is a table, as a guard gets them and gives them back.
public struct GuardedCells: Sendable {
  var header: [String]
  var bytes: [UInt8]
  /// As many to a row as the header has names.
  var cells: DelimitedCells
}

/// What looks over the cells of a text before anything can be read out of it, and leaves out or stops what must not come in.
public protocol CellGuard {
  /// Returns what may come in.
  ///
  /// - Parameters:
  ///   - raw: all that was found in the text.
  ///   - name: what errors call the text.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Throws: where something is there that must not come in; what `asking` throws.
  func admit(_ raw: GuardedCells, from name: String, asking: (Double) throws -> Void) throws -> GuardedCells
}
