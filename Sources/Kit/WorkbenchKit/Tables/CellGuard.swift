/// The header and the cells of a delimited text before it is a table, as a guard gets them and gives them back.
public struct GuardedCells: Sendable {
  var header: [String]
  var bytes: [UInt8]
  /// Row by row, `header.count` to each.
  var cells: [DelimitedCell]
}

/// What looks over the cells of a text before anything can be read out of it, and leaves out or stops what must not come in.
public protocol CellGuard {
  /// Returns what may come in.
  ///
  /// - Parameters:
  ///   - raw: all that was found in the text.
  ///   - name: what errors call the text.
  /// - Throws: where something is there that must not come in.
  func admit(_ raw: GuardedCells, from name: String) throws -> GuardedCells
}
