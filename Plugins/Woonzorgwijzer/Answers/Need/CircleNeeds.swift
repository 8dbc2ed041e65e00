import WorkbenchKit

/// What the roles around the table said of necessity: the piece `need` of the plugin's document.
///
/// `{GROUP: {PRECONDITION: {SITUATION: {ROLE: VALUE}}}}`.
struct CircleNeeds: Sendable {
  static let piece = "need"

  private(set) var votes: [NeedCell: [String: Necessity]] = [:]
  private var groups = ReadMembers<ReadMembers<ReadMembers<ReadMembers<Necessity>>>>()

  init() {}

  init(_ workspace: WorkspaceHandle) throws {
    groups = try workspace.given(Self.piece, Text(nl: "noodzaak volgens de kring", en: "necessity by the circle"))
    for (group, preconditions) in groups.members {
      for (precondition, situations) in preconditions.members {
        for (situation, roles) in situations.members where !roles.members.isEmpty {
          votes[NeedCell(group: group, precondition: precondition, situation: situation)] = roles.members
        }
      }
    }
  }

  var roles: Set<String> { Set(votes.values.flatMap(\.keys)) }

  func judgement(_ cell: NeedCell) -> Judgement { Judgement(votes: votes[cell] ?? [:]) }

  /// Keeps what a role says; nil takes it back.
  mutating func set(_ cell: NeedCell, _ value: Necessity?, by role: String) {
    votes[cell, default: [:]][role] = value
    if votes[cell]?.isEmpty == true { votes[cell] = nil }
    groups.change(cell.group) { $0.change(cell.precondition) { $0.change(cell.situation) { $0[role] = value } } }
  }

  func store(in workspace: WorkspaceHandle) throws {
    let json = try groups.json { try $0.json { try $0.json { try $0.json { .string($0.rawValue) } } } }
    workspace.setMembers(Self.piece, to: json)
  }
}
