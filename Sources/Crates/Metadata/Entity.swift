import WorkbenchKit

/// One thing that the metadata of a crate tell of.
struct Entity {
  let id: String
  private var members: [String: JSON]

  init(_ id: String, _ types: String...) {
    self.id = id
    members = ["@id": .string(id), "@type": Self.compact(types.map(JSON.string))]
  }

  /// A text; nothing where there is none.
  mutating func set(_ name: String, _ text: String?) { members[name] = text.map(JSON.string) }

  /// A number.
  mutating func set(_ name: String, _ number: Int) { members[name] = .number(Double(number)) }

  /// References to other things, each once; nothing where there are none.
  mutating func refer(_ name: String, to ids: [String]) {
    var seen: Set<String> = []
    let references = ids.filter { seen.insert($0).inserted }.map { JSON.object(["@id": .string($0)]) }
    if !references.isEmpty { members[name] = Self.compact(references) }
  }

  var json: JSON { .object(members) }

  /// One stands by itself, as flattened and compacted JSON-LD has it.
  private static func compact(_ values: [JSON]) -> JSON { values.count == 1 ? values[0] : .array(values) }
}
