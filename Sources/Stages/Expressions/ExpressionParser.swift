import WorkbenchKit

/// Makes a tree of an expression.
///
/// From loose to tight: `or`, `and`, `not`, comparison, `+ -`, `* /`, unary minus. Comparisons do not chain.
struct ExpressionParser {
  let source: ExpressionSource
  let tokens: [ExpressionToken]
  var index: Int
  private var depth = 0
  /// How many brackets are open in which a comma parts values.
  var brackets = 0

  private init(_ source: ExpressionSource, _ tokens: [ExpressionToken], from index: Int) {
    self.source = source
    self.tokens = tokens
    self.index = index
  }

  /// Parses all tokens from `index` on.
  ///
  /// - Throws: `expression.syntax`, `expression.comma`, `expression.deep`, `function.unknown`, `function.arguments`.
  static func parse(_ source: ExpressionSource, _ tokens: [ExpressionToken], from index: Int = 0) throws -> Expression {
    var parser = ExpressionParser(source, tokens, from: index)
    let expression = try parser.disjunction()
    guard parser.token.kind == .end else { throw parser.unexpected() }
    return expression
  }

  // MARK: Conditions

  mutating func disjunction() throws -> Expression {
    try joined("or", { try $0.conjunction() }, Expression.Form.any)
  }

  private mutating func conjunction() throws -> Expression {
    try joined("and", { try $0.negation() }, Expression.Form.all)
  }

  private mutating func joined(
    _ keyword: String, _ part: (inout Self) throws -> Expression, _ form: ([Expression]) -> Expression.Form
  ) throws -> Expression {
    let first = try part(&self)
    guard isWord(keyword) else { return first }
    var parts = [first]
    while takeWord(keyword) { parts.append(try part(&self)) }
    return try made(form(parts), first.range.lowerBound..<end, over: parts)
  }

  private mutating func negation() throws -> Expression {
    let start = token.range.lowerBound
    guard takeWord("not") else { return try comparison() }
    let inner = try nested { try $0.negation() }
    return try made(.not(inner), start..<end, over: [inner])
  }

  private mutating func comparison() throws -> Expression {
    let left = try sum()
    let start = left.range.lowerBound
    if case .sign(let sign) = token.kind {
      guard sign == "~" || Expression.Comparison(rawValue: sign) != nil else { return left }
      index += 1
      let right = try sum()
      try refuseChain()
      let form =
        Expression.Comparison(rawValue: sign).map { Expression.Form.comparison($0, left, right) }
        ?? .contains(left, right)
      return try made(form, start..<end, over: [left, right])
    }
    if takeWord("is") {
      let negated = takeWord("not")
      guard takeWord("missing") else { throw due(Text(nl: "'missing'", en: "'missing'")) }
      return try negating(negated, made(.isMissing(left), start..<end, over: [left]))
    }
    let negated = isWord("not") && tokens[index + 1].kind == .word("in")
    if negated { index += 1 }
    guard takeWord("in") else { return left }
    let members = try list()
    return try negating(negated, made(.among(left, members), start..<end, over: [left] + members))
  }

  private func negating(_ negated: Bool, _ expression: Expression) throws -> Expression {
    negated ? try made(.not(expression), expression.range, over: [expression]) : expression
  }

  private func refuseChain() throws {
    guard case .sign(let sign) = token.kind, sign == "~" || Expression.Comparison(rawValue: sign) != nil else { return }
    throw source.problem(
      "syntax",
      Text(
        nl: "vergelijkingen vormen geen ketting: '\(sign)' te veel", en: "comparisons do not chain: '\(sign)' too many"),
      at: token.range, wayOut: Text(nl: "zoals: a > 1 and a < 5", en: "such as: a > 1 and a < 5"))
  }

  /// The values between the brackets behind `in`.
  private mutating func list() throws -> [Expression] {
    if case .value(.list(let values)) = token.kind {
      let range = token.range
      index += 1
      return values.map { Expression(.value($0), range) }
    }
    guard takeSign("(") else { throw due(Text(nl: "een lijst tussen haakjes", en: "a list between brackets")) }
    var members: [Expression] = []
    if takeSign(")") { return members }
    brackets += 1
    defer { brackets -= 1 }
    repeat {
      let member = try minus()
      guard member.isLiteral else {
        throw source.problem(
          "list",
          Text(
            nl: "in een lijst staan getallen en teksten, niet '\(source.quote(member.range))'",
            en: "a list holds numbers and texts, not '\(source.quote(member.range))'"),
          at: member.range,
          wayOut: Text(nl: "een tekst staat tussen aanhalingstekens", en: "a text stands in quotes"),
          suggestion: "\"\(source.quote(member.range))\"")
      }
      if case .value(.list(let values)) = member.form {
        members += values.map { Expression(.value($0), member.range) }
      } else {
        members.append(member)
      }
    } while takeSign(",")
    guard takeSign(")") else { throw due(Text(nl: "een ) die de lijst sluit", en: "a ) that closes the list")) }
    return members
  }

  // MARK: Tokens and depth

  var token: ExpressionToken { tokens[index] }
  /// Where the last token taken ends.
  var end: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

  private func isWord(_ word: String) -> Bool { token.kind == .word(word) }

  private mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    index += 1
    return true
  }

  mutating func takeSign(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    index += 1
    return true
  }

  mutating func nested(_ inner: (inout Self) throws -> Expression) throws -> Expression {
    guard depth < Expression.depthLimit else { throw tooDeep(token.range) }
    depth += 1
    defer { depth -= 1 }
    return try inner(&self)
  }

  func made(
    _ form: Expression.Form, _ range: Range<Int>, over parts: [Expression]
  ) throws -> Expression {
    let expression = Expression(form, range, over: parts)
    if expression.depth > Expression.depthLimit { throw tooDeep(range.upperBound..<range.upperBound) }
    return expression
  }

  private func tooDeep(_ range: Range<Int>) -> Diagnostic {
    let limit = Expression.depthLimit
    return source.problem(
      "deep",
      Text(
        nl: "de expressie is dieper genest dan \(limit) niveaus",
        en: "the expression is nested deeper than \(limit) levels"
      ),
      at: range,
      wayOut: Text(
        nl: "bereken een deel vooraf met 'derive', of gebruik 'in (…)'",
        en: "work out a part first with 'derive', or use 'in (…)'"))
  }

  func due(_ what: Text) -> Diagnostic {
    if token.kind == .end {
      return source.problem(
        "syntax",
        Text(nl: "de expressie houdt op waar \(what.nl) hoort", en: "the expression ends where \(what.en) is due"),
        at: token.range)
    }
    let shown = source.quote(token.range)
    return source.problem(
      "syntax", Text(nl: "waar '\(shown)' staat, hoort \(what.nl)", en: "where '\(shown)' stands, \(what.en) is due"),
      at: token.range)
  }

  private func unexpected() -> Diagnostic {
    let shown = source.quote(token.range)
    return source.problem(
      "syntax", Text(nl: "'\(shown)' past hier niet", en: "'\(shown)' does not fit here"), at: token.range,
      wayOut: Text(
        nl: "verbind voorwaarden met 'and' of 'or', zet teksten tussen \"…\" en kolommen met spaties tussen `…`",
        en: "join conditions with 'and' or 'or', put texts between \"…\" and columns with blanks between `…`"))
  }
}
