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

extension Text {
  /// A remark in brackets behind something; empty where there is none.
  static func inBrackets(_ remark: Text?) -> Text {
    remark.map { .verbatim(" (") + $0 + .verbatim(")") } ?? .verbatim("")
  }
}

extension Array {
  /// The things that are named, each once.
  ///
  /// - Throws: `CODE.unknown`, `CODE.ambiguous`.
  func distinct<Item: NamedItem>(in context: Context) throws -> [Item] where Element == NameOf<Item> {
    var found: [Item] = []
    for name in self {
      let item = try name.item(in: context)
      if !found.contains(where: { $0.id == item.id }) { found.append(item) }
    }
    return found
  }
}
