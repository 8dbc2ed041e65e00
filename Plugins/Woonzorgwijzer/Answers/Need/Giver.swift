import WorkbenchKit

/// Who gave a figure that no source gives: a role at the table, or a source that it was taken from.
struct Giver: FieldItem, Sendable, Hashable {
  let role: String?
  let source: String?

  /// - Throws: `argument.missing` where neither is given.
  init(role: String?, source: String?) throws {
    self.role = role
    self.source = source.map(\.trimmedOfPadding).flatMap { $0.isEmpty ? nil : $0 }
    guard role != nil || self.source != nil else {
      throw Diagnostic(
        "argument.missing",
        Text(nl: "er staat niet bij wie dit zegt", en: "it is not said who says this"),
        wayOut: Text(
          nl: "geef een rol met --by, of een bron met --source", en: "give a role with --by, or a source with --source"),
        suggestion: "--by gemeente")
    }
  }

  init(_ fields: Fields) throws {
    role = try fields["by"]
    source = try fields["source"]
  }

  var roleJSON: JSON? { role.map(JSON.string) }
  var sourceJSON: JSON? { source.map(JSON.string) }

  var words: Text { .verbatim([role, source].compactMap { $0 }.joined(separator: ", ")) }
}

/// What whoever gave a figure holds for the least and the most; NaN where nothing was given.
struct GivenRange: FieldItem, Sendable, Hashable {
  let low: Double
  let high: Double

  /// - Throws: `need.range` where only one is given, or the figure does not lie between them.
  init(low: Double?, high: Double?, around value: Double) throws {
    self.low = low ?? .nan
    self.high = high ?? .nan
    if low == nil, high == nil { return }
    guard let low, let high, low <= value, value <= high else {
      throw Diagnostic(
        "need.range",
        low.map { $0 > value } == true || high.map { $0 < value } == true
          ? Text(
            nl: "\(NumberText.shortest(value)) ligt niet tussen --low en --high",
            en: "\(NumberText.shortest(value)) does not lie between --low and --high")
          : Text(nl: "een marge heeft --low en --high", en: "a range has --low and --high"),
        wayOut: Text(nl: "geef beide, of geen van beide", en: "give both, or neither"))
    }
  }

  init(_ fields: Fields) throws {
    low = try fields["low"] ?? .nan
    high = try fields["high"] ?? .nan
  }

  var lowJSON: JSON? { low.isNaN ? nil : .number(low) }
  var highJSON: JSON? { high.isNaN ? nil : .number(high) }
}
