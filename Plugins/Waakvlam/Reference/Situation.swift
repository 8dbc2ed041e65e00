import WorkbenchKit

/// One of the three situations of the source, step by step.
struct Situation: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let steps: [SituationStep]
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    steps = try fields.list("steps")
    source = try fields["source"]
  }
}

/// A step of a situation: what often happens now, and what is wanted.
struct SituationStep: NamedItem, FieldItem {
  /// The situation and the number of the step, `1.2`.
  let id: String
  let label: Text
  /// The id of the party that takes it.
  let party: String
  /// What often happens; nil where nobody takes the step.
  let now: Statement?
  let wanted: Statement
  /// Whether nobody takes the step as a rule: it is the pilot light itself.
  let isAbsent: Bool
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    party = try fields["party"]
    now = try fields["now"]
    wanted = try fields["wanted"]
    isAbsent = try fields["absent"] ?? false
    source = try fields["source"]
  }

  var situation: String { String(id.prefix { $0 != "." }) }
  var number: Double { Double(id.drop { $0 != "." }.dropFirst()) ?? .nan }

  /// The lines of the source, `144` or `153-155`.
  var lines: String? {
    source.lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
  }
}

extension Context {
  var situations: [Situation] { get throws { try knowledge.items("situations", in: self) } }
  /// The parties of the source.
  var parties: [KnowledgeTerm] { get throws { try knowledge.items("situations", list: "parties", in: self) } }
  var steps: [SituationStep] { get throws { try situations.flatMap(\.steps) } }

  /// Returns what a party is called; its own word where the source has none.
  func partyLabel(_ id: String) throws -> Text { try parties.first { $0.id == id }?.label ?? .verbatim(id) }
}

extension Vocabulary<Situation> {
  static var situation: Vocabulary {
    Vocabulary(
      "situation", none: Text(nl: "geen situatie", en: "no situation"),
      wayOut: Text(
        nl: "kies 1 (niet in zorg), 2 (in zorg) of 3 (verhuizing)",
        en: "choose 1 (not in care), 2 (in care) or 3 (a move)")
    ) { try $0.situations }
  }
}

extension Vocabulary<SituationStep> {
  static var step: Vocabulary {
    Vocabulary(
      "step", none: Text(nl: "geen stap", en: "no step"),
      wayOut: Text(
        nl: "stappen zijn 1.1 tot 1.4, 2.1 tot 2.3 en 3.1 tot 3.3; 'waakvlam situation' toont ze",
        en: "steps are 1.1 to 1.4, 2.1 to 2.3 and 3.1 to 3.3; 'waakvlam situation' shows them")
    ) { try $0.steps }
  }
}
