import Methods
import WorkbenchKit

extension Evaluator {
  // MARK: Comparing

  func compare(_ sign: Expression.Comparison, _ left: Operand, _ right: Operand) throws -> Spread<Bool?> {
    switch (left.vector, right.vector) {
    case (.numbers(let first), .numbers(let second)):
      let factors = try commensurable(left, right)
      return try compareNumbers(sign, scaled(first, factors.left), scaled(second, factors.right))
    case (.texts(let first), .texts(let second)): return try compareTexts(sign, first, second)
    case (.dates(let first), .dates(let second)): return try compareNumbers(sign, first, second)
    case (.truths(let first), .truths(let second)) where sign == .equal || sign == .unequal:
      return try first.with(second, check) { left, right in
        left.flatMap { left in right.map { (left == $0) == (sign == .equal) } }
      }
    default:
      if left.vector.isEmpty || right.vector.isEmpty { return .all(nil) }
      throw incomparable(left, right)
    }
  }

  private func compareNumbers(
    _ sign: Expression.Comparison, _ left: Spread<Double>, _ right: Spread<Double>
  ) throws -> Spread<Bool?> {
    let due = (
      less: [.less, .atMost, .unequal].contains(sign), equal: [.equal, .atMost, .atLeast].contains(sign),
      greater: [.greater, .atLeast, .unequal].contains(sign)
    )
    // The loops hold what they do: a call for each row would take longer than that.
    @inline(__always)
    func compare(_ left: Double, _ right: Double) -> Bool? {
      if left < right { return due.less }
      if left > right { return due.greater }
      return left == right ? due.equal : nil
    }
    switch (left, right) {
    case (.all(let left), .all(let right)): return .all(compare(left, right))
    case (.each(let values), .all(let other)):
      return .each(
        try everyPiece(values.count, check) { rows, start in
          for row in rows { (start + row).initialize(to: compare(values[row], other)) }
        })
    case (.all(let other), .each(let values)):
      return .each(
        try everyPiece(values.count, check) { rows, start in
          for row in rows { (start + row).initialize(to: compare(other, values[row])) }
        })
    case (.each(let values), .each(let others)):
      return .each(
        try everyPiece(min(values.count, others.count), check) { rows, start in
          for row in rows { (start + row).initialize(to: compare(values[row], others[row])) }
        })
    }
  }

  private func compareTexts(
    _ sign: Expression.Comparison, _ left: Words, _ right: Words
  ) throws -> Spread<Bool?> {
    if sign == .equal || sign == .unequal {
      switch (left, right) {
      case (.each, .all(let sought?)), (.all(let sought?), .each):
        let texts = if case .each = left { left } else { right }
        let equal = try texts.equal(sought, check)
        return sign == .equal ? equal : try equal.map(check) { $0.map { !$0 } }
      default: break
      }
      return try left.with(right, check) { left, right in
        left.flatMap { left in right.map { (left == $0) == (sign == .equal) } }
      }
    }
    let keys = (try left.map(check) { $0.map(TextOrder.init) }, try right.map(check) { $0.map(TextOrder.init) })
    return try keys.0.with(keys.1, check) { left, right -> Bool? in
      guard let left, let right else { return nil }
      switch sign {
      case .less: return left < right
      case .atMost: return !(right < left)
      case .greater: return right < left
      default: return !(left < right)
      }
    }
  }

  func contains(_ left: Operand, _ right: Operand) throws -> Spread<Bool?> {
    let (left, right) = (try dateAsText(left), try dateAsText(right))
    for operand in [left, right] {
      if case .texts = operand.vector { continue }
      guard operand.vector.isEmpty else { throw mismatch(operand, due: Text(nl: "een tekst", en: "a text")) }
      return .all(nil)
    }
    guard case .texts(let texts) = left.vector, case .texts(let sought) = right.vector else { return .all(nil) }
    if case .all(let needle) = sought {
      guard let needle else { return .all(nil) }
      let search = CaselessSearch(needle)
      return try search.isFound(in: texts, check)
    }
    return try texts.with(sought, check) { text, needle in
      text.flatMap { text in needle.map { CaselessSearch($0).isFound(in: text) } }
    }
  }

  /// Whether a value is one of a list; a list of another type is an error as a comparison with each of it would be.
  func among(_ left: Operand, _ members: [Expression]) throws -> Spread<Bool?> {
    var numbers: Set<Double> = []
    var texts: Set<String> = []
    var truths: Set<Bool> = []
    var days: Set<Double> = []
    for member in members {
      let (left, right) = try aligned(left, operand(member))
      switch (left.vector, right.vector) {
      case (.numbers, .numbers(.all(let value))):
        let factors = try commensurable(left, right)
        numbers.insert(
          DecimalArithmetic.quotient(DecimalArithmetic.product(value, factors.right), factors.left))
      case (.texts, .texts(.all(let value))): value.map { _ = texts.insert($0) }
      case (.dates, .dates(.all(let value))): days.insert(value)
      case (.truths, .truths(.all(let value))): value.map { _ = truths.insert($0) }
      default:
        if left.vector.isEmpty { return .all(nil) }
        throw incomparable(left, right)
      }
    }
    switch left.vector {
    case .numbers, .reckoned:
      return try self.numbers(left).map(check) { $0.isNaN ? nil : numbers.contains($0) }
    case .dates(let values): return try values.map(check) { $0.isNaN ? nil : days.contains($0) }
    case .texts(let values): return try values.map(check) { $0.map(texts.contains) }
    case .truths(let values): return try values.map(check) { $0.map(truths.contains) }
    }
  }

  private func incomparable(_ left: Operand, _ right: Operand) -> Diagnostic {
    let first = source.quote(left.expression.range)
    let second = source.quote(right.expression.range)
    var wayOut: Text?
    if right.isLiteral, case .texts = left.vector, case .numbers = right.vector {
      wayOut = Text(
        nl: "zet het getal tussen aanhalingstekens, of lees de tekst als getal: number(\(first))",
        en: "put the number in quotes, or read the text as a number: number(\(first))")
    } else if case .texts = left.vector, case .dates = right.vector {
      wayOut = Text(nl: "lees de tekst als datum: date(\(first))", en: "read the text as a date: date(\(first))")
    } else if case .dates = left.vector, case .texts = right.vector {
      wayOut = Text(nl: "lees de tekst als datum: date(\(second))", en: "read the text as a date: date(\(second))")
    } else if right.isLiteral, case .numbers = left.vector, case .texts = right.vector {
      wayOut = Text(nl: "schrijf het getal zonder aanhalingstekens", en: "write the number without quotes")
    }
    return source.problem(
      "type",
      Text(
        nl: "'\(first)' is \(left.typeName.nl) en '\(second)' \(right.typeName.nl): die zijn zo niet te vergelijken",
        en: "'\(first)' is \(left.typeName.en) and '\(second)' \(right.typeName.en): they cannot be compared so"),
      at: left.expression.range.lowerBound..<right.expression.range.upperBound, wayOut: wayOut)
  }

  // MARK: Units

  /// The factors by which two numbers become comparable: percentages against shares of one.
  ///
  /// - Throws: `expression.unit` where `12%` or `€5` meets a number of which it is not known what it counts.
  func commensurable(_ left: Operand, _ right: Operand) throws -> (left: Double, right: Double) {
    if left.unit == .percent, right.unit == .share { return (0.01, 1) }
    if left.unit == .share, right.unit == .percent { return (1, 0.01) }
    for (typed, other) in [(left, right), (right, left)] where typed.isLiteral && !other.isLiteral {
      if typed.unit == .percent, other.unit != .percent { throw percentOfUnknown(typed, other) }
      if typed.unit == .euro, let unit = other.unit, unit != .euro { throw euroAgainst(typed, other, unit) }
    }
    return (1, 1)
  }

  private func percentOfUnknown(_ typed: Operand, _ other: Operand) -> Diagnostic {
    let shown = source.quote(typed.expression.range)
    let name = source.quote(other.expression.range)
    let number = shown.filter { $0 != "%" }
    let share = NumberText.parse(number).map { NumberText.shortest($0 / 100) } ?? ""
    return source.problem(
      "unit",
      Text(
        nl: "van '\(name)' is niet bekend of het een percentage of een aandeel is, dus \(shown) past er niet bij",
        en: "of '\(name)' it is not known whether it is a percentage or a share, so \(shown) does not fit"),
      at: typed.expression.range,
      wayOut: Text(
        nl: "schrijf \(number) als de kolom van 0 tot 100 loopt, \(share) als zij van 0 tot 1 loopt",
        en: "write \(number) if the column runs from 0 to 100, \(share) if it runs from 0 to 1"))
  }

  private func euroAgainst(_ typed: Operand, _ other: Operand, _ unit: Unit) -> Diagnostic {
    let shown = source.quote(typed.expression.range)
    let name = source.quote(other.expression.range)
    return source.problem(
      "unit",
      Text(
        nl: "'\(name)' telt \(unit.label.nl), geen euro's", en: "'\(name)' counts \(unit.label.en), not euros"),
      at: typed.expression.range,
      wayOut: Text(nl: "schrijf het getal zonder €: niet \(shown)", en: "write the number without €: not \(shown)"))
  }

  func scaled(_ values: Spread<Double>, _ factor: Double) throws -> Spread<Double> {
    factor == 1 ? values : try values.map(check) { DecimalArithmetic.product($0, factor) }
  }
}
