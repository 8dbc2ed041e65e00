import WorkbenchKit

/// Reads the front matter of a notebook: what it does not know it refuses, so that a slip of the pen is not passed over.
struct FrontMatterReader {
  let path: String
  let lines: [NotebookText.Line]

  /// - Returns: the front matter, and how many lines it takes.
  /// - Throws: `notebook.head`.
  static func read(_ text: NotebookText, path: String) throws -> (head: FrontMatter, length: Int) {
    var first = text.lines.first?.trimmed ?? ""
    if first.first == "\u{FEFF}" { first.removeFirst() }
    guard first == "---" else { return (FrontMatter(), 0) }
    let reader = FrontMatterReader(path: path, lines: text.lines)
    guard let end = text.lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmed) }) else {
      throw reader.problem(
        Text(nl: "de kop begint met --- en eindigt nergens", en: "the front matter begins with --- and ends nowhere"),
        wayOut: Text(nl: "sluit haar met een regel ---", en: "close it with a line ---"), line: 0)
    }
    let yaml = text.lines[1..<end].map(\.content).joined(separator: "\n")
    do {
      guard let root = try YAMLNode.parse(yaml) else { return (FrontMatter(), end + 1) }
      return (try reader.head(root), end + 1)
    } catch let error as YAMLNode.Problem {
      throw reader.problem(
        Text(
          nl: "de kop is geen goede YAML: \(error.words.nl)", en: "the front matter is not good YAML: \(error.words.en)"
        ),
        wayOut: nil, line: min(error.line + 1, end), column: error.column)
    }
  }

  private static let keys = ["title", "language", "parameters", "requires", "seed"]

  private func head(_ root: YAMLNode) throws -> FrontMatter {
    var head = FrontMatter()
    for (key, name, value) in try members(root, of: Self.keys, in: Text(nl: "de kop", en: "the front matter")) {
      switch name {
      case "title": head.title = try text(value, name)
      case "language":
        let word = try text(value, name)
        guard let language = Language(rawValue: word) else {
          throw unfit(word, name, Text(nl: "nl of en", en: "nl or en"), value)
        }
        head.language = language
      case "seed":
        let word = try text(value, name)
        guard let seed = UInt64(word), seed <= 1 << 53 else {
          throw unfit(word, name, Text(nl: "een geheel getal van 0 af", en: "a whole number from 0"), value)
        }
        head.seed = seed
      case "requires": head.requirements = try requirements(value)
      default: head.parameters = try ParameterReader(reader: self).parameters(value, key)
      }
    }
    return head
  }

  private func requirements(_ node: YAMLNode) throws -> [FrontMatter.Requirement] {
    switch node.kind {
    case .mapping(let members):
      return try members.map { key, value in
        let (plugin, version) = (try text(key, "requires"), try text(value, "requires"))
        guard let range = VersionRange(version) else {
          throw unfit(
            version, plugin,
            Text(nl: "een versie, zoals \"0.1\" of \">=0.1\"", en: "a version, such as \"0.1\" or \">=0.1\""), value)
        }
        return FrontMatter.Requirement(plugin: plugin, version: range, line: line(of: key))
      }
    case .list(let items):
      return try items.compactMap { item in
        guard let any = VersionRange("*") else { return nil }
        return FrontMatter.Requirement(plugin: try text(item, "requires"), version: any, line: line(of: item))
      }
    case .scalar:
      throw problem(
        Text(nl: "'requires' noemt plugins met hun versie", en: "'requires' names plugins with their versions"),
        wayOut: Text(nl: "zoals: woonzorgwijzer: \"0.1\"", en: "such as: woonzorgwijzer: \"0.1\""), at: node)
    }
  }

  // MARK: Pieces

  /// The members of a mapping, each with the name that its key is; every key is known and stands once.
  func members(
    _ node: YAMLNode, of known: [String], in what: Text
  ) throws -> [(key: YAMLNode, name: String, value: YAMLNode)] {
    guard case .mapping(let pairs) = node.kind else {
      throw problem(
        what + Text(nl: " bestaat uit regels 'naam: waarde'", en: " is made of lines 'name: value'"),
        wayOut: known.isEmpty ? nil : .verbatim(known.joined(separator: ", ")), at: node)
    }
    var seen: Set<String> = []
    return try pairs.map { key, value in
      let name = try text(key, "")
      guard known.isEmpty || known.contains(name) else {
        throw problem(
          what + Text(nl: " kent geen '\(name)'", en: " has no '\(name)'"),
          wayOut: Text(
            nl: "zij kent: \(known.joined(separator: ", "))", en: "it has: \(known.joined(separator: ", "))"),
          suggestion: NearestWord.best(name, among: known), at: key)
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
  private func problem(
    _ message: Text, wayOut: Text?, suggestion: String? = nil, line: Int, column: Int = 0
  ) -> Diagnostic {
    let text = lines.indices.contains(line) ? lines[line].content : ""
    return Diagnostic(
      "notebook.head", message, wayOut: wayOut, suggestion: suggestion,
      place: Place(source: path, line: line + 1, column: column + 1, length: max(1, text.count - column), text: text))
  }
}
