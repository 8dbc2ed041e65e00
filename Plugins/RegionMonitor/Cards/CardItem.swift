import WorkbenchKit

/// Something that a card asks of a region: one of the six questions, a condition, or a part of the plan.
struct CardItem: NamedItem, FieldItem {
  enum Kind: String, CaseIterable, FieldValue {
    /// `ja`, `bezig`, `nee`: of protected living, of shelter, or of both.
    case state
    case text
    case day
    /// `uitgewerkt`, `genoemd`, `niet`.
    case worked
  }

  let id: String
  let names: [String]
  let label: Text
  let kind: Kind
  /// What can be answered, as it is typed; none where it is free.
  let values: [CardWord]
  /// Of half a condition the condition.
  let whole: String?
  let source: Citation
  /// How the plans of 2017 stand to it, as the source says of all together; nil where it says nothing.
  let inPlans: InPlans?
  /// Where it says so.
  let plansSource: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    kind = try fields["kind"] ?? .worked
    values = kind == .worked ? CardWord.ofPlans : try fields.list("values")
    whole = try fields["part_of"]
    source = try fields["source"]
    inPlans = try fields["attention"] ?? fields["after_split"]
    plansSource = try fields["attention_source"]
  }

  /// The number of a condition or a part, and the word of a question, as it stands at the head of a column.
  var short: String { id.hasPrefix("part-") ? String(id.dropFirst(5)) : id }
}

/// How the plans of 2017 stand to a condition or a part.
enum InPlans: String, CaseIterable, FieldValue {
  case most, less, split, all, open, unsaid

  var label: Text? {
    switch self {
    case .most: Text(nl: "de meeste aandacht", en: "most attention")
    case .less: Text(nl: "minder aandacht", en: "less attention")
    case .split: Text(nl: "vraaggerichtheid veel aandacht, kwaliteit minder", en: "demand much attention, quality less")
    case .all: Text(nl: "in elk plan", en: "in every plan")
    case .open: Text(nl: "open voor na de verdeling van het geld", en: "left open for after the money is divided")
    case .unsaid: nil
    }
  }
}

/// What a role can say of a question, a condition or a part.
enum CardWord: String, ArgumentChoice, FieldValue {
  case yes = "ja"
  case busy = "bezig"
  case informs = "informeren"
  case no = "nee"
  case worked = "uitgewerkt"
  case named = "genoemd"
  case not = "niet"
  case unknown = "onbekend"

  static let usual = CardWord.unknown
  static let ofPlans: [CardWord] = [.worked, .named, .not, .unknown]

  var about: Text? { label }

  var label: Text {
    switch self {
    case .yes: Text(nl: "ja", en: "yes")
    case .busy: Text(nl: "bezig", en: "at work")
    case .informs: Text(nl: "alleen ter informatie", en: "for information only")
    case .no: Text(nl: "nee", en: "no")
    case .worked: Text(nl: "uitgewerkt", en: "worked out")
    case .named: Text(nl: "genoemd", en: "named")
    case .not: Text(nl: "niet", en: "not")
    case .unknown: Text(nl: "onbekend", en: "unknown")
    }
  }

  var mark: CellMatrix.Mark {
    switch self {
    case .yes, .worked: .present
    case .busy, .informs, .named: .partly
    case .no, .not: .absent
    case .unknown: .unknown
    }
  }

  /// Whether it counts as done; nil where it is not known.
  var isDone: Bool? { self == .unknown ? nil : self == .yes || self == .worked }
}

/// Which of the three a matrix or a count is about.
enum CardList: String, ArgumentChoice {
  case questions, conditions, parts

  static let usual = CardList.conditions
  var about: Text? { label }

  var label: Text {
    switch self {
    case .questions: Text(nl: "vragen van de kaart", en: "questions of the card")
    case .conditions: Text(nl: "condities", en: "conditions")
    case .parts: Text(nl: "onderdelen van een plan", en: "parts of a plan")
    }
  }
}

extension Context {
  var questions: [CardItem] { get throws { try knowledge.items("questions", in: self) } }
  /// The eight conditions, and the two halves of the eighth.
  var conditions: [CardItem] { get throws { try knowledge.items("conditions", in: self) } }
  var parts: [CardItem] { get throws { try knowledge.items("parts", in: self) } }

  /// What a matrix has a column for: halves of a condition have none.
  func items(_ list: CardList) throws -> [CardItem] {
    switch list {
    case .questions: try questions
    case .conditions: try conditions.filter { $0.whole == nil }
    case .parts: try parts
    }
  }
}

extension Vocabulary<CardItem> {
  static var question: Vocabulary {
    Vocabulary(
      "question", none: Text(nl: "geen vraag", en: "no question"),
      wayOut: Text(
        nl:
          "kies officials (ambtelijk), administrators (bestuurlijk), partners, councils (raden), implementation of term",
        en: "choose officials, administrators, partners, councils, implementation or term")
    ) { try $0.questions }
  }

  static var condition: Vocabulary {
    Vocabulary(
      "condition", none: Text(nl: "geen conditie", en: "no condition"),
      wayOut: Text(
        nl: "kies 1 tot en met 8, 8a (kwaliteit) of 8b (vraaggerichtheid)",
        en: "choose 1 through 8, 8a (quality) or 8b (demand)")
    ) { try $0.conditions }
  }

  static var part: Vocabulary {
    Vocabulary(
      "part", none: Text(nl: "geen onderdeel", en: "no part"),
      wayOut: Text(nl: "kies 1 tot en met 6", en: "choose 1 through 6")
    ) { try $0.parts }
  }

  /// Any of the three, as one word: `officials`, `condition-3`, `part-2`.
  static var anyItem: Vocabulary {
    Vocabulary(
      "question", none: Text(nl: "geen vraag, conditie of onderdeel", en: "no question, condition or part"),
      wayOut: Text(
        nl: "kies een vraag (officials, raden, …), 1 tot en met 8, of part-1 tot en met part-6",
        en: "choose a question (officials, councils, …), 1 through 8, or part-1 through part-6")
    ) { try $0.questions + $0.conditions + $0.parts }
  }
}
