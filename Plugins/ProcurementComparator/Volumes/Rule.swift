import WorkbenchKit

/// A rule that has a name of its own in its source.
struct Rule: FieldItem {
  let id: String
  let statement: Statement

  init(_ fields: Fields) throws {
    id = try fields["id"]
    statement = try Statement(fields)
  }
}

extension Context {
  /// The rules of iWmo for what may be declared.
  var declarationRules: [Rule] { get throws { try knowledge.items("iwmo", list: "rules", in: self) } }
  /// The rule of iWmo for household help.
  var householdRule: Statement { get throws { try knowledge.read("iwmo", in: self) { try $0["household"] } } }
}
