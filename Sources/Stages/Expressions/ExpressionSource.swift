import WorkbenchKit

/// The text of an expression, so that every error names the spot.
struct ExpressionSource {
  /// More than anybody types; it bounds the work on a line that is no expression at all.
  static let limit = 65_536

  let characters: [Character]
  /// Where the first character stands.
  private let start: Place?

  /// - Throws: `expression.long`.
  init(_ text: String, at start: Place?) throws {
    guard text.utf8.count <= Self.limit else {
      throw Diagnostic(
        "expression.long",
        Text(
          nl: "de expressie is langer dan \(Self.limit) tekens", en: "the expression is longer than \(Self.limit) signs"
        ),
        place: start)
    }
    characters = Array(text)
    self.start = start
  }

  /// Returns the place of these characters; in an expression of several lines on the line where they stand.
  func place(_ range: Range<Int>) -> Place? {
    guard var place = start else { return nil }
    let before = characters.prefix(range.lowerBound)
    place.length = range.count
    guard let lineBreak = before.lastIndex(where: \.isNewline) else {
      place.column += range.lowerBound
      return place
    }
    place.line += before.count(where: \.isNewline)
    place.column = range.lowerBound - lineBreak
    place.text = String(characters[(lineBreak + 1)...].prefix { !$0.isNewline })
    return place
  }

  /// The characters as they were typed, cut short where they are many.
  func quote(_ range: Range<Int>) -> String {
    let shown = characters[range.clamped(to: characters.indices)]
    return shown.count > 40 ? String(shown.prefix(39)) + "…" : String(shown)
  }

  /// Says that a whole number has more digits than a number keeps, so that two that differ could be taken for one.
  func tooLong(_ digits: String, at range: Range<Int>) -> Diagnostic {
    let shown = digits.count > 40 ? String(digits.prefix(39)) + "…" : digits
    return problem(
      "number",
      Text(
        nl: "van \(shown) zijn als getal niet alle cijfers te bewaren",
        en: "as a number not all digits of \(shown) can be kept"),
      at: range,
      wayOut: Text(
        nl: "is het een nummer van iets, vergelijk het dan als tekst: '\(shown)'; een getal gaat tot 9007199254740992",
        en: "if it numbers something, compare it as text: '\(shown)'; a number goes up to 9007199254740992"))
  }

  func problem(
    _ kind: String, _ message: Text, at range: Range<Int>, wayOut: Text? = nil, suggestion: String? = nil
  ) -> Diagnostic {
    Diagnostic("expression.\(kind)", message, wayOut: wayOut, suggestion: suggestion, place: place(range))
  }
}
