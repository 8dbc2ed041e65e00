import WorkbenchKit

/// Who had the pilot light, or could have it.
struct LightHolder: NamedItem, FieldItem {
  /// Whether it had the pilot light once, or could take it.
  enum State: String, CaseIterable, FieldValue {
    case had, could

    var label: Text { self == .had ? Text(nl: "had hem", en: "had it") : Text(nl: "zou kunnen", en: "could") }
  }

  let id: String
  let names: [String]
  let label: Text
  let state: State
  let what: Statement

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    state = try fields["state"]
    what = try fields["what"]
  }
}

extension Context {
  var candidates: [LightHolder] { get throws { try knowledge.items("candidates", in: self) } }
  /// What a pilot light has to be.
  var marks: [KnowledgeTerm] { get throws { try knowledge.items("marks", in: self) } }
  /// What makes a hand-over warm.
  var handoverItems: [KnowledgeTerm] { get throws { try knowledge.items("handover", list: "items", in: self) } }
  /// What a relapse plan holds.
  var planElements: [KnowledgeTerm] { get throws { try knowledge.items("relapse", list: "elements", in: self) } }
}

extension Vocabulary<LightHolder> {
  static var candidate: Vocabulary {
    Vocabulary(
      "candidate", none: Text(nl: "geen kandidaat", en: "no candidate"),
      wayOut: Text(nl: "'waakvlam candidate list' noemt ze", en: "'waakvlam candidate list' lists them")
    ) { try $0.candidates }
  }
}

extension Vocabulary<KnowledgeTerm> {
  static var mark: Vocabulary {
    Vocabulary(
      "mark", none: Text(nl: "geen kenmerk", en: "no mark"),
      wayOut: Text(
        nl: "kies vertrouwd, ziet, vakmens, wijkteam, corporatie, opgepakt of terug",
        en: "choose vertrouwd, ziet, vakmens, wijkteam, corporatie, opgepakt or terug")
    ) { try $0.marks }
  }
}
