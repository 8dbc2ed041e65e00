/// A form in which `to` writes a result into a file: a workbook, a package of layers.
///
/// A plugin registers it, and names it in its manifest, so that `to FORM FILE` is known before the module is loaded. What it is
/// handed is without what is hidden or withheld, and the host writes the file: at once, or not at all.
public protocol ResultSink: Sendable {
  /// The word behind `to`, as in the manifest.
  var form: String { get }

  /// Returns the bytes of the file; the same result gives the same bytes.
  ///
  /// - Throws: `stage.notable` where the form needs a table and there is none; a `Diagnostic`, most of the family `to`; what the
  ///   interrupt throws.
  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile
}

/// A result on its way into a file, without what is hidden.
public struct WrittenResult: Sendable {
  /// All of it, in its order.
  public let blocks: [Block]
  /// The table that flows; nil where none does.
  public let table: Table?
  /// The line that made it.
  public let line: String
  /// The files it was made of.
  public let inputs: [InputFile]

  /// Makes a result.
  ///
  /// - Parameters:
  ///   - blocks: all of it, in its order.
  ///   - table: the table that flows.
  ///   - line: the line that made it.
  ///   - inputs: the files it was made of.
  public init(blocks: [Block], table: Table? = nil, line: String = "", inputs: [InputFile] = []) {
    self.blocks = blocks
    self.table = table
    self.line = line
    self.inputs = inputs
  }
}

/// A file as a sink made it.
public struct SinkFile: Sendable {
  /// What stands in it.
  public let bytes: [UInt8]
  /// What was written, as a sentence begins with it: `2 bladen met 57 rijen`.
  public let what: Text
  /// What has to be said about how it was made.
  public let notices: [Notice]

  /// Makes a file.
  ///
  /// - Parameters:
  ///   - bytes: what stands in it.
  ///   - what: what was written.
  ///   - notices: what has to be said about how it was made.
  public init(_ bytes: [UInt8], what: Text, notices: [Notice] = []) {
    self.bytes = bytes
    self.what = what
    self.notices = notices
  }
}
