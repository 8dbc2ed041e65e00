/// A JSON value; numbers are doubles, the keys of an object are unique. A whole number above 2^53 is read as the string of its
/// digits, since a double would not keep the last of them.
public enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// A member of an object; nil where there is none, or where it is no object.
  public subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The string; nil where it is none.
  public var string: String? { if case .string(let string) = self { string } else { nil } }
  /// The number; nil where it is none.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  /// The boolean; nil where it is none.
  public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  /// The elements; nil where it is no array.
  public var array: [JSON]? { if case .array(let array) = self { array } else { nil } }
  /// The members; nil where it is no object.
  public var object: [String: JSON]? { if case .object(let object) = self { object } else { nil } }
  /// The number where it is whole; nil where it is none.
  public var int: Int? { number.flatMap { Int(exactly: $0) } }

  /// Whether more arrays and objects than this stand in each other; it looks no deeper than that.
  public func nests(deeperThan limit: Int) -> Bool {
    switch self {
    case .array(let elements): limit == 0 || elements.contains { $0.nests(deeperThan: limit - 1) }
    case .object(let members): limit == 0 || members.values.contains { $0.nests(deeperThan: limit - 1) }
    default: false
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Makes a string of a literal.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Makes a number of a literal.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// Makes a number of a literal.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// Makes a boolean of a literal.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Makes an array of a literal.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// Makes an object of a literal.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}
