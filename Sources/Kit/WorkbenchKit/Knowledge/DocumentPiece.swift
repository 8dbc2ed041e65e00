extension WorkspaceHandle {
  /// Returns a piece of the running plugin's document that is an object of named things; an empty one where there is none.
  ///
  /// - Throws: `document.unread` where the piece is no object.
  public func members<Value: FieldValue>(
    ofDocument piece: String, as type: Value.Type = Value.self
  ) throws -> ReadMembers<Value> {
    guard let json = try document(piece) else { return ReadMembers() }
    do { return try ReadMembers(field: json) } catch let problem as FieldProblem {
      throw Diagnostic(
        "document.unread",
        Text(nl: "'\(piece)' in de werkruimte is niet te lezen: ", en: "'\(piece)' in the workspace cannot be read: ")
          + problem.text)
    }
  }

  /// Writes a piece of the running plugin's document; one that holds nothing goes.
  public func setDocument(_ piece: String, toMembers json: JSON) {
    setDocument(piece, to: json == .object([:]) ? nil : json)
  }
}
