import WorkbenchKit

/// What roles scored in a scan: the piece `scans` of the document, `{SCAN: {ITEM: {ROLE: SCORE}}}`, scores from 1 to 5.
struct ScanScores {
  private static let piece = "scans"
  private var scans: ReadMembers<ReadMembers<ReadMembers<Double>>>

  init(_ workspace: WorkspaceHandle) throws { scans = try workspace.members(Self.piece) }

  /// What each role scored an item.
  func scores(_ scan: String, _ item: String) -> [String: Double] { scans[scan]?[item]?.members ?? [:] }

  /// The roles that scored anything in a scan, in order.
  func roles(_ scan: String) -> [String] {
    Set((scans[scan]?.members ?? [:]).values.flatMap(\.members.keys)).sorted()
  }

  /// Everybody who scored anything.
  var roles: Set<String> { Set(scans.members.keys.flatMap(roles)) }

  mutating func set(_ scan: String, _ item: String, _ score: Double, by role: String) {
    var items = scans[scan] ?? ReadMembers()
    var roles = items[item] ?? ReadMembers()
    roles[role] = score
    items[item] = roles
    scans[scan] = items
  }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try scans.json { try $0.json { try $0.json(JSON.number) } })
  }

  /// Names what of it could not be read.
  var remarks: [Block] { Notice.unread(scans, Text(nl: "scores", en: "scores")).map { [.notice($0)] } ?? [] }
}
