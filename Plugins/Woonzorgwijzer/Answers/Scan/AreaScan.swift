import WorkbenchKit

/// What the roles around the table said of the blocks of all areas: the piece `scan` of the plugin's document.
///
/// `{AREA: {"blocks": {BLOCK: {ROLE: {"status", "owner", "evidence"}}}, "serves": {BLOCK: {GROUP: [ROLE]}}}}`.
struct AreaScans: Sendable {
  static let piece = "scan"

  private var areas: ReadMembers<AreaScan>

  init(_ workspace: WorkspaceHandle) throws {
    areas = try workspace.given(Self.piece, Text(nl: "wat over bouwstenen is gezegd", en: "what was said of blocks"))
  }

  subscript(area: String) -> AreaScan {
    get { areas[area] ?? AreaScan() }
    set { areas[area] = newValue.isEmpty ? nil : newValue }
  }

  var roles: Set<String> { areas.members.values.reduce(into: []) { $0.formUnion($1.roles) } }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try areas.json { try $0.json() })
  }
}

/// What the roles said of the blocks of one area.
struct AreaScan: FieldItem, KeepsUnread, Sendable {
  private var blocks = ReadMembers<ReadMembers<BlockAnswer>>()
  private var served = ReadMembers<ReadMembers<[String]>>()
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    blocks = try fields["blocks"] ?? blocks
    served = try fields["serves"] ?? served
    rest = fields.rest
  }

  func json() throws -> JSON {
    .members(
      [
        "blocks": try blocks.json { try $0.json(\.json) },
        "serves": try served.json { try $0.json { .array($0.sorted().map(JSON.string)) } },
      ], rest: rest)
  }

  var unread: [UnreadItem] { blocks.unread + served.unread }
  var isEmpty: Bool { blocks.isEmpty && served.isEmpty && rest.isEmpty }

  var roles: Set<String> {
    Set(blocks.members.values.flatMap(\.members.keys) + served.members.values.flatMap { $0.members.values.joined() })
  }

  /// What a role said of a block; nil where it said nothing.
  func answer(_ block: String, by role: String) -> BlockAnswer? { blocks[block]?[role] }

  func verdict(_ block: String) -> BlockVerdict { BlockVerdict(blocks[block]?.members ?? [:]) }

  /// The groups that a block serves according to at least one role, in order.
  func groups(_ block: String) -> [String] { (served[block]?.members ?? [:]).keys.sorted() }

  /// Keeps what a role says of a block; nil takes it back.
  mutating func set(_ block: String, _ answer: BlockAnswer?, by role: String) {
    blocks.change(block) { $0[role] = answer }
  }

  /// Keeps, or takes back, that a role says a block serves a group.
  mutating func set(_ block: String, serves group: String, _ isSo: Bool, by role: String) {
    served.change(block) { groups in
      let roles = Set(groups[group] ?? []).subtracting([role]).union(isSo ? [role] : [])
      groups[group] = roles.isEmpty ? nil : roles.sorted()
    }
  }
}
