import WorkbenchKit

/// A kept result on which a decision rests, as it was then: by its content, and by what lies behind it.
struct RestingResult: Sendable, Hashable, FieldItem {
  let name: String
  /// The line that gave it.
  let line: String

  /// The line as it would be typed to get it again: without the name under which it was remembered.
  var command: String {
    guard line.hasPrefix("let "), let sign = line.firstIndex(of: "=") else { return line }
    return String(line[line.index(after: sign)...]).trimmedOfPadding
  }

  /// The plugin and its version; nil for a result of the shell.
  let version: String?
  let content: String
  /// The digests of the files behind it, by their paths.
  let inputs: [String: String]
  /// The digests of the parts of the workspace behind it, by their names; empty for one that was not there.
  let parts: [String: String]
  let assumptions: [JSON]
  let figures: [RestingFigure]
  private var rest: [String: JSON] = [:]

  init(_ fields: Fields) throws {
    name = try fields["id"]
    line = try fields["line"]
    version = try fields["version"]
    content = try fields["content"]
    inputs = try fields["inputs"] ?? [:]
    parts = try fields["parts"] ?? [:]
    assumptions = try fields["assumptions"] ?? []
    figures = try fields.list("figures")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(name), "line": .string(line), "version": version.map(JSON.string), "content": .string(content),
        "inputs": .object(inputs.mapValues(JSON.string)), "parts": .object(parts.mapValues(JSON.string)),
        "assumptions": .array(assumptions), "figures": .array(figures.map(\.json)),
      ], rest: rest)
  }

  /// Reads a kept result as it stands now.
  ///
  /// - Throws: `result.unknown`.
  init(named name: String, in context: Context, at place: Place? = nil) throws {
    guard let json = try context.workspace.part(PartName(.results, name))?.json() else {
      throw Diagnostic(
        "result.unknown",
        Text(nl: "er is geen uitkomst '\(name)' bewaard", en: "no result '\(name)' is kept"),
        wayOut: Text(
          nl: "bewaar het laatste antwoord met 'keep \(name) --last'; 'results' toont wat bewaard is",
          en: "keep the last answer with 'keep \(name) --last'; 'results' shows what is kept"),
        suggestion: NearestWord.best(name, among: context.workspace.names(.results)), place: place)
    }
    self.name = name
    line = json["command"]?.string ?? ""
    version = json["plugin"]?.string.map { "\($0) \(json["version"]?.string ?? "")" }
    let blocks = json["blocks"] ?? []
    content = ContentDigest.of(blocks)
    let provenance = json["provenance"]
    inputs = Dictionary(
      (provenance?["inputs"]?.array ?? []).compactMap { input in
        input["file"]?.string.flatMap { file in input["sha256"]?.string.map { (file, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let names = (provenance?["reads"]?.object ?? [:]).keys.filter { !$0.hasPrefix("results/") }
    parts = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.digest(of: $0, in: context)) })
    assumptions = provenance?["assumptions"]?.array ?? []
    figures = Self.figures(blocks.array ?? [])
  }

  /// The digest of a part of the workspace; empty where it is not there. Of a circle what its roles said counts, not who met when.
  static func digest(of name: String, in context: Context) -> String {
    guard let name = PartName(name), let part = context.workspace.part(name) else { return "" }
    let own = "learningcircle/"
    guard name.section == .documents, name.name.hasPrefix(own) else { return ContentDigest.of(part.canonical()) }
    guard name.name.hasPrefix(own + "circle."), let members = try? part.json().object else { return "" }
    return ContentDigest.of(.object(members.filter { said.contains($0.key) }))
  }

  private static let said: Set = [
    "advice", "answers", "readiness", "statement_votes", "statements", "urgency", "votes",
  ]

  /// The single figures, and the numbers of the first rows of the first table.
  private static func figures(_ blocks: [JSON]) -> [RestingFigure] {
    var figures: [RestingFigure] = []
    for block in blocks where block["kind"]?.string == "facts" {
      figures += (block["facts"]?.array ?? []).compactMap { fact in
        guard let name = fact["name"]?.string, let value = fact["value"].flatMap({ plain($0) }) else { return nil }
        return RestingFigure(name, value, label: fact["label"].flatMap(Text.init(json:)), format: fact["format"])
      }
    }
    let columns = blocks.first { $0["kind"]?.string == "table" }?["table"]?["columns"]?.array ?? []
    let keys = columns.first { $0["type"]?.string == "text" }?["values"]?.array ?? []
    for column in columns where column["type"]?.string == "number" {
      let name = column["name"]?.string ?? ""
      let label = column["label"].flatMap(Text.init(json:)) ?? .verbatim(name)
      for (row, value) in (column["values"]?.array ?? []).prefix(10).enumerated() where value.number != nil {
        let key = keys.indices.contains(row) ? keys[row].string ?? String(row + 1) : String(row + 1)
        figures.append(
          RestingFigure("\(key) · \(name)", value, label: .verbatim("\(key) · ") + label, format: column["format"]))
      }
    }
    return Array(figures.prefix(60))
  }

  /// A value as it is kept: itself, or with its unit in an object.
  private static func plain(_ json: JSON) -> JSON? {
    switch json {
    case .number, .string, .bool: json
    case .object: json["number"] ?? json["value"]
    default: nil
    }
  }
}
