import WorkbenchKit

/// What a role says on the scale of 1 to 5, which is ours; or that it does not know, which is no low answer.
enum Answer: Sendable, Hashable, FieldValue {
  case value(Int)
  case unknown

  init(field: JSON) throws {
    if field.string == Self.unknownWord {
      self = .unknown
    } else if let value = field.int, (1...5).contains(value) {
      self = .value(value)
    } else {
      throw FieldProblem(Text(nl: "is geen 1 tot en met 5", en: "is not 1 through 5"))
    }
  }

  var json: JSON {
    switch self {
    case .value(let value): .number(Double(value))
    case .unknown: .string(Self.unknownWord)
    }
  }

  var number: Double? { if case .value(let value) = self { Double(value) } else { nil } }

  static let unknownWord = "weet-niet"

  /// What can be answered, as a form asks it.
  static let scale: [Candidate] = [
    Candidate("1", Text(nl: "helemaal niet", en: "not at all")), Candidate("2", Text(nl: "weinig", en: "little")),
    Candidate("3", Text(nl: "ertussenin", en: "in between")), Candidate("4", Text(nl: "grotendeels", en: "largely")),
    Candidate("5", Text(nl: "helemaal", en: "fully")),
    Candidate(unknownWord, Text(nl: "weet het niet", en: "does not know")),
  ]
  static let withdrawal = "intrekken"
  private static let unknownWords: Set = [
    "weet-niet", "weetniet", "weet-ik-niet", "onbekend", "unknown", "?", "geen-mening",
  ]
  private static let withdrawals: Set = ["intrekken", "ingetrokken", "withdraw", "terug"]

  /// Reads what a role said: 1 to 5, that it does not know, or nil where it takes its answer back.
  ///
  /// - Throws: `CODE` for anything else.
  static func typed(_ words: String, of key: String, code: String, at place: Place?) throws -> Answer? {
    let folded = words.foldedForLookup
    if unknownWords.contains(folded) { return .unknown }
    if withdrawals.contains(folded) { return nil }
    if let number = NumberText.parse(words.trimmedOfPadding), let whole = Int(exactly: number), (1...5).contains(whole)
    {
      return .value(whole)
    }
    throw Diagnostic(
      code, Text(nl: "'\(words)' is geen antwoord op '\(key)'", en: "'\(words)' is no answer to '\(key)'"),
      wayOut: Text(
        nl: "geef 1 (helemaal niet) tot 5 (helemaal), of weet-niet; intrekken neemt een antwoord terug",
        en: "give 1 (not at all) to 5 (fully), or weet-niet (does not know); intrekken takes an answer back"),
      place: place)
  }
}

/// Answers by role to one question.
typealias AnswersByRole = [String: Answer]

extension [String: AnswersByRole] {
  /// Answers to several questions as they are kept.
  var answersJSON: JSON { .object(mapValues { .object($0.mapValues(\.json)) }) }

  /// Takes what a role said to a question; nil takes it back.
  mutating func take(_ answer: Answer?, to question: String, by role: String) {
    self[question, default: [:]][role] = answer
    if self[question]?.isEmpty == true { self[question] = nil }
  }
}
