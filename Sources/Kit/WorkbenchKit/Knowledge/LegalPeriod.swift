/// For how long a rule of law holds, what comes after it, and when that was looked up.
///
/// A knowledge base grows old without a word where it is silent of this: everything legal in it carries these four.
public struct LegalPeriod: Sendable, Hashable, FieldItem {
  /// That somebody looked it up.
  public struct Check: Sendable, Hashable, FieldItem {
    /// The day on which it was looked up.
    public let on: CalendarDate
    /// What was read, such as `hetcak.nl`.
    public let at: String
    /// The day of what was read; nil where it has none.
    public let asOf: CalendarDate?

    /// Reads it out of an item of a file.
    public init(_ fields: Fields) throws {
      on = try fields["on"]
      at = try fields["at"]
      asOf = try fields["as_of"]
    }
  }

  /// The first day; nil where nobody could confirm that it came into force, as with a bill.
  public let from: CalendarDate?
  /// The last day; nil where none is known.
  public let until: CalendarDate?
  /// What takes its place, or is meant to.
  public let successor: Text?
  /// Nil where nobody could look it up.
  public let check: Check?

  /// Reads it out of an item of a file.
  public init(_ fields: Fields) throws {
    from = try fields["from"]
    until = try fields["until"]
    successor = try fields["successor"]
    check = try fields["checked"]
    if let from, let until, until < from {
      throw FieldProblem(Text(nl: "ligt vóór het begin", en: "lies before the beginning"), at: ["until"])
    }
  }

  /// `sinds 1 juli 2015`, `van … tot en met …`, or that it is not confirmed to be in force.
  public var held: Text {
    guard let from else { return Text(nl: "niet bevestigd in werking", en: "not confirmed in force") }
    let (first, last) = (Text.day(from), until.map(Text.day))
    guard let last else { return Text(nl: "sinds \(first.nl)", en: "since \(first.en)") }
    return Text(nl: "van \(first.nl) tot en met \(last.nl)", en: "from \(first.en) through \(last.en)")
  }

  /// `nagegaan op 28 november 2026 (stand van 30 januari 2026)`, or that it was not looked up.
  public var checked: Text {
    guard let check else { return Text(nl: "niet nagegaan", en: "not checked") }
    let day = Text.day(check.on)
    let state = check.asOf.map { date -> Text in
      let asOf = Text.day(date)
      return Text(nl: " (stand van \(asOf.nl))", en: " (as of \(asOf.en))")
    }
    return Text(nl: "nagegaan op \(day.nl)", en: "checked on \(day.en)") + (state ?? .verbatim(""))
  }

  /// All of it in one line: `sinds 1 juli 2015; daarna …; niet nagegaan`.
  public var shown: Text {
    let next = successor.map { Text(nl: "opvolger: \($0.nl)", en: "successor: \($0.en)") }
    return .joined([held, next, checked].compactMap { $0 }, by: "; ")
  }
}
