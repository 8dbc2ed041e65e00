import WorkbenchKit

/// What a role says that a kind of facility, or an item of supply, counts for: the piece `kinds` of the plugin's document,
/// `{KIND: {by, preconditions}}`.
struct KindChoices: Sendable {
  static let piece = "kinds"

  struct Choice: FieldItem, Sendable {
    let by: String?
    let preconditions: [String]
    private(set) var rest: [String: JSON] = [:]

    init(by role: String, _ preconditions: [String]) {
      by = role
      self.preconditions = preconditions
    }

    init(_ fields: Fields) throws {
      by = try fields["by"]
      preconditions = try fields.list("preconditions")
      rest = fields.rest
    }

    var json: JSON {
      var members = rest
      members["by"] = by.map(JSON.string)
      members["preconditions"] = .array(preconditions.map(JSON.string))
      return .object(members)
    }
  }

  private var kinds: ReadMembers<Choice>
  var said: [String: Choice] { kinds.members }
  var roles: Set<String> { Set(said.values.compactMap(\.by)) }

  init(_ workspace: WorkspaceHandle) throws {
    kinds = try workspace.given(Self.piece, Text(nl: "wat waarvoor telt", en: "what counts for what"))
  }

  mutating func set(_ kind: String, _ choice: Choice?) { kinds[kind] = choice }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try kinds.json(\.json))
  }
}

/// Which kinds of facilities, and which items of supply, count for which preconditions: as the program assumes, unless the
/// circle says otherwise.
struct KindKey {
  /// What counts for what, and who says so; nil for the program.
  struct Entry {
    let kind: String
    let preconditions: [String]
    let by: String?
  }

  let entries: [Entry]
  let kinds: [FacilityKind]
  private let preconditions: [Precondition]

  init(_ context: Context) throws {
    kinds = try context.facilityKinds
    preconditions = try context.preconditions
    let said = try KindChoices(context.workspace).said
    entries =
      kinds.filter { said[$0.id] == nil && !$0.holdsPeople }.map {
        Entry(kind: $0.id, preconditions: $0.preconditions, by: nil)
      }
      + said.sorted { $0.key < $1.key }.map { Entry(kind: $0, preconditions: $1.preconditions, by: $1.by) }
  }

  /// The kinds of points where people live.
  var peopleKinds: Set<String> { Set(kinds.filter(\.holdsPeople).map(\.id)) }

  /// The entries that count for a precondition.
  func entries(for precondition: String) -> [Entry] { entries.filter { $0.preconditions.contains(precondition) } }

  /// The precondition that an item of supply is itself a name of, and those that it counts for by the key.
  func preconditions(ofItem item: String) -> [String] {
    let named = preconditions.first { one in
      ([one.id] + one.names).contains { FacilityKind.folded($0) == item }
    }.map(\.id)
    let counted = entries.filter { $0.kind == item && $0.by != nil }.flatMap(\.preconditions)
    return ([named].compactMap { $0 } + counted).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
