import WorkbenchKit

/// Reads unary tests as DMN 1.5 writes them: `-`, values, lists, `not(…)`, comparisons, intervals with `[ ]`, `( )` or `] [`.
struct UnaryParser {
  /// Why a cell is none.
  enum Problem: Error, Hashable {
    /// FEEL that is more than unary tests.
    case expression(String)
    /// A value of another type than the input has.
    case type(String)
    /// An interval whose low end is above its high end, or both open at one number.
    case empty(String)
  }

  let type: ValueType
  /// Whether a bare word is a text, as people type it; in DMN it is a name, and so an expression.
  let takesBareWords: Bool

  func tests(_ cell: String) throws(Problem) -> UnaryTests {
    let text = cell.withoutWhiteSpace
    if text.isEmpty || text == "-" { return .any }
    if let inner = Self.negated(text) {
      return UnaryTests(tests: try list(inner), isNegated: true)
    }
    return UnaryTests(tests: try list(text))
  }

  /// A single value: an output, or what a person types for one.
  func literal(_ cell: String) throws(Problem) -> Literal {
    let text = cell.withoutWhiteSpace
    if text.hasPrefix("\"") {
      guard let quoted = Self.quoted(text) else { throw .expression(text) }
      return try typed(.text(quoted), text)
    }
    if let number = NumberText.parse(text) {
      return try typed(type == .text && takesBareWords ? .text(text) : .number(number), text)
    }
    if text == "true" || text == "false" {
      return try typed(type == .text && takesBareWords ? .text(text) : .boolean(text == "true"), text)
    }
    guard takesBareWords, !text.isEmpty, !text.contains(where: { "()[]{}\"<>=+*,".contains($0) }) else {
      throw .expression(text)
    }
    guard let value = Literal(typed: .text(text), as: type) else { throw .type(text) }
    return value
  }

  private func typed(_ literal: Literal, _ text: String) throws(Problem) -> Literal {
    guard literal.fits(type) else { throw .type(text) }
    return literal
  }

  private func list(_ text: String) throws(Problem) -> [UnaryTest] {
    var tests: [UnaryTest] = []
    for part in Self.split(text) { tests.append(try test(part.withoutWhiteSpace)) }
    return tests
  }

  private func test(_ text: String) throws(Problem) -> UnaryTest {
    for (sign, low, isOpen) in [("<=", false, false), (">=", true, false), ("<", false, true), (">", true, true)]
    where text.hasPrefix(sign) {
      let end = UnaryTest.Interval.End(value: try number(String(text.dropFirst(sign.count)), in: text), isOpen: isOpen)
      return .interval(UnaryTest.Interval(low: low ? end : nil, high: low ? nil : end))
    }
    if text.hasPrefix("!=") { return .differs(try literal(String(text.dropFirst(2)))) }
    if text.hasPrefix("=") { return .equals(try literal(String(text.dropFirst()))) }
    if let dots = Self.dots(text), let first = text.first, let last = text.last, text.count > 4 {
      guard "[(]".contains(first), "])[".contains(last) else { throw .expression(text) }
      let low = UnaryTest.Interval.End(
        value: try number(String(text[text.index(after: text.startIndex)..<dots.lowerBound]), in: text),
        isOpen: first != "[")
      let high = UnaryTest.Interval.End(
        value: try number(String(text[dots.upperBound..<text.index(before: text.endIndex)]), in: text),
        isOpen: last != "]")
      guard low.value < high.value || low.value == high.value && !low.isOpen && !high.isOpen else { throw .empty(text) }
      return .interval(UnaryTest.Interval(low: low, high: high))
    }
    return .equals(try literal(text))
  }

  private func number(_ text: String, in whole: String) throws(Problem) -> Double {
    guard let number = NumberText.parse(text.withoutWhiteSpace) else { throw .expression(whole) }
    guard type.isNumeric else { throw .type(whole) }
    return number
  }

  /// What stands in `not(…)`, where that is all.
  private static func negated(_ text: String) -> String? {
    guard text.hasPrefix("not"), let open = text.firstIndex(of: "("), text.hasSuffix(")"),
      text[text.index(text.startIndex, offsetBy: 3)..<open].allSatisfy({ $0 == " " })
    else { return nil }
    let inner = String(text[text.index(after: open)...].dropLast())
    return inner.withoutWhiteSpace.isEmpty ? nil : inner
  }

  private static func dots(_ text: String) -> Range<String.Index>? {
    text.hasPrefix("\"") ? nil : text.firstRange(of: "..")
  }

  /// The parts between commas that stand in no text.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped && isQuoted
      if character == ",", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts
  }

  /// What a text in quotes says; nil where it does not end with its quote.
  private static func quoted(_ text: String) -> String? {
    var found = ""
    var isEscaped = false
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if isEscaped {
        found.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        return rest.isEmpty ? found : nil
      } else {
        found.append(character)
      }
    }
    return nil
  }
}

extension String {
  /// Without the white space of FEEL at both ends, ends of lines among it.
  var withoutWhiteSpace: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
