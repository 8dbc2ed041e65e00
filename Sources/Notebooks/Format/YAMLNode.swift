import CYAML
import WorkbenchKit

/// A piece of YAML, with where it stands.
struct YAMLNode {
  indirect enum Kind {
    /// `isPlain` without quotes.
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  let kind: Kind
  /// From 0, within the text that was parsed.
  let line: Int
  let column: Int
  /// The characters that it takes in the text, as Unicode scalars from 0; what follows a scalar in blanks may be among them.
  let range: Range<Int>
  /// Whether it is a list or a mapping in brackets.
  let isFlow: Bool

  struct Problem: Error {
    let words: Text
    let line: Int
    let column: Int
  }

  /// The most opening brackets and braces of a document. The library goes over all that are open at each new one: sixty thousand take
  /// it a quarter of a minute.
  private static let bracketLimit = 1_000

  /// Parses one document; nil where there is nothing in it.
  ///
  /// - Throws: `Problem`.
  static func parse(_ text: String) throws(Problem) -> YAMLNode? {
    let bytes = Array(text.utf8)
    let brackets = bytes.indices.filter { bytes[$0] == UInt8(ascii: "[") || bytes[$0] == UInt8(ascii: "{") }
    if brackets.count > bracketLimit {
      let before = bytes[..<brackets[bracketLimit]]
      let start = (before.lastIndex(of: 0x0A) ?? -1) + 1
      throw Problem(words: tooDeep, line: before.count { $0 == 0x0A }, column: before.count - start)
    }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw Problem(words: .verbatim("libyaml"), line: 0, column: 0) }
    defer { yaml_parser_delete(&parser) }
    var document = yaml_document_t()
    var problem: Problem?
    var found: YAMLNode?
    bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      guard yaml_parser_load(&parser, &document) == 1 else {
        let words = Text.verbatim(parser.problem.map { String(cString: $0) } ?? "?")
        let isRead = parser.error == YAML_READER_ERROR
        let line =
          isRead ? bytes.prefix(Int(parser.problem_offset)).count { $0 == 0x0A } : Int(parser.problem_mark.line)
        problem = Problem(words: words, line: line, column: isRead ? 0 : Int(parser.problem_mark.column))
        return
      }
      defer { yaml_document_delete(&document) }
      guard let root = yaml_document_get_root_node(&document) else { return }
      var budget = 10_000
      do throws(Problem) { found = try node(root, &document, 0, &budget) } catch { problem = error }
    }
    if let problem { throw problem }
    return found
  }

  private static let tooDeep = Text(nl: "te diep genest, of te groot", en: "nested too deeply, or too large")

  private static func node(
    _ pointer: UnsafeMutablePointer<yaml_node_t>, _ document: inout yaml_document_t, _ depth: Int, _ budget: inout Int
  ) throws(Problem) -> YAMLNode {
    let raw = pointer.pointee
    let (line, column) = (Int(raw.start_mark.line), Int(raw.start_mark.column))
    budget -= 1
    // An anchor may refer to what it stands in, or to a tree of others.
    guard depth < 8, budget > 0 else {
      throw Problem(words: tooDeep, line: line, column: column)
    }
    var kind = Kind.scalar("", isPlain: true)
    var isFlow = false
    switch raw.type {
    case YAML_SCALAR_NODE:
      let scalar = raw.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.value == nil ? 0 : Int(scalar.length)),
        as: UTF8.self)
      kind = .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_NODE:
      var items: [YAMLNode] = []
      isFlow = raw.data.sequence.style == YAML_FLOW_SEQUENCE_STYLE
      let list = raw.data.sequence.items
      var item = list.start
      while let here = item, here != list.top {
        if let child = yaml_document_get_node(&document, here.pointee) {
          items.append(try node(child, &document, depth + 1, &budget))
        }
        item = here + 1
      }
      kind = .list(items)
    case YAML_MAPPING_NODE:
      var members: [(key: YAMLNode, value: YAMLNode)] = []
      isFlow = raw.data.mapping.style == YAML_FLOW_MAPPING_STYLE
      let list = raw.data.mapping.pairs
      var pair = list.start
      while let here = pair, here != list.top {
        if let key = yaml_document_get_node(&document, here.pointee.key),
          let value = yaml_document_get_node(&document, here.pointee.value)
        {
          members.append(
            (try node(key, &document, depth + 1, &budget), try node(value, &document, depth + 1, &budget)))
        }
        pair = here + 1
      }
      kind = .mapping(members)
    default: break
    }
    let start = Int(raw.start_mark.index)
    return YAMLNode(
      kind: kind, line: line, column: column, range: start..<max(start, Int(raw.end_mark.index)), isFlow: isFlow)
  }
}
