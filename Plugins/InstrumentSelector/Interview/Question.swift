import WorkbenchKit

/// A question of the interview.
struct Question: NamedItem, FieldItem {
  enum Form: String { case yesno, choice, list, number }

  let id: String
  let names: [String]
  /// The question itself.
  let label: Text
  let why: Text
  let form: Form
  let values: [Term]
  let source: Citation?

  /// The word that is typed for it, as people of a language would.
  var word: Text { Text(nl: names.min { $0.count < $1.count } ?? id, en: id) }

  init(_ fields: Fields) throws {
    let kind: String = try fields["kind"]
    guard let form = Form(rawValue: kind) else {
      throw FieldProblem(Text(nl: "is geen soort vraag", en: "is no kind of question"), at: ["kind"])
    }
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["text"]
    why = try fields["why"]
    self.form = form
    values = try fields.list("values")
    source = try fields["source"]
  }

  /// What may be answered, for a person.
  var range: Text {
    switch form {
    case .yesno: Text(nl: "ja, nee of onbekend", en: "yes, no or unknown")
    case .number: Text(nl: "een getal, of onbekend", en: "a number, or unknown")
    case .choice: .verbatim(values.map(\.id).joined(separator: ", "))
    case .list:
      Text(nl: "een of meer van: ", en: "one or more of: ") + .verbatim(values.map(\.id).joined(separator: ", "))
    }
  }
}

extension Question {
  /// What can be typed before the sign of an answer.
  static let candidates: @Sendable (Context) -> [Candidate] = { context in
    ((try? context.questions) ?? []).map { Candidate($0.id + "=", $0.label) }
  }
}

extension Context {
  var questions: [Question] { get throws { try knowledge.items("questions", in: self) } }
}

extension Vocabulary<Question> {
  static var question: Vocabulary {
    Vocabulary(
      "question", none: Text(nl: "geen vraag", en: "no question"),
      wayOut: Text(nl: "'instrument interview --all' toont ze alle", en: "'instrument interview --all' shows them all")
    ) { try $0.questions }
  }
}
