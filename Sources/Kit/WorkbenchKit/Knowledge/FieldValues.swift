extension JSON: FieldValue {
  /// Takes any value as it stands.
  public init(field: JSON) { self = field }
}

extension String: FieldValue {
  /// Reads it out of a member.
  public init(field: JSON) throws {
    guard let text = field.string else { throw FieldProblem(Text(nl: "is geen tekst", en: "is no text")) }
    self = text
  }
}

extension Double: FieldValue {
  /// Reads it out of a member.
  public init(field: JSON) throws {
    guard let number = field.number else { throw FieldProblem(Text(nl: "is geen getal", en: "is no number")) }
    self = number
  }
}

extension Int: FieldValue {
  /// Reads it out of a member.
  public init(field: JSON) throws {
    guard let number = field.int else { throw FieldProblem(Text(nl: "is geen geheel getal", en: "is no whole number")) }
    self = number
  }
}

extension Bool: FieldValue {
  /// Reads it out of a member.
  public init(field: JSON) throws {
    guard let bool = field.bool else { throw FieldProblem(Text(nl: "is geen ja of nee", en: "is no yes or no")) }
    self = bool
  }
}

extension FieldValue where Self: RawRepresentable, RawValue == String, Self: CaseIterable {
  /// Reads one of the words of an enumeration.
  public init(field: JSON) throws {
    guard let value = try Self(rawValue: String(field: field)) else {
      let known = Text.verbatim(Self.allCases.map(\.rawValue).joined(separator: ", "))
      throw FieldProblem(Text(nl: "is geen van: ", en: "is none of: ") + known)
    }
    self = value
  }
}

extension Text: FieldValue {
  /// Reads `{"nl": …, "en": …}`, or a string that is the same in both.
  public init(field: JSON) throws {
    guard let text = Text(json: field) else {
      throw FieldProblem(Text(nl: "is geen tekst in twee talen", en: "is no text in two languages"))
    }
    self = text
  }
}

extension CalendarDate: FieldValue {
  /// Reads it out of a member.
  public init(field: JSON) throws {
    guard let date = field.string.flatMap({ CalendarDate($0) }) else {
      throw FieldProblem(Text(nl: "is geen dag", en: "is no day"))
    }
    self = date
  }
}

extension Array: FieldValue where Element: FieldValue {
  /// Reads it out of a member.
  public init(field: JSON) throws {
    guard let elements = field.array else { throw FieldProblem(Text(nl: "is geen lijst", en: "is no list")) }
    self = try elements.enumerated().map { index, json in
      try FieldProblem.within(json["id"]?.string ?? String(index + 1)) { try Element(field: json) }
    }
  }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
  /// Reads it out of a member.
  public init(field: JSON) throws {
    guard let members = field.object else { throw FieldProblem(Text(nl: "is geen object", en: "is no object")) }
    self = try Dictionary(
      uniqueKeysWithValues: members.map { name, json in
        (name, try FieldProblem.within(name) { try Value(field: json) })
      })
  }
}
