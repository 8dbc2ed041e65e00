/// Takes the cells of a sheet as a reader meets them, row by row from above.
///
/// Rows and columns are counted from 1. Of cells and rows that a file repeats the reader says how often, and does not unfold them.
protocol CellSink: AnyObject {
  /// Columns that the sheet does not show.
  func hide(columns: ClosedRange<Int>)
  /// Goes to a row; it exists only once a cell of it is taken.
  func row(_ row: Int, repeated: Int, isHidden: Bool) throws
  /// - Parameter written: the digits as they stand in the file.
  func number(_ value: Double, written: UnsafeBufferPointer<UInt8>, _ tag: CellTag, at column: Int, repeated: Int)
    throws
  /// - Parameter tag: what the text is: `text`, `date`, `error`, `long`, with its marks.
  func text(_ text: UnsafeBufferPointer<UInt8>, _ tag: CellTag, at column: Int, repeated: Int) throws
  /// A cell whose value is given by its tag and a whole number: a place in the pool, a boolean, or nothing at all.
  func value(_ value: Int, _ tag: CellTag, at column: Int, repeated: Int) throws
  /// Cells that the sheet shows as one.
  func merge(_ range: CellRange)
}

/// A sheet as it stands in the list of a workbook.
struct SheetHead: Sendable, Hashable {
  /// Whether the program that made it shows it.
  enum State: String, Sendable { case visible, hidden, veryHidden }

  /// What stands on its tab.
  let name: String
  /// Whether it is shown.
  let state: State
  /// Counted from 1.
  let number: Int
}

/// A file of sheets.
protocol SheetSource {
  /// The sheets in their order; nil where these are known only once the file is read.
  var heads: [SheetHead]? { get }
  /// The texts that cells point to.
  var texts: TextPool { get }
  /// Reads the sheets in their order, each into the sink that `visit` returns; one without a sink is passed over.
  ///
  /// A sink that throws `HeardEnough` ends its sheet and nothing else.
  func eachSheet(_ visit: (SheetHead) throws -> (any CellSink)?) throws
}
