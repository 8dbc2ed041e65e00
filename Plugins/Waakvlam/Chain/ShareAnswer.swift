import WorkbenchKit

/// What a role says of how many get through a step: a share, or that it does not know, which is no low share.
enum ShareAnswer: Sendable, Hashable, FieldValue {
  case share(Double)
  case unknown

  init(field: JSON) throws {
    if field.string == Self.unknownWord {
      self = .unknown
    } else if let share = field.number, (0...1).contains(share) {
      self = .share(share)
    } else {
      throw FieldProblem(Text(nl: "is geen aandeel van 0 tot en met 1", en: "is no share from 0 through 1"))
    }
  }

  var json: JSON {
    switch self {
    case .share(let share): .number(share)
    case .unknown: .string(Self.unknownWord)
    }
  }

  var number: Double? { if case .share(let share) = self { share } else { nil } }

  static let unknownWord = "weet-niet"
  /// Words for not knowing, and for taking an answer back.
  static let unknownWords: Set = ["weet-niet", "weetniet", "weet-ik-niet", "onbekend", "unknown", "?", "geen-mening"]
  static let withdrawals: Set = ["intrekken", "ingetrokken", "withdraw", "terug"]

  /// Reads what a role said; nil where it takes its answer back.
  ///
  /// - Throws: `share.range` for anything else.
  static func typed(_ value: Value, of step: String, at place: Place?) throws -> ShareAnswer? {
    let folded = value.plain.foldedForLookup
    if unknownWords.contains(folded) { return .unknown }
    if withdrawals.contains(folded) { return nil }
    if let share = share(value) { return .share(share) }
    let percent = NumberText.parse(value.plain.trimmedOfPadding).flatMap {
      $0 > 1 && $0 <= 100 ? "\(value.plain)%" : nil
    }
    throw Diagnostic(
      "share.range",
      Text(
        nl: "'\(value.plain)' is geen aandeel van 0 tot en met 1 bij stap \(step)",
        en: "'\(value.plain)' is no share from 0 through 1 at step \(step)"),
      wayOut: Text(
        nl: "geef het deel dat de stap haalt, zoals 0.6 of 60%, of weet-niet; intrekken neemt een antwoord terug",
        en:
          "give the part that gets through the step, such as 0.6 or 60%, or weet-niet (does not know); intrekken takes an answer back"
      ),
      suggestion: percent, place: place)
  }

  private static func share(_ value: Value) -> Double? {
    if case .number = value { return try? ShareText.share(value) }
    let text = value.plain.trimmedOfPadding
    let isPercent = text.hasSuffix("%")
    let number = NumberText.parse((isPercent ? String(text.dropLast()) : text).trimmedOfPadding)
    return number.map { isPercent ? $0 / 100 : $0 }.flatMap { (0...1).contains($0) ? $0 : nil }
  }
}

/// What a role says on the scale of 1 to 5, which is ours; or that it does not know.
enum MarkAnswer: Sendable, Hashable, FieldValue {
  case value(Int)
  case unknown

  init(field: JSON) throws {
    if field.string == ShareAnswer.unknownWord {
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
    case .unknown: .string(ShareAnswer.unknownWord)
    }
  }

  var number: Double? { if case .value(let value) = self { Double(value) } else { nil } }

  /// Reads what a role said; nil where it takes its answer back.
  ///
  /// - Throws: `mark.value` for anything else.
  static func typed(_ words: String, of mark: String, at place: Place?) throws -> MarkAnswer? {
    let folded = words.foldedForLookup
    if ShareAnswer.unknownWords.contains(folded) { return .unknown }
    if ShareAnswer.withdrawals.contains(folded) { return nil }
    if let number = NumberText.parse(words.trimmedOfPadding), let whole = Int(exactly: number), (1...5).contains(whole)
    {
      return .value(whole)
    }
    throw Diagnostic(
      "mark.value", Text(nl: "'\(words)' is geen antwoord op '\(mark)'", en: "'\(words)' is no answer to '\(mark)'"),
      wayOut: Text(
        nl: "geef 1 (helemaal niet) tot 5 (helemaal), of weet-niet; intrekken neemt een antwoord terug",
        en: "give 1 (not at all) to 5 (fully), or weet-niet (does not know); intrekken takes an answer back"),
      place: place)
  }
}
