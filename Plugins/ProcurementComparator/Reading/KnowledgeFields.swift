import WorkbenchKit

extension Fields {
  /// Returns the elements of a list that must be there; none where the sources do not say, which is `onbekend`.
  ///
  /// - Throws: `FieldProblem`.
  func known<Value: FieldValue>(_ name: String, of type: Value.Type = Value.self) throws -> [Value] {
    json(name) == .string(Statement.unknown) ? [] : try self[name]
  }

  /// Returns one of the words of an enumeration, which must be there.
  ///
  /// - Throws: `FieldProblem`.
  func word<Choice: RawRepresentable<String>>(_ name: String) throws -> Choice {
    let word: String = try self[name]
    guard let choice = Choice(rawValue: word) else {
      throw FieldProblem(Text(nl: "kan niet '\(word)' zijn", en: "cannot be '\(word)'"), at: [name])
    }
    return choice
  }
}
