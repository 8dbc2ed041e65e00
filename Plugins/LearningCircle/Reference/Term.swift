import WorkbenchKit

/// Something that a source says, with a label: a theme, a level, a rung, a dilemma.
struct Term: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let what: Statement?
  let source: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    what = try fields["what"]
    source = try fields["source"]
  }

  init(id: String, label: Text, source: Citation?) {
    (self.id, self.names, self.label, self.what, self.source) = (id, [], label, nil, source)
  }
}

extension Context {
  /// The five dilemmas of the source.
  var shippedDilemmas: [Term] { get throws { try knowledge.items("dilemmas", in: self) } }
  /// The four themes of the source.
  var themes: [Term] { get throws { try knowledge.items("themes", in: self) } }
  /// The three core questions for the board.
  var coreQuestions: [Term] { get throws { try knowledge.items("themes", list: "core", in: self) } }
  /// The levels of decision.
  var levels: [Term] { get throws { try knowledge.items("ladder", list: "levels", in: self) } }
  /// The rungs of co-operation.
  var aims: [Term] { get throws { try knowledge.items("ladder", list: "aims", in: self) } }
  /// What the source advises on an agenda.
  var agendaRules: [Term] { get throws { try knowledge.items("ladder", list: "rules", in: self) } }
}

extension Vocabulary<Term> {
  static var theme: Vocabulary {
    Vocabulary(
      "theme", none: Text(nl: "geen thema", en: "no theme"),
      wayOut: Text(nl: "'kring knowledge themes' noemt ze", en: "'kring knowledge themes' lists them")
    ) { try $0.themes }
  }

  static var level: Vocabulary {
    Vocabulary(
      "level", none: Text(nl: "geen niveau", en: "no level"),
      wayOut: Text(
        nl: "kies strategisch, tactisch of operationeel", en: "choose strategisch, tactisch or operationeel")
    ) { try $0.levels }
  }

  static var aim: Vocabulary {
    Vocabulary(
      "aim", none: Text(nl: "geen doel", en: "no aim"),
      wayOut: Text(
        nl: "kies informeren, afstemmen, ontwikkelen of aanbod",
        en: "choose informeren (inform), afstemmen (tune), ontwikkelen (develop) or aanbod (offer)")
    ) { try $0.aims }
  }
}
