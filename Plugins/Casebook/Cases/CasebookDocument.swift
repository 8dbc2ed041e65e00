import WorkbenchKit

/// The pieces `own.NAME`, `updates` and `weights`. No field of them is personal: roles only.
struct CasebookDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
    try Set(workspace.ownCases.flatMap { $0.answers.map(\.role) }).union(workspace.traitWeights.roles)
  }
}

extension WorkspaceHandle {
  /// The cases that the circle wrote, by their names.
  ///
  /// - Throws: `document.damaged`.
  var ownCases: [OwnCase] {
    get throws {
      let prefix = "casebook/own."
      return try names(.documents, prefix: prefix).compactMap { name in
        let found = try document("own.\(name.dropFirst(prefix.count))", as: OwnCase.self)
        for notice in found?.unread ?? [] { note(notice) }
        return found
      }
    }
  }

  func store(_ own: OwnCase) { setDocument("own.\(own.id)", to: own.json) }

  /// What was said to be otherwise now, in the order in which it came.
  ///
  /// - Throws: `document.damaged`.
  var caseUpdates: ReadItems<CaseUpdate> { get throws { try items("updates") } }

  func store(_ updates: ReadItems<CaseUpdate>) { setDocument("updates", to: updates.json(\.json)) }

  /// - Throws: `document.damaged`.
  var traitWeights: TraitWeights { get throws { try document("weights", as: TraitWeights.self) ?? TraitWeights() } }

  func store(_ weights: TraitWeights) { setMembers("weights", to: weights.json) }
}
