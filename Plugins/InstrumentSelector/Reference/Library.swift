import Synchronization
import WorkbenchKit

/// The knowledge base in the plugin's data folder; each file is read when it is first asked for, never at the start.
final class Library: Sendable {
  let folder: String
  private let files = Mutex<[String: JSON]>([:])

  init(folder: String) { self.folder = folder }

  /// Returns the content of `NAME.json`.
  func file(_ name: String, _ context: Context) throws -> JSON {
    if let known = files.withLock({ $0[name] }) { return known }
    let json = try JSONReader.parse(context.files.read("\(folder)/\(name).json", at: nil).bytes)
    files.withLock { $0[name] = json }
    return json
  }

  /// Returns the items of a list in a file, each made by a function.
  func items<Item>(_ name: String, _ key: String, _ context: Context, _ make: (JSON) -> Item?) throws -> [Item] {
    try (file(name, context)[key]?.array ?? []).compactMap(make)
  }

  func tables(_ context: Context) throws -> [DecisionTable] {
    try (file("rules", context)["tables"]?.array ?? []).map { try DecisionTable(json: $0) }
  }

  /// The publications that citations name, each once with all its places, noted as sources of the result.
  func sources(_ citations: [Citation?], _ context: Context) throws -> Block {
    let known = try file("sources", context)
    var ids: [String] = []
    var places: [String: [String]] = [:]
    for citation in citations.compactMap({ $0 }) {
      let place = citation.place(context.language)
      if places[citation.id] == nil { ids.append(citation.id) }
      if places[citation.id]?.contains(place) != true { places[citation.id, default: []].append(place) }
    }
    let sources = ids.compactMap { id -> Source? in
      guard let item = known[id], let title = item["title"]?.string, let publisher = item["publisher"]?.string else {
        return nil
      }
      return Source(
        id: id, title: title, publisher: publisher, date: item["date"]?.string ?? "",
        place: places[id]?.joined(separator: "; "))
    }
    for source in sources { context.workspace.note(source) }
    return .sources(sources)
  }
}
