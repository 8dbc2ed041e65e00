import WorkbenchKit

/// Cells as a person reads them, and not as FEEL writes them: `18 tot 65`, `ja`, `niet: laag`. What is worked out stays as it is written.
extension UnaryTests {
  /// - Parameter words: what values are called, by their text; each value then stands in brackets, as it is typed.
  public func said(_ words: [String: Text] = [:]) -> Text {
    if let unread { return .verbatim(unread.text) }
    if isAny { return Text(nl: "maakt niet uit", en: "any") }
    // Values that are called the same stand together.
    var parts: [(text: Text, typed: [Text])] = []
    for test in tests {
      guard let values = test.values else {
        parts.append((test.said, []))
        continue
      }
      for value in values {
        guard case .text(let text) = value, let word = words[text] else {
          parts.append((value.said, []))
          continue
        }
        if let place = parts.firstIndex(where: { $0.text == word }) {
          parts[place].typed.append(.verbatim(text))
        } else {
          parts.append((word, [.verbatim(text)]))
        }
      }
    }
    let choices = Text.choice(parts.map { $0.typed.isEmpty ? $0.text : $0.text.typed($0.typed) })
    return isNegated ? Text(nl: "niet: ", en: "not: ") + choices : choices
  }
}

extension Literal {
  /// As a person reads it.
  public var said: Text {
    switch self {
    case .null: return Text(nl: "geen waarde", en: "no value")
    case .boolean(let isTrue): return isTrue ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no")
    case .number(let number):
      // All its digits: a threshold is not to be rounded.
      let digits = NumberText.shortest(number)
      return Text(nl: String(digits.map { $0 == "." ? "," : $0 }), en: digits)
    case .date(let date): return .day(date)
    case .text(let text): return .verbatim(text.isEmpty ? "\"\"" : text)
    case .list(let items): return .joined(items.map(\.said))
    case .time, .dateTime, .seconds, .months: return .verbatim(plain)
    }
  }

  /// Whether more of it is a larger amount, and not a later moment or a word further on.
  fileprivate var isAmount: Bool { [.number, .seconds, .months].contains(kind) }
}

extension Operand {
  fileprivate var said: Text {
    switch self {
    case .literal(let literal): literal.said
    case .formula(let formula): .verbatim(formula.text)
    }
  }
}

extension UnaryTest {
  /// The values of which it must be one; nil where it is another kind of test.
  fileprivate var values: [Literal]? {
    guard case .equals(.literal(let literal)) = self else { return nil }
    if case .list(let items) = literal { return items }
    return [literal]
  }

  fileprivate var said: Text {
    switch self {
    case .equals(let operand): operand.said
    case .differs(let operand): Text(nl: "niet ", en: "not ") + operand.said
    case .interval(let interval): interval.said
    case .condition(let formula): .verbatim(formula.text)
    }
  }
}

extension UnaryTest.Interval {
  private var isOfAmounts: Bool { [low, high].contains { $0?.value.literal?.isAmount == true } }

  fileprivate var said: Text {
    switch (low, high) {
    case (nil, nil): return Text(nl: "maakt niet uit", en: "any")
    case (let low?, nil):
      if low.isOpen { return above + low.value.said }
      return isOfAmounts ? low.value.said + Text(nl: " of meer", en: " or more") : from + low.value.said
    case (nil, let high?):
      if high.isOpen { return below + high.value.said }
      return isOfAmounts ? high.value.said + Text(nl: " of minder", en: " or less") : through + high.value.said
    case (let low?, let high?):
      let start = low.isOpen ? above + low.value.said + .verbatim(", ") : low.value.said + .verbatim(" ")
      if !high.isOpen { return start + through + high.value.said }
      return start + (low.isOpen ? below : Text(nl: "tot ", en: "up to ")) + high.value.said
    }
  }

  private var above: Text { isOfAmounts ? Text(nl: "meer dan ", en: "more than ") : Text(nl: "na ", en: "after ") }
  private var below: Text { isOfAmounts ? Text(nl: "minder dan ", en: "less than ") : Text(nl: "voor ", en: "before ") }
  private var from: Text { Text(nl: "vanaf ", en: "from ") }
  private var through: Text { Text(nl: "tot en met ", en: "through ") }
}

extension Text {
  /// `a, b of c`.
  fileprivate static func choice(_ parts: [Text]) -> Text {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? .verbatim("") }
    return .joined(parts.dropLast()) + Text(nl: " of ", en: " or ") + last
  }

  /// With what is typed for it behind it.
  func typed(_ words: [Text]) -> Text { self + .verbatim(" (") + .choice(words) + .verbatim(")") }
}
