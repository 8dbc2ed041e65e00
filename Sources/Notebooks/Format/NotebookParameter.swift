import Session
import WorkbenchKit

/// Something that a notebook is told when it is run; its cells have it as `$name`.
public struct NotebookParameter: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case text, number, integer, boolean
  }

  public let name: String
  public let kind: Kind
  /// The only values that will do; empty where all of the kind will.
  public let choices: [String]
  /// Nil for one that has to be given.
  public let fallback: Value?
  public let about: String?
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
    case .text: return .text(text)
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

extension FrontMatter {
  /// Returns the value of every parameter.
  ///
  /// - Parameter given: what was typed, in order.
  /// - Throws: `notebook.parameter` for one that is unknown, missing, ill-typed or given twice.
  public func values(_ given: [(key: String, value: String, place: Place?)]) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for (key, text, place) in given {
      guard let parameter = parameters.first(where: { $0.name == key }) else { throw unknown(key, place) }
      guard values[key] == nil else {
        throw Diagnostic(
          "notebook.parameter",
          Text(nl: "'\(key)' is meer dan eens gegeven", en: "'\(key)' is given more than once"), place: place)
      }
      values[key] = try parameter.value(of: text, at: place)
    }
    for parameter in parameters where values[parameter.name] == nil {
      guard let fallback = parameter.fallback else {
        let name = parameter.name
        throw Diagnostic(
          "notebook.parameter",
          Text(nl: "het notitieboek vraagt om '\(name)'", en: "the notebook asks for '\(name)'"),
          wayOut: Text(nl: "geef het met: -p \(name)=…", en: "give it with: -p \(name)=…"))
      }
      values[parameter.name] = fallback
    }
    return values
  }

  private func unknown(_ key: String, _ place: Place?) -> Diagnostic {
    let names = parameters.map(\.name)
    let listed = names.joined(separator: ", ")
    return Diagnostic(
      "notebook.parameter",
      Text(nl: "het notitieboek kent geen '\(key)'", en: "the notebook has no '\(key)'"),
      wayOut: names.isEmpty
        ? Text(nl: "het heeft geen parameters", en: "it has no parameters")
        : Text(nl: "het kent: \(listed)", en: "it has: \(listed)"),
      suggestion: NearestWord.best(key, among: names), place: place)
  }
}
