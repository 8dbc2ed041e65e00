import WorkbenchKit

/// The pieces of a front matter, with what is wrong where one is not as it should be.
struct FrontMatterPieces {
  let path: String
  let lines: [NotebookText.Line]

  /// The members of a mapping, each with the name that its key is; every key is known and stands once.
  ///
  /// - Parameter takesOthers: whether keys may stand there that are not like any that is known.
  func members(
    _ node: YAMLNode, of known: [String], in what: Text, takesOthers: Bool = false
  ) throws -> [(key: YAMLNode, name: String, value: YAMLNode)] {
    guard case .mapping(let pairs) = node.kind else {
      throw problem(
        what + Text(nl: " bestaat uit regels 'naam: waarde'", en: " is made of lines 'name: value'"),
        wayOut: known.isEmpty ? nil : .verbatim(known.joined(separator: ", ")), at: node)
    }
    var seen: Set<String> = []
    return try pairs.map { key, value in
      let name = try text(key, "")
      let near = NearestWord.best(name, among: known)
      guard known.isEmpty || known.contains(name) || takesOthers && near == nil else {
        throw problem(
          what + Text(nl: " kent geen '\(name)'", en: " has no '\(name)'"),
          wayOut: Text(
            nl: "zij kent: \(known.joined(separator: ", "))", en: "it has: \(known.joined(separator: ", "))"),
          suggestion: near, at: key)
      }
      guard seen.insert(name).inserted else {
        throw problem(
          Text(nl: "'\(name)' staat er twee keer", en: "'\(name)' stands there twice"), wayOut: nil, at: key)
      }
      return (key, name, value)
    }
  }

  func text(_ node: YAMLNode, _ name: String) throws -> String {
    if case .scalar(let text, let isPlain) = node.kind, !(isPlain && ["", "~", "null"].contains(text)) { return text }
    throw problem(
      name.isEmpty
        ? Text(nl: "hier hoort een naam", en: "a name is due here")
        : Text(nl: "achter '\(name)' hoort één waarde", en: "one value is due behind '\(name)'"), wayOut: nil, at: node)
  }

  func unfit(_ word: String, _ name: String, _ due: Text, _ node: YAMLNode) -> Diagnostic {
    problem(
      Text(nl: "'\(word)' past niet bij '\(name)'", en: "'\(word)' does not suit '\(name)'"),
      wayOut: Text(nl: "er hoort \(due.nl)", en: "\(due.en) is due"), at: node)
  }

  /// From 1, in the file.
  func line(of node: YAMLNode) -> Int { node.line + 2 }

  func problem(_ message: Text, wayOut: Text?, suggestion: String? = nil, at node: YAMLNode) -> Diagnostic {
    problem(message, wayOut: wayOut, suggestion: suggestion, line: node.line + 1, column: node.column)
  }

  /// - Parameters:
  ///   - line: from 0, in the file.
  ///   - column: from 0.
  func problem(
    _ message: Text, wayOut: Text?, suggestion: String? = nil, line: Int, column: Int = 0
  ) -> Diagnostic {
    let text = lines.indices.contains(line) ? lines[line].content : ""
    return Diagnostic(
      "notebook.head", message, wayOut: wayOut, suggestion: suggestion,
      place: Place(source: path, line: line + 1, column: column + 1, length: max(1, text.count - column), text: text))
  }
}
