import WorkbenchKit

/// What the parties themselves want of a form; or what a role wants, and then it has its word alone.
struct Criterion: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
  }

  /// Makes a criterion of somebody's own.
  init(own id: String) {
    self.id = id
    names = []
    label = .verbatim(id)
  }
}

/// What a source says of a form on a criterion: a direction, never a number.
struct SignedStatement: FieldItem {
  enum Sign: String, Sendable, CaseIterable {
    case helps, hinders, mixed, unknown

    /// How several statements add up: what contradicts is mixed.
    static func joined(_ signs: some Sequence<Sign>) -> Sign {
      let known = Set(signs.filter { $0 != .unknown })
      return known.count > 1 ? .mixed : known.first ?? .unknown
    }

    var label: Text {
      switch self {
      case .helps: Text(nl: "helpt", en: "helps")
      case .hinders: Text(nl: "belemmert", en: "hinders")
      case .mixed: Text(nl: "wisselend", en: "mixed")
      case .unknown: Text(nl: "onbekend", en: "unknown")
      }
    }
  }

  let form: String
  let criterion: String
  let sign: Sign
  let statement: Statement

  init(_ fields: Fields) throws {
    form = try fields["form"]
    criterion = try fields["criterion"]
    sign = try fields.word("sign")
    statement = try Statement(fields)
  }
}

extension Context {
  /// The criteria of the knowledge base.
  var criteria: [Criterion] { get throws { try knowledge.items("criteria", in: self) } }
  /// What the sources say of forms on criteria.
  var signs: [SignedStatement] { get throws { try knowledge.items("criteria", list: "statements", in: self) } }
}
