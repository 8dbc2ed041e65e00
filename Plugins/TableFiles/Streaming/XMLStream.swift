import CExpat
import WorkbenchKit

/// Hears what stands in a part of a package, as it comes by.
protocol ElementListener: AnyObject {
  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws
  func end(_ name: XMLName) throws
  /// A piece of text; a long one comes in several.
  func hear(_ text: UnsafeBufferPointer<UInt8>) throws
}

/// Thrown by a listener that has heard enough.
struct HeardEnough: Error {}

/// Passes the elements of a part to a listener while the part is being unpacked.
///
/// A document type is refused, and with it every entity that is not XML's own: nothing is fetched, nothing unfolds.
final class XMLStream {
  private let parser: XML_Parser
  private let listener: any ElementListener
  private let limits: SourceLimits
  private let problem: SourceProblem
  private let part: String
  private var depth = 0
  /// Why the parser was stopped; nothing can be thrown through C.
  private var failure: (any Error)?

  private init(_ part: String, _ listener: any ElementListener, _ limits: SourceLimits, _ problem: SourceProblem) throws
  {
    guard let parser = XML_ParserCreate(nil) else { throw problem.memory() }
    self.parser = parser
    self.listener = listener
    self.limits = limits
    self.problem = problem
    self.part = part
  }

  deinit { XML_ParserFree(parser) }

  /// Reads a part to its end.
  ///
  /// - Throws: `source.damaged`, `source.doctype`, `source.large`, `source.bomb`, what the listener and the interrupt throw.
  static func parse(
    _ part: ZipPart, of archive: ZipArchive, within budget: UnpackBudget, interrupt: @escaping () throws -> Void,
    by listener: any ElementListener
  ) throws {
    try archive.read(part, within: budget, interrupt: interrupt) { reader in
      let stream = try XMLStream(part.name, listener, archive.limits, archive.problem)
      try withExtendedLifetime(stream) {
        stream.listen()
        try stream.run(reader)
      }
    }
  }

  private func run(_ reader: ZipReader) throws {
    var fed = 0
    while true {
      guard let memory = XML_GetBuffer(parser, Int32(ZipReader.piece)) else { throw problem.memory() }
      let count = try reader.read(into: UnsafeMutableRawBufferPointer(start: memory, count: ZipReader.piece))
      let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
      if let failure { throw failure }
      guard status == XML_STATUS_OK else {
        throw problem.syntax(part, line: Int(XML_GetCurrentLineNumber(parser)))
      }
      if count == 0 { return }
      fed += count
      // The parser keeps a tag as a whole until it ends, and looks through it again with each piece.
      if case let heard = Int(XML_GetCurrentByteIndex(parser)), heard >= 0, fed - heard > limits.tag + ZipReader.piece {
        throw problem.syntax(part, line: Int(XML_GetCurrentLineNumber(parser)))
      }
    }
  }

  private func listen() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { stream, name, attributes in
        guard let stream, let name, let attributes else { return }
        Unmanaged<XMLStream>.fromOpaque(stream)._withUnsafeGuaranteedRef { $0.begin(name, attributes) }
      },
      { stream, name in
        guard let stream, let name else { return }
        Unmanaged<XMLStream>.fromOpaque(stream)._withUnsafeGuaranteedRef { $0.end(name) }
      })
    XML_SetCharacterDataHandler(parser) { stream, start, count in
      guard let stream, let start else { return }
      Unmanaged<XMLStream>.fromOpaque(stream)._withUnsafeGuaranteedRef { $0.hear(start, Int(count)) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { stream, _, _, _, _ in
      guard let stream else { return }
      Unmanaged<XMLStream>.fromOpaque(stream)._withUnsafeGuaranteedRef { $0.refuseDocumentType() }
    }
  }

  private func stop(_ reason: any Error) {
    if failure == nil { failure = reason }
    XML_StopParser(parser, 0)
  }

  private func refuseDocumentType() { stop(problem.documentType(part)) }

  private func begin(_ name: UnsafePointer<XML_Char>, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
    // What is stopped may still report the end of an empty element.
    guard failure == nil else { return }
    depth += 1
    guard depth <= limits.depth else {
      return stop(problem.syntax(part, line: Int(XML_GetCurrentLineNumber(parser))))
    }
    do { try listener.begin(XMLName(name), XMLAttributes(pairs: pairs)) } catch { stop(error) }
  }

  private func end(_ name: UnsafePointer<XML_Char>) {
    guard failure == nil else { return }
    depth -= 1
    do { try listener.end(XMLName(name)) } catch { stop(error) }
  }

  private func hear(_ start: UnsafePointer<XML_Char>, _ count: Int) {
    guard failure == nil else { return }
    do {
      try start.withMemoryRebound(to: UInt8.self, capacity: count) {
        try listener.hear(UnsafeBufferPointer(start: $0, count: count))
      }
    } catch { stop(error) }
  }
}
