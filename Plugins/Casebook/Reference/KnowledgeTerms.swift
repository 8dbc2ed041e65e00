import WorkbenchKit

extension Context {
  /// The examples of the sources: eight cases, eight initiatives, eighteen pilots.
  var records: [CaseRecord] {
    get throws {
      try knowledge.items("cases", as: CaseRecord.self, in: self) + knowledge.items("initiatives", in: self)
        + knowledge.items("pilots", in: self)
    }
  }

  /// The six questions, and the one of a single case.
  var questions: [KnowledgeTerm] { get throws { try knowledge.items("questions", in: self) } }
  /// The five central questions.
  var central: [KnowledgeTerm] { get throws { try knowledge.items("questions", list: "central", in: self) } }
  /// The questions by which initiatives and pilots are told.
  var parts: [KnowledgeTerm] { get throws { try knowledge.items("questions", list: "parts", in: self) } }
  /// The fourteen tasks under which pilots stand.
  var tasks: [KnowledgeTerm] { get throws { try knowledge.items("questions", list: "tasks", in: self) } }
  var traits: [Trait] { get throws { try knowledge.items("traits", in: self) } }
  var codedTraits: [CodedTrait] { get throws { try knowledge.items("traits", list: "coded", in: self) } }
  var contradictions: [SourceContradiction] { get throws { try knowledge.items("contradictions", in: self) } }
  var lessons: [Lesson] { get throws { try knowledge.items("lessons", in: self) } }
  var causes: [TraitWord] { get throws { try knowledge.items("lessons", list: "causes", in: self) } }
  var models: [CaseModel] { get throws { try knowledge.items("models", in: self) } }
}

extension Vocabulary<KnowledgeTerm> {
  /// A question of any kind of example.
  static var question: Vocabulary {
    Vocabulary(
      "question", none: Text(nl: "geen vraag", en: "no question"),
      wayOut: Text(nl: "'casus knowledge questions' noemt ze", en: "'casus knowledge questions' lists them")
    ) { try $0.questions + $0.parts + $0.central }
  }

  /// A question by which a case of one's own is written.
  static var caseQuestion: Vocabulary {
    Vocabulary(
      "question", none: Text(nl: "geen vraag", en: "no question"),
      wayOut: Text(
        nl: "kies renewal, client, how, provider, conditions, future of staff",
        en: "choose renewal, client, how, provider, conditions, future or staff")
    ) { try $0.questions }
  }

  static var task: Vocabulary {
    Vocabulary(
      "task", none: Text(nl: "geen opgave", en: "no task"),
      wayOut: Text(nl: "'casus knowledge tasks' noemt ze", en: "'casus knowledge tasks' lists them")
    ) { try $0.tasks }
  }
}

extension Vocabulary<Trait> {
  static var trait: Vocabulary {
    Vocabulary(
      "trait", none: Text(nl: "geen kenmerk", en: "no trait"),
      wayOut: Text(nl: "'casus traits' noemt ze", en: "'casus traits' lists them")
    ) { try $0.traits }
  }
}

extension Vocabulary<TraitWord> {
  static var cause: Vocabulary {
    Vocabulary(
      "theme", none: Text(nl: "geen oorzaak", en: "no cause"),
      wayOut: Text(
        nl: "kies tijd, vertrouwen, geld, uren, recht of mensen", en: "choose time, trust, money, hours, law or people")
    ) { try $0.causes }
  }
}
