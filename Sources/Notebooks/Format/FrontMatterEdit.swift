import WorkbenchKit

/// Puts values into the text of a front matter, where they stand or ought to; all else stays as it was written.
struct FrontMatterEdit {
  private let scalars: [Unicode.Scalar]
  private var pieces: [(range: Range<Int>, text: String)] = []

  init(_ yaml: String) { scalars = Array(yaml.unicodeScalars) }

  var changes: Bool { !pieces.isEmpty }

  /// The text with all that was put into it.
  var text: String {
    var result = ""
    var done = 0
    for (range, text) in pieces.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard range.lowerBound >= done, range.upperBound <= scalars.count else { continue }
      result.unicodeScalars.append(contentsOf: scalars[done..<range.lowerBound])
      result += text
      done = range.upperBound
    }
    result.unicodeScalars.append(contentsOf: scalars[done...])
    return result
  }

  /// Fills in a front matter in which nothing stands.
  mutating func begin(_ filling: FrontMatterFilling) {
    let lines = Self.top(filling).map { "\($0): \($1)" }
    if !lines.isEmpty { pieces.append((0..<0, lines.joined(separator: "\n") + (scalars.isEmpty ? "" : "\n"))) }
  }

  mutating func fill(_ root: YAMLNode, _ filling: FrontMatterFilling, _ head: FrontMatter) {
    guard case .mapping(let members) = root.kind else { return }
    for (key, value) in Self.top(filling) {
      if let node = Self.member(key, of: members) { replace(node, by: value) } else { insert(key, value, into: root) }
    }
    guard case .mapping(let parameters)? = Self.member("parameters", of: members)?.kind else { return }
    for parameter in head.parameters {
      guard let value = filling.values[parameter.name], value != parameter.fallback,
        let node = Self.member(parameter.name, of: parameters)
      else { continue }
      let written = YAMLScalar.written(value)
      guard case .mapping(let said) = node.kind else {
        replace(node, by: written)
        continue
      }
      if let fallback = Self.member("default", of: said) {
        replace(fallback, by: written)
      } else {
        insert("default", written, into: node)
      }
    }
  }

  private static func top(_ filling: FrontMatterFilling) -> [(key: String, value: String)] {
    [("language", filling.language?.rawValue), ("seed", filling.seed.map { String($0) })].compactMap { key, value in
      value.map { (key, $0) }
    }
  }

  private static func member(_ name: String, of members: [(key: YAMLNode, value: YAMLNode)]) -> YAMLNode? {
    members.first { if case .scalar(name, _) = $0.key.kind { true } else { false } }?.value
  }

  private mutating func replace(_ node: YAMLNode, by text: String) {
    var range = node.range
    // A text of several lines takes the line break behind it along.
    while let last = range.last, range.upperBound <= scalars.count, scalars[last].properties.isWhitespace {
      range = range.lowerBound..<last
    }
    // Nothing stood behind the colon.
    let isTight = range.isEmpty && range.lowerBound > 0 && scalars[range.lowerBound - 1] == ":"
    pieces.append((range, isTight ? " " + text : text))
  }

  /// Puts a member before the first one.
  private mutating func insert(_ key: String, _ value: String, into mapping: YAMLNode) {
    guard case .mapping(let members) = mapping.kind else { return }
    if mapping.isFlow {
      let start = mapping.range.lowerBound + 1
      pieces.append((start..<start, "\(key): \(value)\(members.isEmpty ? "" : ", ")"))
    } else if let first = members.first?.key {
      let indent = String(repeating: " ", count: first.column)
      pieces.append((first.range.lowerBound..<first.range.lowerBound, "\(key): \(value)\n\(indent)"))
    }
  }
}
