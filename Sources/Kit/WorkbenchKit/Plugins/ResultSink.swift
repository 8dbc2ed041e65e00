/// A form in which `to` writes a result into a file: a workbook, a package of layers.
///
/// A plugin registers it, and names it in its manifest, so that `to FORM FILE` is known before the module is loaded. What it is
/// handed is without what is hidden or withheld, and the host writes the file: at once, or not at all.
public protocol ResultSink: Sendable {
  /// The word behind `to`, as in the manifest.
  var form: String { get }
  /// Whether it writes nothing but the page of a result, as `to html` makes it: then a notebook, which is a page as well, can be
  /// exported in it.
  var writesPage: Bool { get }
  /// What help says of it in more than one sentence; nil for nothing.
  var details: Text? { get }
  /// Lines that help shows beside the usual ones, and tests type.
  var examples: [Signature.Example] { get }

  /// Returns the bytes of the file; the same result gives the same bytes.
  ///
  /// - Throws: `stage.notable` where the form needs a table and there is none; a `Diagnostic`, most of the family `to`; what the
  ///   interrupt throws.
  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile
}

extension ResultSink {
  /// False: most forms are made of the values.
  public var writesPage: Bool { false }
  /// Nothing.
  public var details: Text? { nil }
  /// None.
  public var examples: [Signature.Example] { [] }
}

/// A sink that can be told more than the file, by flags behind it.
public protocol AskingSink: ResultSink {
  /// The flags, each a property of the kind `Argument`, and groups of them.
  associatedtype Arguments: ArgumentGroup

  /// What it can be told; help, completion and binding are read from it when they are first needed.
  static var arguments: Arguments { get }

  /// Returns the bytes of the file, as it was told.
  ///
  /// - Throws: as `write` without what was told.
  func write(_ result: WrittenResult, _ given: Given<Arguments>, in context: Context) throws -> SinkFile
}

extension AskingSink {
  /// Returns the bytes of the file where nothing was told.
  public func write(_ result: WrittenResult, in context: Context) throws -> SinkFile {
    var usual: [String: [Call.Argument]] = [:]
    for parameter in Parameter.list(of: Self.arguments) {
      guard let fallback = parameter.fallback else { continue }
      usual[parameter.name] = [try parameter.bind(.text(fallback), at: nil)]
    }
    let call = Call(path: ["to", form], line: result.line, place: nil, arguments: usual)
    return try write(result, Given(Self.arguments, call), in: context)
  }
}

/// A page in HTML, with all that it needs in it.
public struct WrittenPage: Sendable {
  /// Its text.
  public let html: String
  /// Of the words on it.
  public let language: Language

  /// Makes a page.
  public init(html: String, language: Language) {
    self.html = html
    self.language = language
  }
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
  /// All of it as one page; there for a sink that writes the page.
  public let page: WrittenPage?

  /// Makes a result.
  ///
  /// - Parameters:
  ///   - blocks: all of it, in its order.
  ///   - table: the table that flows.
  ///   - line: the line that made it.
  ///   - inputs: the files it was made of.
  ///   - page: all of it as one page.
  public init(
    blocks: [Block], table: Table? = nil, line: String = "", inputs: [InputFile] = [], page: WrittenPage? = nil
  ) {
    self.blocks = blocks
    self.table = table
    self.line = line
    self.inputs = inputs
    self.page = page
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
