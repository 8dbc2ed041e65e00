import CExpat
import WorkbenchKit

/// Reads an XML 1.0 document into elements, with their namespaces; comments and processing instructions fall away.
///
/// A document type is refused, and with it every entity that is not XML's own: nothing is fetched, nothing expands.
public enum XMLReader {
  /// Returns the root of the document.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, UTF-16, ISO 8859-1 or ASCII, as the document itself says.
  ///   - name: what the document is called in errors.
  /// - Throws: `xml.syntax`, `xml.doctype`, `xml.encoding`, `xml.deep`, each with the line.
  public static func root(of bytes: [UInt8], name: String) throws -> XMLElement {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: TreeBuilder.separator)) else {
      throw XMLProblem(name).noMemory
    }
    defer { XML_ParserFree(parser) }
    let builder = TreeBuilder(parser)
    return try withExtendedLifetime(builder) {
      builder.listen()
      // Expat counts in Int32: a larger document goes in by pieces.
      let piece = 1 << 26
      var start = 0
      repeat {
        let end = min(bytes.count, start + piece)
        let status = bytes[start..<end].withUnsafeBytes { buffer in
          XML_Parse(
            parser, buffer.baseAddress?.assumingMemoryBound(to: XML_Char.self), Int32(end - start),
            end == bytes.count ? 1 : 0)
        }
        if status != XML_STATUS_OK {
          let place = XMLPlace(
            line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
          throw XMLProblem(name).problem(builder.refusal, code: XML_GetErrorCode(parser), at: place)
        }
        start = end
      } while start < bytes.count
      guard let root = builder.root else { throw XMLProblem(name).empty }
      return root
    }
  }
}
