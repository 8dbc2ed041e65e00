import WorkbenchKit

/// The things of a crate, each once by its id, in the order in which they were told.
struct Entities {
  private(set) var all: [Entity] = []
  private var known: Set<String> = []

  /// Adds a thing, unless it is told already.
  mutating func add(_ entity: Entity) { if known.insert(entity.id).inserted { all.append(entity) } }

  /// The metadata file: each thing on a line of its own, so that two crates can be compared line by line.
  var bytes: [UInt8] {
    let context =
      #"["https://w3id.org/ro/crate/1.1/context",{"sha256":"https://w3id.org/ro/terms/workflow-run#sha256"}]"#
    let lines = all.map { "  " + $0.json.canonical }.joined(separator: ",\n")
    return Array("{\n\"@context\": \(context),\n\"@graph\": [\n\(lines)\n]\n}\n".utf8)
  }
}
