extension WorkspaceHandle {
  /// Returns a piece of the running plugin's document as what it holds; nil where it is missing.
  ///
  /// - Throws: `document.damaged` where it cannot be read as that; it stays as it is.
  public func document<Item: FieldValue>(_ piece: String, as type: Item.Type) throws -> Item? {
    try read(piece) { try Item(field: $0) }
  }

  /// Returns the items of a piece of the plugin's document that is a list; none where it is missing.
  ///
  /// - Throws: `document.damaged` where it is no list; then nothing is written over it.
  public func items<Item: FieldValue>(_ piece: String, as type: Item.Type = Item.self) throws -> ReadItems<Item> {
    try read(piece) { try ReadItems(field: $0) } ?? ReadItems()
  }

  /// Returns a piece of the plugin's document that is an object of named things; an empty one where it is missing.
  ///
  /// - Throws: `document.damaged` where it is no object; then nothing is written over it.
  public func members<Value: FieldValue>(
    _ piece: String, as type: Value.Type = Value.self
  ) throws -> ReadMembers<Value> {
    try read(piece) { try ReadMembers(field: $0) } ?? ReadMembers()
  }

  /// Writes a piece of the plugin's document that is an object of named things; one that holds nothing goes.
  public func setMembers(_ piece: String, to json: JSON) {
    setDocument(piece, to: json == .object([:]) ? nil : json)
  }

  /// Reads a piece of the plugin's document; nil where it is missing.
  ///
  /// - Throws: `document.damaged` where it is not of the form; then nothing is written over it.
  public func read<Result>(_ piece: String, _ body: (JSON) throws -> Result) throws -> Result? {
    guard let json = try document(piece) else { return nil }
    do { return try body(json) } catch let problem as FieldProblem {
      throw Diagnostic(
        "document.damaged",
        Text(
          nl: "'\(piece)' in de werkruimte kan niet worden gelezen: \(problem.text.nl)",
          en: "'\(piece)' in the workspace cannot be read: \(problem.text.en)"),
        wayOut: Text(
          nl: "herstel het in het bestand, of ga terug met 'undo'", en: "mend it in the file, or go back with 'undo'"))
    }
  }
}
