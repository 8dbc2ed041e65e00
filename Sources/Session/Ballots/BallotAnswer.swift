@_spi(Host) import WorkbenchKit

/// What can be filled in for a question.
enum BallotAnswer: Hashable {
  case number(ClosedRange<Double>, isWhole: Bool)
  /// One of these words, of which the first `graded` go from the least to the most.
  case words([Candidate], graded: Int)

  /// - Throws: `ballot.answer` where nothing says what can be filled in.
  init(_ blank: Ballot.Blank, offered: [Candidate]) throws {
    switch blank.kind {
    case .number(let range): self = .number(range, isWhole: false)
    case .integer(let range):
      self = .number(Double(range.lowerBound)...Double(range.upperBound), isWhole: true)
    default:
      var words: [Candidate] = if case .choice(let words) = blank.kind { words } else { offered }
      if !blank.scale.isEmpty {
        words = (blank.scale + blank.besides).compactMap { word in words.first { $0.word == word } }
      }
      guard !words.isEmpty else {
        throw Diagnostic(
          "ballot.command",
          Text(
            nl: "wat er bij '\(blank.name)' in te vullen is, ligt niet vast",
            en: "what can be filled in at '\(blank.name)' is not settled"))
      }
      let graded = blank.scale.isEmpty ? Self.rising(words) : words.count { blank.scale.contains($0.word) }
      self = .words(words, graded: graded)
    }
  }

  /// How many words in front are numbers that rise: these have an order by themselves.
  private static func rising(_ words: [Candidate]) -> Int {
    var last = -Double.infinity
    let numbers = words.prefix { word in
      guard let number = NumberText.parse(word.word), number > last else { return false }
      last = number
      return true
    }
    return numbers.count > 1 ? numbers.count : 0
  }

  /// What a person reads beside the blank.
  var guide: Text {
    switch self {
    case .words(let words, _):
      return .joined(words.map { Self.isNumber($0.word) ? .verbatim("\($0.word) ") + Self.shown($0) : Self.shown($0) })
    case .number(let range, let isWhole):
      let low = Text.verbatim(NumberText.shortest(range.lowerBound))
      let high = Text.verbatim(NumberText.shortest(range.upperBound))
      let one = isWhole ? Text(nl: "een geheel getal", en: "a whole number") : Text(nl: "een getal", en: "a number")
      return range.upperBound >= 1e9
        ? one + Text(nl: " van \(low.nl) of meer", en: " of \(low.en) or more")
        : one + Text(nl: " van \(low.nl) tot en met \(high.nl)", en: " from \(low.en) through \(high.en)")
    }
  }

  /// A word as a person reads it.
  static func shown(_ word: Candidate) -> Text { word.about ?? .verbatim(word.word) }

  private static func isNumber(_ word: String) -> Bool { TypedValue.number(word) != nil }

  // MARK: Reading

  /// What a cell says, or what is wrong with it.
  enum Reading: Hashable {
    case value(Value)
    case wrong(Text)
  }

  /// Reads what a person filled in; words of either language count, and the number before a word.
  func read(_ cell: String) -> Reading {
    let text = cell.trimmedOfPadding
    switch self {
    case .number(let range, let isWhole):
      // Before a number a spreadsheet's apostrophe says that it is a text.
      let digits = text.hasPrefix("'") ? String(text.dropFirst()) : text
      return Self.number(digits, range, isWhole: isWhole, guide: guide)
    case .words(let words, _):
      let folded = text.foldedForLookup
      let found = words.first { word in
        let labels = word.about.map { [$0.nl, $0.en] } ?? []
        return ([word.word] + labels + labels.map { "\(word.word) \($0)" }).contains { $0.foldedForLookup == folded }
      }
      return found.map { .value(.text($0.word)) } ?? .wrong(Self.wrong(text, guide))
    }
  }

  private static func number(
    _ text: String, _ range: ClosedRange<Double>, isWhole: Bool, guide: Text
  ) -> Reading {
    let fitting = NumberReadings.of(text).filter { range.contains($0) && (!isWhole || $0 == $0.rounded()) }
    if let number = fitting.first, fitting.count == 1 { return .value(.number(number)) }
    if fitting.count > 1 {
      let both = fitting.map { NumberText.shortest($0) }
      return .wrong(
        Text(
          nl: "'\(text)' kan \(both[0]) zijn en \(both[1]): schrijf het zonder teken tussen duizendtallen",
          en: "'\(text)' can be \(both[0]) and \(both[1]): write it without a mark between thousands"))
    }
    return .wrong(wrong(text, guide))
  }

  private static func wrong(_ text: String, _ guide: Text) -> Text {
    let shown = short(text)
    return Text(nl: "'\(shown)' is niet: \(guide.nl)", en: "'\(shown)' is not: \(guide.en)")
  }

  /// What a person wrote, as far as it goes on a line.
  static func short(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }

  // MARK: In order

  /// Where a value stands among the graded ones; nil for what has no grade.
  func place(of value: Value) -> Double? {
    switch self {
    case .number: return value.number
    case .words(let words, let graded):
      return words.prefix(graded).firstIndex { $0.word == value.text }.map(Double.init)
    }
  }

  /// A value as a person reads it.
  func shown(_ value: Value) -> Text {
    switch self {
    case .number: return .number(value.number ?? 0)
    case .words(let words, _):
      return words.first { $0.word == value.text }.map(Self.shown) ?? .verbatim(value.plain)
    }
  }
}

// MARK: As it is kept

extension BallotAnswer: FieldItem {
  init(_ fields: Fields) throws {
    if let words: [Word] = try fields["words"] {
      self = .words(words.map(\.candidate), graded: try fields["graded"])
      return
    }
    let bounds: [Double] = try fields["range"]
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      throw FieldProblem(Text(nl: "is geen bereik", en: "is no range"), at: ["range"])
    }
    self = .number(bounds[0]...bounds[1], isWhole: try fields["whole"])
  }

  var json: JSON {
    switch self {
    case .number(let range, let isWhole):
      ["range": [.number(range.lowerBound), .number(range.upperBound)], "whole": .bool(isWhole)]
    case .words(let words, let graded):
      ["words": .array(words.map { Word($0).json }), "graded": .number(Double(graded))]
    }
  }

  static func json(_ text: Text) -> JSON { ["nl": .string(text.nl), "en": .string(text.en)] }

  /// A word with what a person reads instead of it.
  private struct Word: FieldItem {
    let candidate: Candidate

    init(_ candidate: Candidate) { self.candidate = candidate }

    init(_ fields: Fields) throws { candidate = Candidate(try fields["word"], try fields["label"]) }

    var json: JSON {
      var members: [String: JSON] = ["word": .string(candidate.word)]
      members["label"] = candidate.about.map(BallotAnswer.json)
      return .object(members)
    }
  }
}
