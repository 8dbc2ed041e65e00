import WorkbenchKit

/// What roles scored in a scan: the piece `scans` of the document, `{SCAN: {ITEM: {ROLE: SCORE}}}`, scores from 1 to 5.
struct CircleScores {
  static let piece = "scans"
  private var scans: [String: [String: [String: Double]]] = [:]

  init(_ workspace: WorkspaceHandle) throws {
    for (scan, items) in try workspace.document(Self.piece)?.object ?? [:] {
      for (item, roles) in items.object ?? [:] {
        scans[scan, default: [:]][item] = (roles.object ?? [:]).compactMapValues(\.number)
      }
    }
  }

  func scores(_ scan: String, _ item: String) -> [String: Double] { scans[scan]?[item] ?? [:] }

  /// The roles that scored anything in a scan, in order.
  func roles(_ scan: String) -> [String] { Set((scans[scan] ?? [:]).values.flatMap(\.keys)).sorted() }

  mutating func set(_ scan: String, _ item: String, _ score: Double, by role: String) {
    scans[scan, default: [:]][item, default: [:]][role] = score
  }

  func store(in workspace: WorkspaceHandle) {
    let json = scans.mapValues { items in JSON.object(items.mapValues { .object($0.mapValues(JSON.number)) }) }
    workspace.setDocument(Self.piece, to: json.isEmpty ? nil : .object(json))
  }
}
