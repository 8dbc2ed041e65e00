import WorkbenchKit

extension Context {
  /// The five dilemmas of the source.
  var shippedDilemmas: [KnowledgeTerm] { get throws { try knowledge.items("dilemmas", in: self) } }
  /// The four themes of the source.
  var themes: [KnowledgeTerm] { get throws { try knowledge.items("themes", in: self) } }
  /// The three core questions for the board.
  var coreQuestions: [KnowledgeTerm] { get throws { try knowledge.items("themes", list: "core", in: self) } }
  /// The levels of decision.
  var levels: [KnowledgeTerm] { get throws { try knowledge.items("ladder", list: "levels", in: self) } }
  /// The rungs of co-operation.
  var aims: [KnowledgeTerm] { get throws { try knowledge.items("ladder", list: "aims", in: self) } }
  /// What the source advises on an agenda.
  var agendaRules: [KnowledgeTerm] { get throws { try knowledge.items("ladder", list: "rules", in: self) } }
}

extension Vocabulary<KnowledgeTerm> {
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
