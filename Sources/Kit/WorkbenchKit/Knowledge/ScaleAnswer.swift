/// What a role can say to any question but an answer: that it does not know, or that it takes its answer back.
public enum RoleWords {
  /// That it does not know, as it is kept.
  public static let unknown = "weet-niet"

  private static let unknownWords: Set = [
    unknown, "weetniet", "weet-ik-niet", "onbekend", "unknown", "?", "geen-mening",
  ]
  private static let withdrawals: Set = ["intrekken", "ingetrokken", "withdraw", "terug"]

  /// Whether words say that somebody does not know.
  public static func areUnknown(_ words: String) -> Bool { unknownWords.contains(words.foldedForLookup) }

  /// Whether words take an answer back.
  public static func areWithdrawal(_ words: String) -> Bool { withdrawals.contains(words.foldedForLookup) }
}

/// What a role says on a scale of 1 to 5; or that it does not know, which is no low answer.
public enum ScaleAnswer: Sendable, Hashable, FieldValue {
  /// From 1 through 5.
  case value(Int)
  /// It does not know.
  case unknown

  /// Reads one as it is kept.
  public init(field: JSON) throws {
    if field.string == RoleWords.unknown {
      self = .unknown
    } else if let value = field.int, (1...5).contains(value) {
      self = .value(value)
    } else {
      throw FieldProblem(Text(nl: "is geen 1 tot en met 5", en: "is not 1 through 5"))
    }
  }

  /// As it is kept.
  public var json: JSON {
    switch self {
    case .value(let value): .number(Double(value))
    case .unknown: .string(RoleWords.unknown)
    }
  }

  /// The number; nil where it does not know.
  public var number: Double? { if case .value(let value) = self { Double(value) } else { nil } }

  /// Reads what a role said: 1 to 5, that it does not know, or nil where it takes its answer back.
  ///
  /// - Parameters:
  ///   - words: as they were typed.
  ///   - key: what was asked.
  ///   - code: of the error.
  ///   - place: where it stands.
  /// - Throws: `CODE` for anything else.
  public static func typed(
    _ words: String, of key: String, code: String, at place: Place?
  ) throws -> ScaleAnswer? {
    if RoleWords.areUnknown(words) { return .unknown }
    if RoleWords.areWithdrawal(words) { return nil }
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
