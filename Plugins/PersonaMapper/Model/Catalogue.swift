import Synchronization
import WorkbenchKit

/// What the plugin's data folder holds: sets, measures, publications; each file is read when it is first asked for.
final class Catalogue: Sendable {
  let folder: String
  private let files = Mutex<[String: JSON]>([:])

  init(folder: String) { self.folder = folder }

  private func file(_ name: String, _ context: Context) throws -> JSON {
    if let known = files.withLock({ $0[name] }) { return known }
    let json = try JSONReader.parse(context.files.read("\(folder)/\(name).json", at: nil).bytes)
    files.withLock { $0[name] = json }
    return json
  }

  func sets(_ context: Context) throws -> [PersonaSet] { try file("sets", context).items("sets", PersonaSet.init) }

  func pillars(_ context: Context) throws -> [Pillar] { try file("measures", context).items("pillars", Pillar.init) }

  func measures(_ context: Context) throws -> [Measure] {
    try file("measures", context).items("measures", Measure.init)
  }

  /// The publications that citations name, each once with all its places, noted as sources of the result; none for none.
  func sources(_ citations: [Citation], _ context: Context) throws -> [Block] {
    guard !citations.isEmpty else { return [] }
    let known = try file("sources", context)
    var ids: [String] = []
    var places: [String: [String]] = [:]
    for citation in citations {
      let place = citation.place(context.language)
      if places[citation.id] == nil { ids.append(citation.id) }
      if places[citation.id]?.contains(place) != true { places[citation.id, default: []].append(place) }
    }
    let sources = ids.map { id in
      Source(
        id: id, title: known[id]?["title"]?.string ?? id, publisher: known[id]?["publisher"]?.string ?? "",
        date: known[id]?["date"]?.string ?? "", place: places[id]?.joined(separator: "; "))
    }
    for source in sources { context.workspace.note(source) }
    return [.sources(sources)]
  }
}

/// One of the four things that an area works on.
struct Pillar: Sendable, Hashable, Named {
  let id: String
  let label: Text
  let source: Citation?

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json.text("label") else { return nil }
    self.id = id
    self.label = label
    source = Citation(json["source"])
  }
}

/// Something that can be done, as a source gives it.
struct Measure: Sendable, Hashable, Named {
  let id: String
  let label: Text
  /// Nil where the source puts it under none.
  let pillar: String?
  let examples: [Text]
  let source: Citation?

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json.text("label") else { return nil }
    self.id = id
    self.label = label
    pillar = json["pillar"]?.string
    examples = json.items("examples", Text.init(json:))
    source = Citation(json["source"])
  }
}
