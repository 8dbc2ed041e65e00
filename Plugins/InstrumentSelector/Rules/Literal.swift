import WorkbenchKit

/// What kind of values an input or output of a decision table has; the raw values stand in files.
enum ValueType: String, Sendable, CaseIterable {
  case text = "string"
  case number
  /// A number without a fraction: no value lies between 5 and 6.
  case integer
  case boolean

  /// The type that a word means, also as other tools call it.
  init?(word: String) {
    switch word.lowercased() {
    case "string", "text", "tekst": self = .text
    case "number", "double", "float", "decimal", "getal": self = .number
    case "integer", "int", "long", "geheel": self = .integer
    case "boolean", "bool", "ja/nee": self = .boolean
    default: return nil
    }
  }

  var isNumeric: Bool { self == .number || self == .integer }

  var label: Text {
    switch self {
    case .text: Text(nl: "tekst", en: "text")
    case .number: Text(nl: "getal", en: "number")
    case .integer: Text(nl: "geheel getal", en: "whole number")
    case .boolean: Text(nl: "ja of nee", en: "yes or no")
    }
  }
}

/// One value in a decision table.
enum Literal: Sendable, Hashable {
  case text(String)
  case number(Double)
  case boolean(Bool)

  /// As FEEL writes it.
  var feel: String {
    switch self {
    case .text(let text):
      "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : $0 == "\n" ? "\\n" : "\($0)" }.joined() + "\""
    case .number(let number): NumberText.shortest(number)
    case .boolean(let boolean): boolean ? "true" : "false"
    }
  }

  /// As it is typed and shown.
  var plain: String { if case .text(let text) = self { text } else { feel } }

  var number: Double? { if case .number(let number) = self { number } else { nil } }

  var value: Value {
    switch self {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .boolean(let boolean): .boolean(boolean)
    }
  }

  func fits(_ type: ValueType) -> Bool {
    switch self {
    case .text: type == .text
    case .number(let number): type == .number || type == .integer && number == number.rounded()
    case .boolean: type == .boolean
    }
  }

  /// Reads a value as a person types it: `yes`, `ja` and `true` are the same, a decimal comma is one; nil where it is none of
  /// the type.
  init?(typed value: Value, as type: ValueType) {
    switch type {
    case .text: self = .text(value.text ?? value.plain)
    case .boolean:
      guard let boolean = value.boolean ?? Self.words[value.plain.lowercased()] else { return nil }
      self = .boolean(boolean)
    case .number, .integer:
      guard let number = value.number ?? NumberText.parse(value.plain), number.isFinite else { return nil }
      self = .number(number)
      if !fits(type) { return nil }
    }
  }

  private static let words: [String: Bool] = [
    "true": true, "yes": true, "ja": true, "waar": true, "false": false, "no": false, "nee": false, "onwaar": false,
  ]
}
