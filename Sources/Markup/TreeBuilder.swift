import CExpat

/// Hears what the parser meets, and makes the tree of it.
final class TreeBuilder {
  enum Refusal {
    case documentType, depth
  }

  /// Deeper than anything that people write, and shallow enough for every stack.
  static let deepest = 200

  /// Between a namespace and a name: no document may hold it.
  static let separator: UInt8 = 1

  private(set) var root: XMLElement?
  /// Why the parser was stopped by us.
  private(set) var refusal: Refusal?
  private let parser: XML_Parser
  private var open: [XMLElement] = []

  init(_ parser: XML_Parser) { self.parser = parser }

  /// Has the parser call this builder, which must outlive the parsing.
  func listen() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { builder, name, attributes in
        guard let name, let attributes else { return }
        TreeBuilder.from(builder)?.begin(name, attributes)
      },
      { builder, _ in TreeBuilder.from(builder)?.end() })
    XML_SetCharacterDataHandler(parser) { builder, start, count in
      guard let start else { return }
      TreeBuilder.from(builder)?.hear(
        start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          String(decoding: UnsafeBufferPointer(start: $0, count: Int(count)), as: UTF8.self)
        })
    }
    XML_SetStartDoctypeDeclHandler(parser) { builder, _, _, _, _ in TreeBuilder.from(builder)?.stop(.documentType) }
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> TreeBuilder? {
    pointer.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ reason: Refusal) {
    refusal = reason
    XML_StopParser(parser, 0)
  }

  private func begin(
    _ name: UnsafePointer<XML_Char>, _ listed: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) {
    guard open.count < Self.deepest else { return stop(.depth) }
    let (namespace, local) = Self.parts(name)
    var attributes: [XMLElement.Attribute] = []
    var index = 0
    while let key = listed[index], let value = listed[index + 1] {
      let (namespace, name) = Self.parts(key)
      attributes.append(.init(name, String(cString: value), namespace: namespace))
      index += 2
    }
    open.append(
      XMLElement(
        local, namespace: namespace, attributes: attributes, line: Int(XML_GetCurrentLineNumber(parser))))
  }

  private func end() {
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].nodes.append(.element(element))
    }
  }

  private func hear(_ text: String) {
    guard let last = open.indices.last else { return }
    // The parser gives a text in pieces.
    if case .text(let before) = open[last].nodes.last {
      open[last].nodes[open[last].nodes.count - 1] = .text(before + text)
    } else {
      open[last].nodes.append(.text(text))
    }
  }

  private static func parts(_ name: UnsafePointer<XML_Char>) -> (namespace: String, name: String) {
    let whole = String(cString: name)
    guard let mark = whole.utf8.firstIndex(of: separator) else { return ("", whole) }
    return (String(whole[..<mark]), String(whole[whole.utf8.index(after: mark)...]))
  }
}
