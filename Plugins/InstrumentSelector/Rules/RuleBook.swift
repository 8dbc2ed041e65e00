import WorkbenchKit

/// All decision tables: those that come with the plugin, and those of the circle, which go before by the same name.
///
/// Those of the circle are the piece `rules` of the plugin's document: `{NAME: TABLE}`.
struct RuleBook {
  static let piece = "rules"

  private(set) var shipped: [DecisionTable]
  private(set) var own: [String: DecisionTable] = [:]

  init(_ library: Library, _ context: Context) throws {
    shipped = try library.tables(context)
    for (name, json) in try context.workspace.document(Self.piece)?.object ?? [:] {
      own[name] = try DecisionTable(json: json)
    }
  }

  /// Those that come with the plugin first, in their order, then the others by name.
  var tables: [DecisionTable] {
    let names = Set(shipped.map(\.name))
    return shipped.map { own[$0.name] ?? $0 }
      + own.values.filter { !names.contains($0.name) }.sorted { $0.name < $1.name }
  }

  func isOwn(_ name: String) -> Bool { own[name] != nil }
  func isShipped(_ name: String) -> Bool { shipped.contains { $0.name == name } }

  /// Returns the table that a person means, upper and lower case, blanks, hyphens and underscores alike.
  ///
  /// - Throws: `rules.unknown` with the nearest.
  func table(_ word: String, at place: Place?) throws -> DecisionTable {
    let wanted = Phrase.folded(word)
    if let found = tables.first(where: { $0.name == word }) ?? tables.first(where: { Phrase.folded($0.name) == wanted })
    {
      return found
    }
    let names = tables.map(\.name)
    throw Diagnostic(
      "rules.unknown", Text(nl: "er is geen beslistabel '\(word)'", en: "there is no decision table '\(word)'"),
      wayOut: Text(nl: "er is: \(names.joined(separator: ", "))", en: "there is: \(names.joined(separator: ", "))"),
      suggestion: NearestWord.best(word, among: names), place: place)
  }

  mutating func keep(_ table: DecisionTable) { own[table.name] = table }

  mutating func drop(_ name: String) { own[name] = nil }

  func store(in workspace: WorkspaceHandle) {
    workspace.setDocument(Self.piece, to: own.isEmpty ? nil : .object(own.mapValues(\.json)))
  }
}
