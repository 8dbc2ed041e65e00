import Session
import WorkbenchKit

/// Something that a notebook is told when it is run; its cells have it as `$name`.
public struct NotebookParameter: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case text, number, integer, boolean
    /// The path of a file that does not travel with the notebook, as seen from its folder.
    case file
  }

  public let name: String
  public let kind: Kind
  /// The only values that will do; empty where all of the kind will.
  public let choices: [String]
  /// Nil for one that has to be given.
  public let fallback: Value?
  public let about: String?
  /// Where a file is to be had; of files only.
  public let from: String?
  /// The line in which it is declared, from 1.
  public let line: Int

  /// Returns what was typed as a value of the parameter's kind.
  ///
  /// - Throws: `notebook.parameter`.
  public func value(of text: String, at place: Place?) throws -> Value {
    let value = try typed(text, at: place)
    guard choices.isEmpty || choices.contains(value.plain) else {
      let listed = choices.joined(separator: ", ")
      throw Diagnostic(
        "notebook.parameter",
        Text(nl: "'\(text)' kan '\(name)' niet zijn", en: "'\(name)' cannot be '\(text)'"),
        wayOut: Text(nl: "een van: \(listed)", en: "one of: \(listed)"),
        suggestion: NearestWord.best(text, among: choices), place: place)
    }
    return value
  }

  private func typed(_ text: String, at place: Place?) throws -> Value {
    switch kind {
    case .text, .file: return .text(text)
    case .number:
      if let number = TypedValue.number(text) { return number }
      throw unfit(text, Text(nl: "een getal, zoals 12,5 of 40%", en: "a number, such as 12.5 or 40%"), place)
    case .integer:
      if let number = TypedValue.number(text)?.number, number.rounded() == number,
        number.magnitude < 9_007_199_254_740_992
      {
        return .number(number)
      }
      throw unfit(text, Text(nl: "een geheel getal", en: "a whole number"), place)
    case .boolean:
      switch text.lowercased() {
      case "true", "ja", "yes": return .boolean(true)
      case "false", "nee", "no": return .boolean(false)
      default: throw unfit(text, Text(nl: "true of false", en: "true or false"), place)
      }
    }
  }

  private func unfit(_ text: String, _ due: Text, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "notebook.parameter",
      Text(nl: "'\(text)' past niet bij '\(name)'", en: "'\(text)' does not suit '\(name)'"),
      wayOut: Text(nl: "er hoort \(due.nl)", en: "\(due.en) is due"), place: place)
  }
}
