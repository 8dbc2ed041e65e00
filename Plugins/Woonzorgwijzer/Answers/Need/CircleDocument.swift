import WorkbenchKit

extension WorkspaceHandle {
  /// Returns a piece of the document that holds what the circle gave, by name; what cannot be read is kept, and said below
  /// the result.
  func given<Value: FieldValue>(_ piece: String, _ what: Text) throws -> ReadMembers<Value> {
    let all: ReadMembers<Value> = try members(piece)
    if let notice = Notice.unread(all, what) { note(notice) }
    return all
  }
}

/// The roles that spoke anywhere in what the circle gave.
enum CircleRoles {
  static func all(_ workspace: WorkspaceHandle) throws -> Set<String> {
    let givers =
      try GivenPeople(workspace).counts.values.flatMap { $0.values.map(\.giver) }
      + CareShares(workspace).entries.values.map(\.giver) + GroupKeys(workspace).entries.values.map(\.giver)
    return try CircleNeeds(workspace).roles.union(JudgementSets.roles(workspace)).union(givers.compactMap(\.role))
      .union(KindChoices(workspace).roles)
      .union(AreaScans(workspace).roles)
  }
}
