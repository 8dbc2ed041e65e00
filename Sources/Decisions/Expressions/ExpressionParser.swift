import WorkbenchKit

/// Reads FEEL: values, names, arithmetic, comparisons, `if`, `and`, `or`, lists and the functions of `Function`.
struct ExpressionParser {
  var scanner: ExpressionScanner
  /// The whole text, for errors.
  let text: String
  /// Names that mean something, the longest first, as one may begin another.
  private let names: [String]
  private var depth = 0
  private var size = 0

  /// Deeper or longer ones are no expressions that a person reads.
  private static let most = (depth: 60, size: 400)

  init(_ text: String, names: KnownNames) {
    self.text = text
    scanner = ExpressionScanner(text)
    self.names = names.byLength
  }

  /// Reads an expression that is all there is.
  static func formula(_ text: String, names: KnownNames) throws(CellProblem) -> Formula {
    var parser = ExpressionParser(text, names: names)
    let expression = try parser.expression()
    parser.scanner.skipBlanks()
    guard parser.scanner.isAtEnd else { throw .expression(text) }
    return Formula(text: text, expression: expression)
  }

  mutating func expression() throws(CellProblem) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.most.depth else { throw .expression(text) }
    guard scanner.take(words: "if") else { return try disjunction() }
    let test = try expression()
    guard scanner.take(words: "then") else { throw .expression(text) }
    let one = try expression()
    guard scanner.take(words: "else") else { throw .expression(text) }
    return try made(.choice(test, then: one, else: expression()))
  }

  private mutating func made(_ expression: Expression) throws(CellProblem) -> Expression {
    size += 1
    guard size <= Self.most.size else { throw .expression(text) }
    return expression
  }

  private mutating func disjunction() throws(CellProblem) -> Expression {
    var left = try conjunction()
    while scanner.take(words: "or") { left = try made(.binary(.or, left, conjunction())) }
    return left
  }

  private mutating func conjunction() throws(CellProblem) -> Expression {
    var left = try comparison()
    while scanner.take(words: "and") { left = try made(.binary(.and, left, comparison())) }
    return left
  }

  private mutating func comparison() throws(CellProblem) -> Expression {
    let left = try sum()
    for operation in [Expression.Operation.atMost, .atLeast, .unequal, .less, .greater, .equal]
    where scanner.take(operation.rawValue) {
      return try made(.binary(operation, left, sum()))
    }
    if scanner.take(words: "between") {
      let low = try sum()
      guard scanner.take(words: "and") else { throw .expression(text) }
      return try made(.binary(.and, .binary(.atLeast, left, low), .binary(.atMost, left, sum())))
    }
    return left
  }

  /// An expression without comparisons: what a test compares with.
  mutating func sum() throws(CellProblem) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.most.depth else { throw .expression(text) }
    var left = try product()
    while true {
      if scanner.take("+") {
        left = try made(.binary(.plus, left, product()))
      } else if scanner.take("-") {
        left = try made(.binary(.minus, left, product()))
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(CellProblem) -> Expression {
    var left = try power()
    while true {
      if scanner.take("*") {
        left = try made(.binary(.times, left, power()))
      } else if scanner.take("/") {
        left = try made(.binary(.over, left, power()))
      } else {
        return left
      }
    }
  }

  private mutating func power() throws(CellProblem) -> Expression {
    var left = try signed()
    while scanner.take("**") { left = try made(.binary(.power, left, signed())) }
    return left
  }

  private mutating func signed() throws(CellProblem) -> Expression {
    var isNegative = false
    while scanner.take("-") { isNegative.toggle() }
    var found = try primary()
    while true {
      let place = scanner.place
      guard scanner.take(".") else { break }
      guard let word = scanner.word(), let property = Property(rawValue: word) else {
        scanner.back(to: place)
        break
      }
      found = try made(.property(found, property))
    }
    guard isNegative else { return found }
    if case .literal(.number(let number)) = found { return .literal(.number(-number)) }
    return try made(.negative(found))
  }

  private mutating func primary() throws(CellProblem) -> Expression {
    scanner.skipBlanks()
    let start = scanner.place
    switch scanner.next {
    case nil: throw .expression(text)
    case "\"":
      guard let quoted = scanner.quoted() else { throw .expression(text) }
      return try made(.literal(.text(quoted)))
    case "?":
      _ = scanner.take("?")
      return try made(.subject)
    case "@":
      _ = scanner.take("@")
      guard let quoted = scanner.quoted(), let literal = Self.temporal(quoted) else { throw .expression(text) }
      return try made(.literal(literal))
    case "(":
      _ = scanner.take("(")
      let inner = try expression()
      guard scanner.take(")") else { throw .expression(text) }
      return inner
    case "[":
      _ = scanner.take("[")
      if scanner.take("]") { return try made(.literal(.list([]))) }
      let items = try arguments(until: "]")
      let literals = items.compactMap { if case .literal(let literal) = $0 { literal } else { nil as Literal? } }
      return try made(literals.count == items.count ? .literal(.list(literals)) : .list(items))
    default:
      // A name that is known goes before a number and a word of the language, but a function has its bracket.
      for name in names where scanner.take(words: name) {
        if Function(rawValue: name) == nil || !scanner.take("(") { return try made(.name(name)) }
        scanner.back(to: start)
      }
      if let number = scanner.number() { return try made(.literal(.number(number))) }
      if let call = try call() { return try made(call) }
      for (word, literal) in [("true", Literal.boolean(true)), ("false", .boolean(false)), ("null", .null)]
      where scanner.take(words: word) {
        return try made(.literal(literal))
      }
      guard let word = scanner.word(), !scanner.take("(") else { throw .expression(text) }
      scanner.back(to: start)
      throw Self.words.contains(word) ? .expression(text) : .name(text, word)
    }
  }

  /// Words of the language that stand for more than is read here.
  private static let words: Set = ["for", "some", "every", "function", "if", "then", "else", "and", "or", "in", "not"]

  private mutating func arguments(until end: String) throws(CellProblem) -> [Expression] {
    var found: [Expression] = []
    repeat { found.append(try expression()) } while scanner.take(",")
    guard scanner.take(end) else { throw .expression(text) }
    return found
  }

  private mutating func call() throws(CellProblem) -> Expression? {
    let start = scanner.place
    for function in Function.byLength where scanner.take(words: function.rawValue) {
      guard scanner.take("(") else {
        scanner.back(to: start)
        continue
      }
      let given = try arguments(until: ")")
      guard function.arguments.contains(given.count) else { throw .expression(text) }
      return Self.folded(.call(function, given))
    }
    return nil
  }

  /// `date("2016-10-01")` and its like are values; one that is none (30 February) is FEEL's null.
  private static func folded(_ call: Expression) -> Expression {
    guard case .call(let function, let given) = call,
      [.date, .time, .dateAndTime, .duration].contains(function),
      given.allSatisfy({ if case .literal = $0 { true } else { false } }),
      let literal = try? call.value(in: Scope([:]))
    else { return call }
    return .literal(literal)
  }

  /// What `@"…"` means.
  private static func temporal(_ text: String) -> Literal? {
    if let date = CalendarDate(text) { return .date(date) }
    if text.contains("T"), let moment = Moment(text) { return .dateTime(moment) }
    return ClockTime(text).map(Literal.time) ?? Literal(durationText: text)
  }
}
