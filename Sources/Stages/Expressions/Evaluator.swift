import WorkbenchKit

/// Works an expression out over all rows of a table at once.
///
/// Missing propagates: what is compared or computed with a missing value is missing; `and` and `or` follow Kleene (1952),
/// so that `false and missing` is false. Withheld cells are missing.
struct Evaluator {
  /// What came up on the way, to be said beside the outcome.
  final class Remarks {
    var notices: [Notice] = []
  }

  let table: Table
  let source: ExpressionSource
  /// Asked before each step over all rows.
  let check: () throws -> Void
  let remarks = Remarks()

  /// - Throws: `column.unknown`, `date.format`, `expression.type`, `expression.unit`.
  func operand(_ expression: Expression) throws -> Operand { try settled(part(expression)) }

  /// The same, where numbers may be still to be worked out.
  func part(_ expression: Expression) throws -> Operand {
    try check()
    switch expression.form {
    case .value(let value): return try literal(value, expression)
    case .column(let name): return try column(name, expression)
    case .negative(let inner):
      let operand = try number(part(inner))
      return Operand(vector: .reckoned(.negative(reckoning(operand))), unit: operand.unit, expression: expression)
    case .arithmetic(let sign, let left, let right):
      var (one, other) = (try part(left), try part(right))
      if one.reckoning == nil || other.reckoning == nil {
        (one, other) = try aligned(settled(one), settled(other))
        if let outcome = try days(sign, one, other, expression) { return outcome }
      }
      return try arithmetic(sign, number(one), number(other), expression)
    case .comparison(let sign, let left, let right):
      let (one, other) = try aligned(operand(left), operandOrText(right))
      return truth(try compare(sign, one, other), expression)
    case .contains(let left, let right): return truth(try contains(operand(left), operandOrText(right)), expression)
    case .among(let left, let members): return truth(try among(operand(left), members), expression)
    case .isMissing(let inner): return truth(try operand(inner).vector.missing(check), expression)
    case .not(let inner): return truth(try condition(inner).map(check) { $0.map { !$0 } }, expression)
    case .all(let parts): return truth(try joined(parts, decisive: false), expression)
    case .any(let parts): return truth(try joined(parts, decisive: true), expression)
    case .call(let function, let arguments): return try call(function, arguments, expression)
    }
  }

  /// Returns the truth of a condition, row by row.
  ///
  /// - Throws: `expression.type` where it is none, and all that `operand` throws.
  func condition(_ expression: Expression) throws -> Spread<Bool?> {
    let operand = try operand(expression)
    if case .truths(let truths) = operand.vector { return truths }
    if operand.vector.isEmpty, !operand.isLiteral { return .all(nil) }
    throw mismatch(operand, due: Text(nl: "een voorwaarde", en: "a condition"))
  }

  func truth(_ truths: Spread<Bool?>, _ expression: Expression) -> Operand {
    Operand(vector: .truths(truths), expression: expression)
  }

  private func literal(_ value: Value, _ expression: Expression) throws -> Operand {
    switch value {
    case .number(let number, let unit): Operand(vector: .numbers(.all(number)), unit: unit, expression: expression)
    case .text(let text): Operand(vector: .texts(.all(text)), expression: expression)
    case .boolean(let boolean): Operand(vector: .truths(.all(boolean)), expression: expression)
    case .date(let date): Operand(vector: .dates(.all(Double(date.dayNumber))), expression: expression)
    case .missing: Operand(vector: .numbers(.all(.nan)), expression: expression)
    case .list:
      throw source.problem(
        "list",
        Text(
          nl: "'\(source.quote(expression.range))' is een lijst", en: "'\(source.quote(expression.range))' is a list"),
        at: expression.range, wayOut: Text(nl: "een lijst hoort achter 'in'", en: "a list belongs behind 'in'"))
    }
  }

  private func column(_ name: String, _ expression: Expression) throws -> Operand {
    // The place is worked out for the error only: it looks through the whole text.
    let column = try (table.column(name) ?? table.require(name, at: source.place(expression.range))).open
    let vector: Vector =
      switch column.storage {
      case .numbers(let values): .numbers(.each(values))
      case .texts(let values): .texts(.each(values))
      case .booleans(let values): .truths(.each(values))
      case .dates: .dates(.each(column.dayNumbers ?? []))
      }
    return Operand(vector: vector, unit: column.unit, expression: expression)
  }

  /// The right side of a comparison, where a bare word that is no column is most likely a text without its quotes.
  private func operandOrText(_ expression: Expression) throws -> Operand {
    do { return try operand(expression) } catch var error as Diagnostic {
      if case .column(let name) = expression.form, error.code == "column.unknown", error.suggestion == nil {
        let hint = Text(nl: "een tekst staat tussen aanhalingstekens", en: "a text stands in quotes")
        error.wayOut = error.wayOut.map { hint + .verbatim("; ") + $0 } ?? hint
        error.suggestion = "\"\(name)\""
      }
      throw error
    }
  }

  /// Kleene's `and` (decisive: false) and `or` (decisive: true).
  private func joined(_ parts: [Expression], decisive: Bool) throws -> Spread<Bool?> {
    var result: Spread<Bool?> = .all(!decisive)
    for part in parts { result = try joined(result, try condition(part), decisive) }
    return result
  }

  private func joined(_ one: Spread<Bool?>, _ other: Spread<Bool?>, _ decisive: Bool) throws -> Spread<Bool?> {
    @inline(__always)
    func join(_ left: Bool?, _ right: Bool?) -> Bool? {
      if left == decisive || right == decisive { return decisive }
      return left == nil || right == nil ? nil : !decisive
    }
    switch (one, other) {
    case (.all(let left), .all(let right)): return .all(join(left, right))
    case (.all(!decisive), let rest), (let rest, .all(!decisive)): return rest
    case (.all(let left), .each(let truths)), (.each(let truths), .all(let left)):
      return .each(
        try everyPiece(truths.count, check) { rows, start in
          for row in rows { (start + row).initialize(to: join(left, truths[row])) }
        })
    case (.each(let left), .each(let right)):
      return .each(
        try everyPiece(min(left.count, right.count), check) { rows, start in
          for row in rows { (start + row).initialize(to: join(left[row], right[row])) }
        })
    }
  }

  // MARK: Types

  /// Works a part out that must be numbers.
  func number(_ expression: Expression) throws -> Operand { try number(operand(expression)) }

  /// Sees to it that a part is numbers.
  func number(_ operand: Operand) throws -> Operand {
    var operand = operand
    if operand.reckoning != nil { return operand }
    guard operand.vector.isEmpty else { throw mismatch(operand, due: Text(nl: "een getal", en: "a number")) }
    operand.vector = .numbers(.all(.nan))
    return operand
  }

  /// Works out what is still to be.
  private func settled(_ operand: Operand) throws -> Operand {
    guard case .reckoned(let reckoning) = operand.vector else { return operand }
    var operand = operand
    operand.vector = .numbers(try reckoning.values(check))
    return operand
  }

  /// Works a part out that must be texts.
  func text(_ expression: Expression) throws -> Words {
    let operand = try operand(expression)
    if case .texts(let texts) = operand.vector { return texts }
    guard operand.vector.isEmpty else { throw mismatch(operand, due: Text(nl: "een tekst", en: "a text")) }
    return .all(nil)
  }

  /// The numbers of an operand that `number` gave.
  func numbers(_ operand: Operand) throws -> Spread<Double> { try reckoning(operand).values(check) }

  /// The same as what is still to be worked out.
  func reckoning(_ operand: Operand) -> Reckoning { operand.reckoning ?? .given(.all(.nan)) }

  func mismatch(_ operand: Operand, due: Text) -> Diagnostic {
    let shown = source.quote(operand.expression.range)
    let type = operand.typeName
    var wayOut: Text?
    if case .dates = operand.vector {
      wayOut = Text(
        nl:
          "van een datum zijn er getallen: een verschil in dagen (`a - b`), year(\(shown)), month(\(shown)), day(\(shown))",
        en:
          "of a date there are numbers: a difference in days (`a - b`), year(\(shown)), month(\(shown)), day(\(shown))")
    } else if case .texts = operand.vector, !operand.isLiteral {
      wayOut = Text(nl: "lees het als getal met: number(\(shown))", en: "read it as a number with: number(\(shown))")
    }
    return source.problem(
      "type",
      Text(
        nl: "'\(shown)' is \(type.nl), en hier hoort \(due.nl)",
        en: "'\(shown)' is \(type.en), and \(due.en) is due here"),
      at: operand.expression.range, wayOut: wayOut)
  }
}
