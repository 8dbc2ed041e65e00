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

  func groups(_ context: Context) throws -> [TargetGroup] {
    try items("groups", "groups", context, TargetGroup.init)
  }

  func preconditions(_ context: Context) throws -> [Precondition] {
    try items("preconditions", "preconditions", context, Precondition.init)
  }

  func families(_ context: Context) throws -> [Family] {
    try items("preconditions", "families", context, Family.init)
  }

  func situations(_ context: Context) throws -> [CareSituation] {
    try items("necessity", "situations", context, CareSituation.init)
  }

  func grades(_ context: Context) throws -> [NecessityText] {
    try items("necessity", "grades", context, NecessityText.init)
  }

  func stated(_ context: Context) throws -> [StatedNeed] {
    try items("necessity", "stated", context, StatedNeed.init)
  }

  /// What Tabel 3 itself says of a group, a precondition and a situation; nil for a cell that it does not have.
  func table3(_ context: Context) throws -> [NeedCell: Necessity] {
    var cells: [NeedCell: Necessity] = [:]
    for item in try file("necessity", context)["table3"]?["cells"]?.array ?? [] {
      guard let cell = NeedCell(item), let grade = item["grade"]?.string.flatMap(Necessity.init) else { continue }
      cells[cell] = grade
    }
    return cells
  }

  /// The publications that citations name, noted as sources of the result.
  func sources(_ citations: [Citation], _ context: Context) throws -> Block {
    let sources = try publications(citations, context)
    for source in sources { context.workspace.note(source) }
    return .sources(sources)
  }

  /// The publications that citations name, each once with all its places.
  func publications(_ citations: [Citation], _ context: Context) throws -> [Source] {
    let known = try file("sources", context)
    var ids: [String] = []
    var places: [String: [String]] = [:]
    for citation in citations {
      let place = citation.shown(context.language)
      if places[citation.id] == nil { ids.append(citation.id) }
      if places[citation.id]?.contains(place) != true { places[citation.id, default: []].append(place) }
    }
    return ids.compactMap { id in
      guard let item = known[id], let title = item["title"]?.string, let publisher = item["publisher"]?.string else {
        return nil
      }
      return Source(
        id: id, title: title, publisher: publisher, date: item["date"]?.string ?? "",
        place: places[id]?.joined(separator: "; "), licence: item["licence"]?.string)
    }
  }
}
