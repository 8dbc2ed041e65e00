import WorkbenchKit

/// What a role says of how many get through a step: a share, or that it does not know, which is no low share.
enum ShareAnswer: Sendable, Hashable, FieldValue {
  case share(Double)
  case unknown

  init(field: JSON) throws {
    if field.string == RoleWords.unknown {
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
    case .unknown: .string(RoleWords.unknown)
    }
  }

  var number: Double? { if case .share(let share) = self { share } else { nil } }

  /// Reads what a role said; nil where it takes its answer back.
  ///
  /// - Throws: `share.range` for anything else.
  static func typed(_ value: Value, of step: String, at place: Place?) throws -> ShareAnswer? {
    if RoleWords.areUnknown(value.plain) { return .unknown }
    if RoleWords.areWithdrawal(value.plain) { return nil }
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
