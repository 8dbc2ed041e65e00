import WorkbenchKit

extension ScaleAnswer {
  /// What can be answered, as a form asks it. The scale is ours.
  static let scale: [Candidate] = [
    Candidate("1", Text(nl: "helemaal niet", en: "not at all")), Candidate("2", Text(nl: "weinig", en: "little")),
    Candidate("3", Text(nl: "ertussenin", en: "in between")), Candidate("4", Text(nl: "grotendeels", en: "largely")),
    Candidate("5", Text(nl: "helemaal", en: "fully")),
    Candidate(RoleWords.unknown, Text(nl: "weet het niet", en: "does not know")),
  ]
}

/// Answers by role to one question.
typealias AnswersByRole = [String: ScaleAnswer]

extension [String: AnswersByRole] {
  /// Answers to several questions as they are kept.
  var answersJSON: JSON { .object(mapValues { .object($0.mapValues(\.json)) }) }

  /// Takes what a role said to a question; nil takes it back.
  mutating func take(_ answer: ScaleAnswer?, to question: String, by role: String) {
    self[question, default: [:]][role] = answer
    if self[question]?.isEmpty == true { self[question] = nil }
  }
}
