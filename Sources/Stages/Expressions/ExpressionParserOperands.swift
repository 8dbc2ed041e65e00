import WorkbenchKit

/// The parts between which conditions are made: sums, products, columns, values, calls.
extension ExpressionParser {
  mutating func sum() throws -> Expression {
    try operation(["+": .plus, "-": .minus]) { try $0.product() }
  }

  private mutating func product() throws -> Expression {
    try operation(["*": .times, "/": .over]) { try $0.minus() }
  }

  private mutating func operation(
    _ signs: [String: Expression.Arithmetic], _ part: (inout Self) throws -> Expression
  ) throws -> Expression {
    var left = try part(&self)
    while case .sign(let sign) = token.kind, let arithmetic = signs[sign] {
      index += 1
      let right = try part(&self)
      left = try made(.arithmetic(arithmetic, left, right), left.range.lowerBound..<end, over: [left, right])
    }
    return left
  }

  mutating func minus() throws -> Expression {
    let start = token.range.lowerBound
    guard takeSign("-") else { return try operand() }
    let inner = try nested { try $0.minus() }
    return try made(.negative(inner), start..<end, over: [inner])
  }

  private mutating func operand() throws -> Expression {
    let token = token
    switch token.kind {
    case .value(let value):
      index += 1
      try refuseDecimalComma(value, token)
      return Expression(.value(value), token.range)
    case .column(let name):
      index += 1
      return Expression(.column(name), token.range)
    case .word("true"), .word("false"):
      index += 1
      return Expression(.value(.boolean(token.kind == .word("true"))), token.range)
    case .word(let word) where !Self.keywords.contains(word):
      index += 1
      return takeSign("(") ? try call(word, token.range) : Expression(.column(word), token.range)
    case .sign("("):
      index += 1
      let inner = try nested { try $0.disjunction() }
      guard takeSign(")") else { throw due(Text(nl: "een )", en: "a )")) }
      return inner
    default: throw due(Text(nl: "een kolom of een waarde", en: "a column or a value"))
    }
  }

  private static let keywords: Set<String> = ["and", "or", "not", "in", "is", "missing"]

  /// `3,5` outside a list or a call is meant as one number.
  private func refuseDecimalComma(_ value: Value, _ number: ExpressionToken) throws {
    guard brackets == 0, case .number = value, token.kind == .sign(","),
      token.range.lowerBound == number.range.upperBound,
      case .value(.number) = tokens[index + 1].kind, tokens[index + 1].range.lowerBound == token.range.upperBound
    else { return }
    let range = number.range.lowerBound..<tokens[index + 1].range.upperBound
    let pointed = source.quote(number.range) + "." + source.quote(tokens[index + 1].range)
    throw source.problem(
      "comma",
      Text(
        nl: "in een expressie neemt een getal een decimale punt: '\(source.quote(range))'",
        en: "in an expression a number takes a decimal point: '\(source.quote(range))'"),
      at: range, wayOut: Text(nl: "schrijf: \(pointed)", en: "write: \(pointed)"), suggestion: pointed)
  }

  private mutating func call(_ name: String, _ range: Range<Int>) throws -> Expression {
    guard let function = ExpressionFunction(rawValue: name) else {
      let known = ExpressionFunction.allCases.map(\.rawValue)
      throw Diagnostic(
        "function.unknown", Text(nl: "'\(name)' is geen functie", en: "'\(name)' is no function"),
        wayOut: Text(
          nl: "er is: \(known.joined(separator: ", "))", en: "there is: \(known.joined(separator: ", "))"),
        suggestion: NearestWord.best(name, among: known), place: source.place(range))
    }
    var arguments: [Expression] = []
    brackets += 1
    if token.kind != .sign(")") {
      repeat { arguments.append(try nested { try $0.disjunction() }) } while takeSign(",")
    }
    brackets -= 1
    guard takeSign(")") else { throw due(Text(nl: "een )", en: "a )")) }
    guard function.argumentCount.contains(arguments.count) else {
      let few = function.argumentCount.lowerBound
      let many = function.argumentCount.upperBound
      let due = few == many ? Text.verbatim("\(few)") : Text(nl: "\(few) tot \(many)", en: "\(few) to \(many)")
      throw Diagnostic(
        "function.arguments",
        Text(
          nl: "'\(name)' neemt \(due.nl) waarden, geen \(arguments.count)",
          en: "'\(name)' takes \(due.en) values, not \(arguments.count)"),
        place: source.place(range.lowerBound..<end))
    }
    return try made(.call(function, arguments), range.lowerBound..<end, over: arguments)
  }
}
