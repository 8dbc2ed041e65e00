import WorkbenchKit

/// Which kinds of facilities, and which items of supply, count for which preconditions: as the program assumes, unless the
/// circle says otherwise (the piece `kinds` of the plugin's document: `{KIND: {by, preconditions}}`).
struct KindKey {
  static let piece = "kinds"

  /// What counts for what, and who says so; nil for the program.
  struct Entry {
    let kind: String
    let preconditions: [String]
    let by: String?
  }

  let entries: [Entry]
  let kinds: [FacilityKind]
  private let preconditions: [Precondition]

  init(_ library: Library, _ context: Context) throws {
    kinds = try library.facilityKinds(context)
    preconditions = try library.preconditions(context)
    let said = try context.workspace.document(Self.piece)?.object ?? [:]
    var entries = kinds.filter { said[$0.id] == nil && !$0.holdsPeople }.map {
      Entry(kind: $0.id, preconditions: $0.preconditions, by: nil)
    }
    for (kind, entry) in said.sorted(by: { $0.key < $1.key }) {
      entries.append(
        Entry(
          kind: kind, preconditions: (entry["preconditions"]?.array ?? []).compactMap(\.string),
          by: entry["by"]?.string))
    }
    self.entries = entries
  }

  /// The kinds of points where people live.
  var peopleKinds: Set<String> { Set(kinds.filter(\.holdsPeople).map(\.id)) }

  /// The entries that count for a precondition.
  func entries(for precondition: String) -> [Entry] { entries.filter { $0.preconditions.contains(precondition) } }

  /// The precondition that an item of supply is itself a name of, and those that it counts for by the key.
  func preconditions(ofItem item: String) -> [String] {
    let named = preconditions.first { one in ([one.id] + one.names).contains { Kind.folded($0) == item } }.map(\.id)
    let counted = entries.filter { $0.kind == item && $0.by != nil }.flatMap(\.preconditions)
    return ([named].compactMap { $0 } + counted).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  static func set(_ kind: String, _ preconditions: [String]?, by role: String, in workspace: WorkspaceHandle) throws {
    var said = try workspace.document(piece)?.object ?? [:]
    said[kind] = preconditions.map {
      ["by": .string(role), "preconditions": .array($0.map(JSON.string))]
    }
    workspace.setDocument(piece, to: said.isEmpty ? nil : .object(said))
  }
}
