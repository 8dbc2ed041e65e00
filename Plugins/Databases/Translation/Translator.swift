import WorkbenchKit

/// Puts parts of questions into SQL whose outcome is equal to the last bit to what is worked out here, or says why that cannot be.
///
/// Missing is NULL: NaN and infinities are missing here, so that columns are read without them. Conditions follow Kleene on both
/// sides. An outcome is SQL over a relation that is called `q`.
struct Translator {
  /// A number, with what is known of it.
  enum Number: Sendable, Hashable {
    /// In binary, whole, within bounds; whether it may be a nought with a sign.
    case whole(ClosedRange<Double>, mayBeMinusNought: Bool)
    /// As a decimal of the server's, of so many digits of which so many behind the point; never a nought with a sign.
    case decimal(precision: Int, scale: Int)
    /// In binary, and no more is known.
    case double
  }

  enum Kind: Sendable, Hashable {
    case truth
    case number(Number)
    case text(isPlain: Bool)
  }

  struct Translated: Sendable, Hashable {
    let sql: String
    let kind: Kind
    /// Where it is a text that was typed, that.
    var literal: String?
    /// Whether two of its texts are equal only where all their bytes are, without that being said.
    var isByBytes = false
    /// Where its texts are filled up with blanks, the column with these.
    var padded: String?
  }

  /// Longer than this nothing is asked.
  static let longest = 60_000

  /// By their names.
  let columns: [String: TranslatedColumn]
  /// Whether the server can bring texts into one form.
  var normalizes = true

  /// Returns a condition, number or text as SQL; numbers as float8.
  ///
  /// - Throws: `StaysHere`.
  func sql(_ term: SourceTerm) throws -> String {
    let translated = try translate(term)
    if case .number = translated.kind { return try binary(translated) }
    return translated.sql
  }

  func translate(_ term: SourceTerm) throws -> Translated {
    let translated =
      switch term {
      case .column(let name): try column(name)
      case .number(let number): try literal(number)
      case .text(let text):
        Translated(sql: try Self.quoted(text), kind: .text(isPlain: Self.isPlain(text)), literal: text)
      case .negative(let inner): try negative(translate(inner))
      case .arithmetic(let sign, let left, let right): try arithmetic(sign, translate(left), translate(right))
      case .comparison(let sign, let left, let right): try compare(sign, translate(left), translate(right))
      case .contains(let text, let needle): try contains(translate(text), needle)
      case .among(let value, let members): try among(translate(value), members.map(translate))
      case .isMissing(let inner): Translated(sql: "(\(try translate(inner).sql) is null)", kind: .truth)
      case .not(let inner): Translated(sql: "(not \(try condition(inner)))", kind: .truth)
      case .all(let parts): try joined(parts, by: "and", empty: "true")
      case .any(let parts): try joined(parts, by: "or", empty: "false")
      case .abs(let inner): try size(translate(inner))
      case .round(let inner, let places): try rounded(translate(inner), places)
      case .least(let parts): try extreme(parts.map(translate), sign: "<")
      case .greatest(let parts): try extreme(parts.map(translate), sign: ">=")
      case .lower(let inner): try lowered(translate(inner))
      case .length(let inner): try length(translate(inner))
      case .choice(let condition, let first, let second):
        try choice(self.condition(condition), translate(first), translate(second))
      }
    guard translated.sql.utf8.count <= Self.longest else { throw StaysHere(.length) }
    return translated
  }

  private func column(_ name: String) throws -> Translated {
    guard let column = columns[name] else { throw StaysHere(.column(name)) }
    let cell = "q.\(column.quoted)"
    func finite(_ number: String) -> String {
      ["NaN", "Infinity", "-Infinity"].reduce(number) { "nullif(\($0), '\($1)'::pg_catalog.float8)" }
    }
    switch column.kind {
    case .truth: return Translated(sql: cell, kind: .truth)
    case .whole(let bounds):
      return Translated(
        sql: "\(cell)::pg_catalog.float8", kind: .number(.whole(bounds, mayBeMinusNought: false)))
    case .decimal(let precision, let scale):
      // Of `numeric` only NaN is no number where precision and scale are given.
      guard precision <= 15, (0...precision).contains(scale) else { throw StaysHere(.decimals) }
      return Translated(
        sql: "nullif(\(cell), 'NaN'::pg_catalog.numeric)",
        kind: .number(.decimal(precision: precision, scale: scale)))
    case .single:
      return Translated(sql: finite("(\(cell)::pg_catalog.text)::pg_catalog.float8"), kind: .number(.double))
    case .double: return Translated(sql: finite(cell), kind: .number(.double))
    case .text(let isPlain):
      return Translated(
        sql: "\(cell)::pg_catalog.text", kind: .text(isPlain: isPlain), isByBytes: column.isByBytes,
        padded: column.isPadded ? cell : nil)
    }
  }

  // MARK: Conditions

  func condition(_ term: SourceTerm) throws -> String {
    let translated = try translate(term)
    guard translated.kind == .truth else { throw StaysHere(.type) }
    return translated.sql
  }

  private func joined(_ parts: [SourceTerm], by word: String, empty: String) throws -> Translated {
    let conditions = try parts.map(condition)
    return Translated(
      sql: conditions.isEmpty ? empty : "(\(conditions.joined(separator: " \(word) ")))", kind: .truth)
  }

  private func compare(_ sign: SourceTerm.Comparison, _ left: Translated, _ right: Translated) throws -> Translated {
    let spelled = sign == .unequal ? "<>" : sign.rawValue
    switch (left.kind, right.kind) {
    case (.number, .number):
      return Translated(sql: "(\(try binary(left)) \(spelled) \(try binary(right)))", kind: .truth)
    case (.text, .text): return try compareTexts(sign, spelled, left, right)
    case (.truth, .truth) where sign == .equal || sign == .unequal:
      return Translated(sql: "(\(left.sql) \(spelled) \(right.sql))", kind: .truth)
    default: throw StaysHere(.type)
    }
  }

  private func among(_ value: Translated, _ members: [Translated]) throws -> Translated {
    // Nothing is one of none, and a missing value is not even that.
    guard !members.isEmpty else {
      return Translated(sql: "(case when \(value.sql) is not null then false end)", kind: .truth)
    }
    let parts = try members.map { try compare(.equal, value, $0).sql }
    return Translated(sql: "(\(parts.joined(separator: " or ")))", kind: .truth)
  }

  private func choice(_ condition: String, _ first: Translated, _ second: Translated) throws -> Translated {
    let (one, other, kind): (String, String, Kind)
    switch (first.kind, second.kind) {
    case (.truth, .truth): (one, other, kind) = (first.sql, second.sql, .truth)
    case (.text(let left), .text(let right)):
      (one, other, kind) = (first.sql, second.sql, .text(isPlain: left && right))
    case (.number(.whole(let left, let minus)), .number(.whole(let right, let otherMinus))):
      let bounds = min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
      (one, other, kind) = (
        first.sql, second.sql, .number(.whole(bounds, mayBeMinusNought: minus || otherMinus))
      )
    case (.number, .number): (one, other, kind) = (try binary(first), try binary(second), .number(.double))
    default: throw StaysHere(.type)
    }
    return Translated(sql: "(case when \(condition) then \(one) when not \(condition) then \(other) end)", kind: kind)
  }
}
