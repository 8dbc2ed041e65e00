import WorkbenchKit

/// How what is written in a case of one's own is known.
enum AnswerStatus: String, ArgumentChoice, FieldValue {
  case seen = "gezien"
  case heard = "gehoord"
  case read = "gelezen"

  static let usual = AnswerStatus.heard

  var about: Text? { label }

  var label: Text {
    switch self {
    case .seen: Text(nl: "gezien", en: "seen")
    case .heard: Text(nl: "gehoord", en: "heard")
    case .read: Text(nl: "gelezen", en: "read")
    }
  }
}

/// What one role wrote at a question.
struct OwnAnswer: FieldItem {
  let question: String
  let role: String
  let text: String
  let status: AnswerStatus
  /// The day that it holds for; nil where none was given.
  let day: CalendarDate?

  init(question: String, role: String, text: String, status: AnswerStatus, day: CalendarDate?) {
    (self.question, self.role, self.text, self.status, self.day) = (question, role, text, status, day)
  }

  init(_ fields: Fields) throws {
    question = try fields["question"]
    role = try fields["role"]
    text = try fields["text"]
    status = try fields["status"]
    day = try fields["at"]
  }

  var json: JSON {
    .members([
      "question": .string(question), "role": .string(role), "text": .string(text), "status": .string(status.rawValue),
      "at": day.map { .string($0.text) },
    ])
  }
}

/// How a circle coded its own case.
struct OwnTrait: FieldItem {
  let trait: String
  let value: String
  /// According to whom.
  let source: String

  init(trait: String, value: String, source: String) {
    (self.trait, self.value, self.source) = (trait, value, source)
  }

  init(_ fields: Fields) throws {
    trait = try fields["trait"]
    value = try fields["value"]
    source = try fields["source"]
  }

  var json: JSON { .members(["trait": .string(trait), "value": .string(value), "source": .string(source)]) }
}

/// A case that a circle writes itself, by the same questions.
struct OwnCase: NamedItem, FieldItem, Sendable {
  let id: String
  let title: String
  @ReadItems var answers: [OwnAnswer]
  @ReadItems var traits: [OwnTrait]
  private var rest: [String: JSON] = [:]

  var label: Text { .verbatim(title) }

  init(id: String, title: String) {
    (self.id, self.title) = (id, title)
    _answers = ReadItems()
    _traits = ReadItems()
  }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    title = try fields["title"]
    _answers = try fields.items("answers")
    _traits = try fields.items("traits")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "title": .string(title), "answers": _answers.json(\.json), "traits": _traits.json(\.json),
      ], rest: rest)
  }

  /// Puts an answer in the place of the one that the same role gave before.
  mutating func put(_ answer: OwnAnswer) {
    answers.removeAll { $0.question == answer.question && $0.role == answer.role }
    answers.append(answer)
  }

  /// Puts a value in the place of the one that the trait had.
  mutating func put(_ trait: OwnTrait) {
    traits.removeAll { $0.trait == trait.trait }
    traits.append(trait)
  }

  /// What was answered to a question, in the order in which it came.
  func answers(to question: String) -> [OwnAnswer] { answers.filter { $0.question == question } }

  /// What of it could not be read and stays as it was.
  var unread: [Notice] {
    [
      Notice.unread(_answers, Text(nl: "antwoorden van '\(id)'", en: "answers of '\(id)'")),
      Notice.unread(_traits, Text(nl: "kenmerken van '\(id)'", en: "traits of '\(id)'")),
    ].compactMap { $0 }
  }
}
