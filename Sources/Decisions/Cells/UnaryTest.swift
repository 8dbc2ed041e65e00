/// What a test compares with: a value, or what an expression comes to.
public enum Operand: Sendable, Hashable {
  case literal(Literal)
  case formula(Formula)

  /// Nil while something that it names is not known.
  func value(in scope: Scope) -> Literal? {
    switch self {
    case .literal(let literal): literal
    case .formula(let formula): try? formula.expression.value(in: scope)
    }
  }

  /// The value, where all that it names is known.
  func settled(in scope: Scope) -> Operand { value(in: scope).map(Operand.literal) ?? self }

  var literal: Literal? { if case .literal(let literal) = self { literal } else { nil } }
  var names: Set<String> { if case .formula(let formula) = self { formula.names } else { [] } }

  var feel: String {
    switch self {
    case .literal(let literal): literal.feel
    case .formula(let formula): formula.text
    }
  }
}

/// One positive unary test of DMN: a value, a stretch of values, or an expression about `?`.
public enum UnaryTest: Sendable, Hashable {
  case equals(Operand)
  case differs(Operand)
  case interval(Interval)
  case condition(Formula)

  /// A stretch of values; an end that is nil is open to infinity.
  public struct Interval: Sendable, Hashable {
    public struct End: Sendable, Hashable {
      let value: Operand
      /// Whether the end itself is out.
      let isOpen: Bool

      func settled(in scope: Scope) -> End { End(value: value.settled(in: scope), isOpen: isOpen) }
    }

    var low: End?
    var high: End?

    func verdict(on value: Literal, _ scope: Scope) -> Verdict {
      func side(_ end: End?, isInside: (Int, Bool) -> Bool) -> Verdict {
        guard let end else { return .yes }
        guard let bound = end.value.value(in: scope) else { return .open }
        return Verdict(value.order(bound).map { isInside($0, end.isOpen) })
      }
      return side(low) { $1 ? $0 > 0 : $0 >= 0 }.and(side(high) { $1 ? $0 < 0 : $0 <= 0 })
    }
  }

  func verdict(on value: Literal, _ scope: Scope) -> Verdict {
    switch self {
    case .equals(let operand):
      guard let other = operand.value(in: scope) else { return .open }
      // A list stands for each of its values.
      if case .list(let items) = other, value.kind != .list {
        return .init(items.contains { value.isSame(as: $0) == true })
      }
      return Verdict(value.isSame(as: other))
    case .differs(let operand):
      guard let other = operand.value(in: scope) else { return .open }
      return Verdict(value.isSame(as: other)).opposite
    case .interval(let interval): return interval.verdict(on: value, scope)
    case .condition(let formula):
      var inner = scope
      inner.subject = value
      guard let said = try? formula.expression.value(in: inner) else { return .open }
      return Verdict(said.boolean)
    }
  }

  func settled(in scope: Scope) -> UnaryTest {
    switch self {
    case .equals(let operand): .equals(operand.settled(in: scope))
    case .differs(let operand): .differs(operand.settled(in: scope))
    case .interval(let interval):
      .interval(Interval(low: interval.low?.settled(in: scope), high: interval.high?.settled(in: scope)))
    case .condition: self
    }
  }

  private var operands: [Operand] {
    switch self {
    case .equals(let operand), .differs(let operand): [operand]
    case .interval(let interval): [interval.low, interval.high].compactMap { $0?.value }
    case .condition: []
    }
  }

  /// The inputs and definitions that it names.
  var names: Set<String> {
    if case .condition(let formula) = self { return formula.names }
    return operands.reduce(into: []) { $0.formUnion($1.names) }
  }

  /// The values and ends that it names.
  var literals: [Literal] {
    if case .condition(let formula) = self { return formula.expression.literals }
    return operands.compactMap(\.literal)
  }

  /// Whether it holds throughout between the values that it names, or not at all.
  var isEven: Bool {
    if case .condition = self { return false }
    return operands.allSatisfy { $0.literal != nil }
  }

  public var feel: String {
    switch self {
    case .equals(let operand): return operand.feel
    case .differs(let operand): return "!= \(operand.feel)"
    case .condition(let formula): return formula.text
    case .interval(let interval):
      switch (interval.low, interval.high) {
      case (nil, nil): return "-"
      case (let low?, nil): return (low.isOpen ? "> " : ">= ") + low.value.feel
      case (nil, let high?): return (high.isOpen ? "< " : "<= ") + high.value.feel
      case (let low?, let high?):
        let ends = "\(low.value.feel)..\(high.value.feel)"
        return (low.isOpen ? "(" : "[") + ends + (high.isOpen ? ")" : "]")
      }
    }
  }

  /// As `feel`, but with a name in brackets: where bare words are texts, a name would be read as one.
  var bracketed: String {
    switch self {
    case .equals(.formula(let formula)), .differs(.formula(let formula)):
      feel.dropLast(formula.text.count) + "(\(formula.text))"
    default: feel
    }
  }
}
