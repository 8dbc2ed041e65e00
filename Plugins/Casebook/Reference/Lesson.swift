import WorkbenchKit

/// A condition or an open point that a source names, under a cause that we put it under.
struct Lesson: FieldItem {
  /// Whether it has to be there, or was still open.
  enum Kind: String, CaseIterable, FieldValue {
    case condition, open

    var label: Text {
      self == .condition ? Text(nl: "voorwaarde", en: "condition") : Text(nl: "open punt", en: "open point")
    }
  }

  let id: String
  let cause: String
  let kind: Kind
  /// The id of a case, or of a central question.
  let owner: String
  let what: Statement

  init(_ fields: Fields) throws {
    id = try fields["id"]
    cause = try fields["cause"]
    kind = try fields["kind"]
    owner = try fields["case"]
    what = try fields["what"]
  }
}

/// Two places of the sources that do not go together.
struct SourceContradiction: FieldItem {
  let id: String
  let item: Text
  let fact: Text
  let kind: ContradictionKind
  let one: Statement
  let other: Statement
  /// What has to be known with it.
  let note: Text?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    item = try fields["item"]
    fact = try fields["fact"]
    kind = try fields["kind"]
    one = try fields["a"]
    other = try fields["b"]
    note = try fields["note"]
  }
}

/// How two places do not go together.
enum ContradictionKind: String, CaseIterable, FieldValue {
  case value, sum, name, count

  var label: Text {
    switch self {
    case .value: Text(nl: "andere waarde", en: "another value")
    case .sum: Text(nl: "som klopt niet", en: "sum does not fit")
    case .name: Text(nl: "andere naam", en: "another name")
    case .count: Text(nl: "ander aantal", en: "another count")
    }
  }
}

/// A case that is a way to organise neighbours, a building or a network: what it needs, and which figures no source prints.
struct CaseModel: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  /// The case it comes from.
  let owner: String
  let needs: [Statement]
  let empty: [Text]

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    owner = try fields["case"]
    needs = try fields.list("needs")
    empty = try fields.list("empty")
  }
}
