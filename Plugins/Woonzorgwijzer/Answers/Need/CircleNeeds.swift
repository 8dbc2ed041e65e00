import WorkbenchKit

/// A set of judgements on necessity: what each role says of a group, a precondition and a situation of informal care.
///
/// The circle's own is the piece `need` of the plugin's document: `{GROUP: {PRECONDITION: {SITUATION: {ROLE: VALUE}}}}`.
struct CircleNeeds: Sendable {
  typealias Kept = ReadMembers<ReadMembers<ReadMembers<ReadMembers<Necessity>>>>

  static let piece = "need"

  private(set) var votes: [NeedCell: [String: Necessity]] = [:]
  private(set) var kept = Kept()

  init() {}

  /// The circle's own set.
  init(_ workspace: WorkspaceHandle) throws {
    self.init(try workspace.given(Self.piece, Text(nl: "noodzaak volgens de kring", en: "necessity by the circle")))
  }

  init(_ kept: Kept) {
    self.kept = kept
    for (group, preconditions) in kept.members {
      for (precondition, situations) in preconditions.members {
        for (situation, roles) in situations.members where !roles.members.isEmpty {
          votes[NeedCell(group: group, precondition: precondition, situation: situation)] = roles.members
        }
      }
    }
  }

  /// The example that ships, in which one role speaks: the example itself.
  init(_ example: ExampleJudgements) {
    for group in example.groups {
      for answer in group.answers {
        for (situation, grade) in answer.grades {
          let cell = NeedCell(group: group.group, precondition: answer.precondition, situation: situation)
          set(cell, grade, by: ExampleJudgements.name)
        }
      }
    }
  }

  /// The roles that speak; the example is none.
  var roles: Set<String> { Set(votes.values.flatMap(\.keys)).subtracting([ExampleJudgements.name]) }

  func judgement(_ cell: NeedCell) -> Judgement { Judgement(votes: votes[cell] ?? [:]) }

  /// Keeps what a role says; nil takes it back. What the example said of it gives way.
  mutating func set(_ cell: NeedCell, _ value: Necessity?, by role: String) {
    if role != ExampleJudgements.name, votes[cell]?[ExampleJudgements.name] != nil {
      put(nil, in: cell, by: ExampleJudgements.name)
    }
    put(value, in: cell, by: role)
  }

  private mutating func put(_ value: Necessity?, in cell: NeedCell, by role: String) {
    votes[cell, default: [:]][role] = value
    if votes[cell]?.isEmpty == true { votes[cell] = nil }
    kept.change(cell.group) { $0.change(cell.precondition) { $0.change(cell.situation) { $0[role] = value } } }
  }

  /// Keeps this as the circle's own set.
  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try Self.json(kept))
  }

  static func json(_ kept: Kept) throws -> JSON {
    try kept.json { try $0.json { try $0.json { try $0.json { .string($0.rawValue) } } } }
  }
}
