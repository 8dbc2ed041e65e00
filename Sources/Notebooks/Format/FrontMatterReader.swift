import WorkbenchKit

/// Reads the front matter of a notebook. What other programs put there (author, tags) stays and is passed over; what is nearly one of
/// our own words is refused, so that a slip of the pen is not passed over.
struct FrontMatterReader {
  private let pieces: FrontMatterPieces

  /// - Returns: the front matter, and how many lines it takes.
  /// - Throws: `notebook.head`.
  static func read(_ text: NotebookText, path: String) throws -> (head: FrontMatter, length: Int) {
    guard isBegun(text) else { return (FrontMatter(), 0) }
    let reader = FrontMatterReader(pieces: FrontMatterPieces(path: path, lines: text.lines))
    guard let end = end(of: text) else {
      throw reader.pieces.problem(
        Text(nl: "de kop begint met --- en eindigt nergens", en: "the front matter begins with --- and ends nowhere"),
        wayOut: Text(nl: "sluit haar met een regel ---", en: "close it with a line ---"), line: 0)
    }
    let yaml = text.lines[1..<end].map(\.content).joined(separator: "\n")
    do {
      guard let root = try YAMLNode.parse(yaml) else { return (FrontMatter(), end + 1) }
      return (try reader.head(root), end + 1)
    } catch let error as YAMLNode.Problem {
      throw reader.pieces.problem(
        Text(
          nl: "de kop is geen goede YAML: \(error.words.nl)", en: "the front matter is not good YAML: \(error.words.en)"
        ),
        wayOut: nil, line: min(error.line + 1, end), column: error.column)
    }
  }

  /// Whether the first line opens a front matter.
  private static func isBegun(_ text: NotebookText) -> Bool {
    var first = text.lines.first?.trimmed ?? ""
    if first.first == "\u{FEFF}" { first.removeFirst() }
    return first == "---"
  }

  /// The line that closes it; nil where none does, or there is no front matter.
  static func end(of text: NotebookText) -> Int? {
    guard isBegun(text) else { return nil }
    return text.lines.dropFirst().firstIndex { ["---", "..."].contains($0.trimmed) }
  }

  private static let keys = ["title", "language", "parameters", "requires", "seed"]

  /// A text, or several with commas between them; nil for anything else.
  private static func words(_ node: YAMLNode) -> String? {
    switch node.kind {
    case .scalar(let text, let isPlain): isPlain && ["", "~", "null"].contains(text) ? nil : text
    case .list(let items):
      items.isEmpty ? nil : items.compactMap(words).joined(separator: ", ")
    case .mapping: nil
    }
  }

  private func head(_ root: YAMLNode) throws -> FrontMatter {
    var head = FrontMatter()
    for (key, name, value) in try pieces.members(
      root, of: Self.keys, in: Text(nl: "de kop", en: "the front matter"),
      takesOthers: true)
    {
      switch name {
      case "title": head.title = try pieces.text(value, name)
      // Of other programs: shown where they are words, and passed over in any other form.
      case "author": head.author = Self.words(value)
      case "date": head.date = Self.words(value)
      case "language":
        let word = try pieces.text(value, name)
        guard let language = Language(rawValue: word) else {
          throw pieces.unfit(word, name, Text(nl: "nl of en", en: "nl or en"), value)
        }
        head.language = language
      case "seed":
        let word = try pieces.text(value, name)
        guard let seed = UInt64(word), seed <= 1 << 53 else {
          throw pieces.unfit(word, name, Text(nl: "een geheel getal van 0 af", en: "a whole number from 0"), value)
        }
        head.seed = seed
      case "requires": head.requirements = try requirements(value)
      case "parameters": head.parameters = try ParameterReader(pieces: pieces).parameters(value, key)
      default: break
      }
    }
    return head
  }

  private func requirements(_ node: YAMLNode) throws -> [FrontMatter.Requirement] {
    switch node.kind {
    case .mapping(let members):
      return try members.map { key, value in
        let (plugin, version) = (try pieces.text(key, "requires"), try pieces.text(value, "requires"))
        guard let range = VersionRange(version) else {
          throw pieces.unfit(
            version, plugin,
            Text(nl: "een versie, zoals \"0.1\" of \">=0.1\"", en: "a version, such as \"0.1\" or \">=0.1\""), value)
        }
        return FrontMatter.Requirement(plugin: plugin, version: range, line: pieces.line(of: key))
      }
    case .list(let items):
      return try items.compactMap { item in
        guard let any = VersionRange("*") else { return nil }
        return FrontMatter.Requirement(
          plugin: try pieces.text(item, "requires"), version: any, line: pieces.line(of: item))
      }
    case .scalar:
      throw pieces.problem(
        Text(nl: "'requires' noemt plugins met hun versie", en: "'requires' names plugins with their versions"),
        wayOut: Text(nl: "zoals: woonzorgwijzer: \"0.1\"", en: "such as: woonzorgwijzer: \"0.1\""), at: node)
    }
  }
}
