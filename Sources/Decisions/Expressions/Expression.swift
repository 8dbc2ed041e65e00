/// A FEEL expression, as far as it is worked out here.
indirect enum Expression: Sendable, Hashable {
  case literal(Literal)
  /// What an input or a definition is.
  case name(String)
  /// `?`: the value that a cell tests.
  case subject
  case list([Expression])
  case negative(Expression)
  case binary(Operation, Expression, Expression)
  case choice(Expression, then: Expression, else: Expression)
  case call(Function, [Expression])
  case property(Expression, Property)

  enum Operation: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "**"
    case equal = "="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case and
    case or

    var isComparison: Bool { [.equal, .unequal, .less, .atMost, .greater, .atLeast].contains(self) }
  }

  private var parts: [Expression] {
    switch self {
    case .literal, .name, .subject: []
    case .list(let items): items
    case .negative(let inner), .property(let inner, _): [inner]
    case .binary(_, let one, let two): [one, two]
    case .choice(let test, let one, let two): [test, one, two]
    case .call(_, let arguments): arguments
    }
  }

  /// The inputs and definitions that it names.
  var names: Set<String> {
    if case .name(let name) = self { return [name] }
    return parts.reduce(into: []) { $0.formUnion($1.names) }
  }

  var hasSubject: Bool { self == .subject || parts.contains(where: \.hasSubject) }

  /// The values that stand in it.
  var literals: [Literal] {
    if case .literal(let literal) = self { return [literal] }
    return parts.flatMap(\.literals)
  }

  /// Whether it compares `?` with values and nothing more: between these values it then holds throughout or not at all.
  var comparesOnly: Bool {
    switch self {
    case .binary(.and, let one, let two), .binary(.or, let one, let two): return one.comparesOnly && two.comparesOnly
    case .call(.not, let given): return given[0].comparesOnly
    case .binary(let operation, .subject, .literal): return operation.isComparison
    case .binary(let operation, .literal, .subject): return operation.isComparison
    default: return !hasSubject
    }
  }

  /// Whether it says yes or no: a comparison, or what is made of some.
  var isCondition: Bool {
    switch self {
    case .binary(let operation, _, _): operation.isComparison || operation == .and || operation == .or
    case .call(let function, _): [.not, .contains, .startsWith, .endsWith, .listContains].contains(function)
    default: false
    }
  }
}

/// An expression with the text in which it stands.
public struct Formula: Sendable, Hashable {
  public let text: String
  let expression: Expression

  /// The inputs and definitions that it names.
  public var names: Set<String> { expression.names }

  /// The input or definition that it is and nothing else.
  public var name: String? { if case .name(let name) = expression { name } else { nil } }

  /// What it is where it names nothing.
  public var literal: Literal? { if case .literal(let literal) = expression { literal } else { nil } }
}
