import WorkbenchKit

/// What the roles around the table said of the blocks of one area: the piece `scan` of the plugin's document.
///
/// `{AREA: {"blocks": {BLOCK: {ROLE: {"status", "owner", "evidence"}}}, "serves": {BLOCK: {GROUP: [ROLE]}}}}`.
struct AreaScan: Sendable {
  static let piece = "scan"

  let area: String
  /// Of each block what each role said.
  private(set) var answers: [String: [String: BlockAnswer]] = [:]
  /// Of each block the groups it serves, and which roles say so.
  private(set) var serves: [String: [String: Set<String>]] = [:]

  init(_ area: String, _ workspace: WorkspaceHandle) throws {
    self.area = area
    let scan = try workspace.document(Self.piece)?[area]
    for (block, roles) in scan?["blocks"]?.object ?? [:] {
      answers[block] = (roles.object ?? [:]).compactMapValues { answer in
        answer["status"]?.string.flatMap(BlockStatus.init).map {
          BlockAnswer(status: $0, owner: answer["owner"]?.string, evidence: answer["evidence"]?.string)
        }
      }
    }
    for (block, groups) in scan?["serves"]?.object ?? [:] {
      serves[block] = (groups.object ?? [:]).mapValues { Set(($0.array ?? []).compactMap(\.string)) }
    }
  }

  var roles: Set<String> {
    Set(answers.values.flatMap(\.keys)).union(serves.values.flatMap { $0.values.flatMap { $0 } })
  }

  func verdict(_ block: String) -> BlockVerdict { BlockVerdict(answers[block] ?? [:]) }

  /// The groups that a block serves according to at least one role, in order.
  func groups(_ block: String) -> [String] { (serves[block] ?? [:]).keys.sorted() }

  /// Keeps what a role says of a block; nil takes it back.
  mutating func set(_ block: String, _ answer: BlockAnswer?, by role: String) {
    answers[block, default: [:]][role] = answer
    if answers[block]?.isEmpty == true { answers[block] = nil }
  }

  /// Keeps, or takes back, that a role says a block serves a group.
  mutating func set(_ block: String, serves group: String, _ isSo: Bool, by role: String) {
    if isSo {
      serves[block, default: [:]][group, default: []].insert(role)
    } else {
      serves[block]?[group]?.remove(role)
      if serves[block]?[group]?.isEmpty == true { serves[block]?[group] = nil }
      if serves[block]?.isEmpty == true { serves[block] = nil }
    }
  }

  func store(in workspace: WorkspaceHandle) throws {
    var all = try workspace.document(Self.piece)?.object ?? [:]
    let blocks = answers.mapValues { roles in JSON.object(roles.mapValues(Self.json)) }
    let served = serves.mapValues { groups in
      JSON.object(groups.mapValues { .array($0.sorted().map(JSON.string)) })
    }
    var scan: [String: JSON] = [:]
    if !blocks.isEmpty { scan["blocks"] = .object(blocks) }
    if !served.isEmpty { scan["serves"] = .object(served) }
    all[area] = scan.isEmpty ? nil : .object(scan)
    workspace.setDocument(Self.piece, to: all.isEmpty ? nil : .object(all))
  }

  private static func json(_ answer: BlockAnswer) -> JSON {
    var members: [String: JSON] = ["status": .string(answer.status.rawValue)]
    if let owner = answer.owner { members["owner"] = .string(owner) }
    if let evidence = answer.evidence { members["evidence"] = .string(evidence) }
    return .object(members)
  }
}
