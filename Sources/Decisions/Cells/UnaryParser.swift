import WorkbenchKit

/// Reads unary tests as DMN 1.5 writes them: `-`, values, lists, `not(…)`, comparisons, intervals with `[ ]`, `( )` or `] [`,
/// with values, names of inputs and expressions in them.
public struct UnaryParser {
  let type: ValueType
  /// Whether a bare word is a text, as people type it; in DMN it is a name.
  let takesBareWords: Bool
  /// Names that mean something in a cell.
  let names: KnownNames

  public init(type: ValueType, takesBareWords: Bool, names: KnownNames = .none) {
    self.type = type
    self.takesBareWords = takesBareWords
    self.names = names
  }

  public func tests(_ cell: String) throws(CellProblem) -> UnaryTests {
    let text = cell.withoutWhiteSpace
    if text.isEmpty || text == "-" { return .any }
    if let inner = Self.negated(text) { return UnaryTests(tests: try list(inner), isNegated: true) }
    return UnaryTests(tests: try list(text))
  }

  /// What an output says, or what a person types for a single value.
  func result(_ cell: String) throws(CellProblem) -> Operand {
    let text = cell.withoutWhiteSpace
    if let word = bareWord(text) { return .literal(try literal(word)) }
    let formula = try ExpressionParser.formula(text, names: names)
    guard !formula.expression.hasSubject else { throw .expression(text) }
    guard let literal = formula.literal else { return .formula(formula) }
    return .literal(try fitting(literal, text))
  }

  /// A single value.
  func literal(_ cell: String) throws(CellProblem) -> Literal {
    let text = cell.withoutWhiteSpace
    if let word = bareWord(text) {
      if type == .text { return .text(word) }
      if type == .any { return Literal(typed: TypedValue.guess(word), as: .any) ?? .text(word) }
      guard let value = Literal(typed: .text(word), as: type) else { throw .type(word) }
      return value
    }
    let formula = try ExpressionParser.formula(text, names: names)
    guard let literal = formula.literal else { throw .expression(text) }
    return try fitting(literal, text)
  }

  private func fitting(_ literal: Literal, _ text: String) throws(CellProblem) -> Literal {
    guard literal.fits(type) else { throw .type(text) }
    return literal
  }

  /// The text as a word that stands for itself; nil where it is FEEL.
  private func bareWord(_ text: String) -> String? {
    guard takesBareWords, !text.isEmpty, !text.contains(where: { "()[]{}\"<>=+*,?@".contains($0) }) else { return nil }
    if type != .text, NumberText.parse(text) != nil || ["true", "false", "null"].contains(text) || names.contains(text)
    {
      return nil
    }
    return type == .text && text == "null" ? nil : text
  }

  // MARK: Tests

  private func list(_ text: String) throws(CellProblem) -> [UnaryTest] {
    var parser = ExpressionParser(text, names: names)
    var tests: [UnaryTest] = []
    repeat { tests.append(try test(&parser)) } while parser.scanner.take(",")
    parser.scanner.skipBlanks()
    guard parser.scanner.isAtEnd else { throw .expression(text) }
    return tests
  }

  private func test(_ parser: inout ExpressionParser) throws(CellProblem) -> UnaryTest {
    parser.scanner.skipBlanks()
    let start = parser.scanner.place
    if let word = bareWord(parser.scanner.piece.withoutWhiteSpace) {
      parser.scanner.skipPiece()
      return .equals(.literal(try literal(word)))
    }
    for (sign, isLow, isOpen) in [("<=", false, false), (">=", true, false), ("<", false, true), (">", true, true)]
    where parser.scanner.take(sign) {
      let end = UnaryTest.Interval.End(value: try bound(&parser, from: start), isOpen: isOpen)
      return .interval(UnaryTest.Interval(low: isLow ? end : nil, high: isLow ? nil : end))
    }
    for sign in ["!=", "="] where parser.scanner.take(sign) {
      let operand: Operand
      if let word = bareWord(parser.scanner.piece.withoutWhiteSpace) {
        parser.scanner.skipPiece()
        operand = .literal(try literal(word))
      } else {
        operand = try self.operand(&parser, from: start)
      }
      return sign == "=" ? .equals(operand) : .differs(operand)
    }
    if let interval = try interval(&parser, from: start) { return .interval(interval) }
    let expression = try parser.expression()
    let text = parser.scanner.text(from: start).withoutWhiteSpace
    if expression.hasSubject || expression.isCondition && type != .boolean {
      return try condition(expression, text)
    }
    return .equals(try operand(expression, text, from: start, parser))
  }

  private func operand(_ parser: inout ExpressionParser, from start: Int) throws(CellProblem) -> Operand {
    parser.scanner.skipBlanks()
    let own = parser.scanner.place
    let expression = try parser.sum()
    return try operand(expression, parser.scanner.text(from: own).withoutWhiteSpace, from: start, parser)
  }

  private func operand(
    _ expression: Expression, _ text: String, from start: Int, _ parser: ExpressionParser
  ) throws(CellProblem) -> Operand {
    guard case .literal(let literal) = expression else { return .formula(Formula(text: text, expression: expression)) }
    if case .list(let items) = literal, type != .list {
      for item in items { _ = try fitting(item, parser.scanner.text(from: start)) }
      return .literal(literal)
    }
    return .literal(try fitting(literal, parser.scanner.text(from: start)))
  }

  /// An end of an interval: of a kind that has an order.
  private func bound(_ parser: inout ExpressionParser, from start: Int) throws(CellProblem) -> Operand {
    // A bare day is one; a bare text is none, for `< 18` would be one too.
    if type != .text, type != .any, !type.isNumeric, let word = bareWord(parser.scanner.piece.withoutWhiteSpace),
      let literal = Literal(typed: .text(word), as: type)
    {
      parser.scanner.skipPiece()
      return .literal(literal)
    }
    let operand = try operand(&parser, from: start)
    guard type != .boolean, operand.literal?.boolean == nil, operand.literal != .null else {
      throw .type(parser.scanner.text(from: start))
    }
    return operand
  }

  /// An interval, if one stands here; else the parser stays where it is.
  private func interval(
    _ parser: inout ExpressionParser, from start: Int
  ) throws(CellProblem) -> UnaryTest.Interval? {
    guard let first = parser.scanner.next, "[(]".contains(first) else { return nil }
    _ = parser.scanner.take(String(first))
    guard let low = try? bound(&parser, from: start), parser.scanner.take("..") else {
      // A list, or an expression in brackets.
      parser.scanner.back(to: start)
      return nil
    }
    let high = try bound(&parser, from: start)
    guard let last = ["]", ")", "["].first(where: { parser.scanner.take($0) }) else { throw .expression(parser.text) }
    let text = parser.scanner.text(from: start)
    let interval = UnaryTest.Interval(
      low: .init(value: low, isOpen: first != "["), high: .init(value: high, isOpen: last != "]"))
    if let one = low.literal, let two = high.literal {
      guard let order = one.order(two) else { throw .type(text) }
      guard order < 0 || order == 0 && first == "[" && last == "]" else { throw .empty(text) }
    }
    return interval
  }

  /// A condition on `?`; one that only compares it becomes the test that it is.
  private func condition(_ expression: Expression, _ text: String) throws(CellProblem) -> UnaryTest {
    if case .binary(let operation, .subject, let other) = expression, !other.hasSubject {
      let operand: Operand
      if case .literal(let literal) = other {
        operand = .literal(try fitting(literal, text))
      } else {
        let own = text.split(separator: operation.rawValue, maxSplits: 1).last.map { String($0).withoutWhiteSpace }
        operand = .formula(Formula(text: own ?? text, expression: other))
      }
      switch operation {
      case .equal: return .equals(operand)
      case .unequal: return .differs(operand)
      case .less, .atMost:
        return .interval(.init(low: nil, high: .init(value: operand, isOpen: operation == .less)))
      case .greater, .atLeast:
        return .interval(.init(low: .init(value: operand, isOpen: operation == .greater), high: nil))
      default: break
      }
    }
    return .condition(Formula(text: text, expression: expression))
  }

  /// What stands in `not(…)`, where that is all.
  private static func negated(_ text: String) -> String? {
    guard text.hasPrefix("not"), let open = text.firstIndex(of: "("), text.hasSuffix(")"),
      text[text.index(text.startIndex, offsetBy: 3)..<open].allSatisfy({ $0 == " " })
    else { return nil }
    let inner = String(text[text.index(after: open)...].dropLast())
    // `not(a) and not(b)` ends with a bracket as well: it is no single one.
    return inner.withoutWhiteSpace.isEmpty || inner.contains(") and ") || inner.contains(") or ") ? nil : inner
  }
}

extension String {
  /// Without the white space of FEEL at both ends, ends of lines among it.
  public var withoutWhiteSpace: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
