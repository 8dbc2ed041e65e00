import WorkbenchKit

/// What one role said of one question of a card.
struct CardAnswer: Sendable, Hashable, FieldItem {
  /// What it is about: protected living, shelter, or both alike.
  enum About: String, ArgumentChoice {
    case living = "bw"
    case shelter = "mo"
    case both = "beide"

    static let usual = About.both

    var about: Text? {
      switch self {
      case .living: Text(nl: "beschermd wonen", en: "protected living")
      case .shelter: Text(nl: "maatschappelijke opvang", en: "shelter")
      case .both: Text(nl: "allebei", en: "both")
      }
    }
  }

  /// Of protected living; of a condition or a part, of the plan as a whole.
  var living: CardWord?
  /// Of shelter; of a condition or a part the same as `living`.
  var shelter: CardWord?
  /// Where it is answered in words.
  var text: String?
  /// Where it is answered with a day.
  var day: CalendarDate?
  /// When it was said.
  var at: CalendarDate?
  /// On what it rests.
  var source: String?
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    living = try fields["bw"]
    shelter = try fields["mo"]
    text = try fields["text"]
    day = try fields["day"]
    at = try fields["at"]
    source = try fields["source"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "bw": living.map { .string($0.rawValue) }, "mo": shelter.map { .string($0.rawValue) },
        "text": text.map(JSON.string), "day": day.map { .string($0.text) }, "at": at.map { .string($0.text) },
        "source": source.map(JSON.string),
      ], rest: rest)
  }

  /// Whether it says nothing at all any more.
  var isEmpty: Bool { living == nil && shelter == nil && text == nil && day == nil }

  mutating func say(_ word: CardWord?, _ about: About) {
    if about != .shelter { living = word }
    if about != .living { shelter = word }
  }
}

/// An answer as it was typed for a question.
enum TypedAnswer: Sendable, Hashable {
  case word(CardWord)
  case text(String)
  case day(CalendarDate)
  case withdrawn

  private static let english: [String: CardWord] = [
    "yes": .yes, "busy": .busy, "inform": .informs, "no": .no, "worked": .worked, "named": .named, "not": .not,
  ]

  /// - Throws: `answer.unknown` for a word that the question does not know, `term.day` for what is no day from 2015 on.
  init(_ typed: String, to item: CardItem, at place: Place?) throws {
    if RoleWords.areWithdrawal(typed) {
      self = .withdrawn
      return
    }
    switch item.kind {
    case .text: self = .text(typed)
    case .day:
      guard let day = try? CalendarDate(typed: typed), day.year >= 2015 else {
        throw Diagnostic(
          "term.day", Text(nl: "'\(typed)' kan de looptijd niet zijn", en: "'\(typed)' cannot be the term"),
          wayOut: Text(
            nl: "geef een dag vanaf 2015, zoals 2027-12-31", en: "give a day from 2015 on, such as 2027-12-31"),
          place: place)
      }
      self = .day(day)
    case .state, .worked:
      let word =
        RoleWords.areUnknown(typed)
        ? .unknown : CardWord(rawValue: typed.lowercased()) ?? Self.english[typed.lowercased()]
      guard let word, item.values.contains(word) else {
        let choices = item.values.map(\.rawValue).joined(separator: ", ")
        throw Diagnostic(
          "answer.unknown",
          Text(
            nl: "'\(typed)' is geen antwoord op '\(item.label.nl)'", en: "'\(typed)' is no answer to '\(item.label.en)'"
          ),
          wayOut: Text(
            nl: "kies \(choices); intrekken neemt een antwoord terug",
            en: "choose \(choices); intrekken takes an answer back"),
          suggestion: NearestWord.best(typed, among: item.values.map(\.rawValue)), place: place)
      }
      self = .word(word)
    }
  }
}
