import WorkbenchKit

/// What the roles around the table said of necessity: the piece `need` of the plugin's document.
///
/// `{GROUP: {PRECONDITION: {SITUATION: {ROLE: VALUE}}}}`.
struct CircleNeeds: Sendable {
  static let piece = "need"

  private(set) var votes: [NeedCell: [String: Necessity]] = [:]

  init() {}

  init(_ workspace: WorkspaceHandle) throws {
    for (group, preconditions) in try workspace.document(Self.piece)?.object ?? [:] {
      for (precondition, situations) in preconditions.object ?? [:] {
        for (situation, roles) in situations.object ?? [:] {
          let cell = NeedCell(group: group, precondition: precondition, situation: situation)
          let values = (roles.object ?? [:]).compactMapValues { $0.string.flatMap(Necessity.init) }
          if !values.isEmpty { votes[cell] = values }
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
  }

  func store(in workspace: WorkspaceHandle) {
    var groups: [String: [String: [String: JSON]]] = [:]
    for (cell, roles) in votes {
      groups[cell.group, default: [:]][cell.precondition, default: [:]][cell.situation] = .object(
        roles.mapValues { .string($0.rawValue) })
    }
    let json = JSON.object(groups.mapValues { .object($0.mapValues { .object($0) }) })
    workspace.setDocument(Self.piece, to: groups.isEmpty ? nil : json)
  }
}
