import Methods
import WorkbenchKit

extension Evaluator {
  /// Decimals are worked with as decimals. What has no finite outcome, such as a division by nought, is missing.
  func arithmetic(
    _ sign: Expression.Arithmetic, _ left: Operand, _ right: Operand, _ whole: Expression
  ) throws -> Operand {
    var (first, second) = (reckoning(left), reckoning(right))
    let unit: Unit?
    switch sign {
    case .plus, .minus:
      let factors = try commensurable(left, right)
      (first, second) = (Reckoning(first, times: factors.left), Reckoning(second, times: factors.right))
      unit = factors == (1, 1) ? Self.sumUnit(left, right) : .share
    case .times, .over:
      (first, second) = (Reckoning(first, times: left.shareFactor), Reckoning(second, times: right.shareFactor))
      let unitOfRight = sign == .times && Self.isPure(left) ? right.unitOfProduct : nil
      unit = Self.isPure(right) ? left.unitOfProduct : unitOfRight
    }
    return Operand(vector: .reckoned(.joined(sign, first, second)), unit: unit, expression: whole)
  }

  func call(_ function: ExpressionFunction, _ arguments: [Expression], _ whole: Expression) throws -> Operand {
    switch function {
    case .abs:
      let operand = try number(arguments[0])
      return Operand(
        vector: .numbers(try numbers(operand).map(check) { $0.magnitude }), unit: operand.unit, expression: whole)
    case .round:
      let operand = try number(part(arguments[0]))
      let places = arguments.count > 1 ? try numbers(try number(arguments[1])) : .all(0)
      if case .all(let places) = places, places.isFinite {
        let rounded = Reckoning.rounded(reckoning(operand), Self.decimals(places))
        return Operand(vector: .reckoned(rounded), unit: operand.unit, expression: whole)
      }
      let rounded = try numbers(operand).with(places, check, Self.rounded)
      return Operand(vector: .numbers(rounded), unit: operand.unit, expression: whole)
    case .min, .max: return try extreme(function, arguments, whole)
    case .lower:
      return Operand(vector: .texts(Words(try text(arguments[0]).map(check) { $0?.lowercased() })), expression: whole)
    case .length:
      let counts = try text(arguments[0]).map(check) { $0.map { Double($0.count) } ?? .nan }
      return Operand(vector: .numbers(counts), expression: whole)
    case .number:
      let operand = try operand(arguments[0])
      if case .numbers = operand.vector {
        return Operand(vector: operand.vector, unit: operand.unit, expression: whole)
      }
      let texts = try text(arguments[0])
      for case let word? in texts.spread.given where NumberText.isBeyondWhole(word.trimmedOfPadding.utf8) {
        throw source.tooLong(word.trimmedOfPadding, at: whole.range)
      }
      return Operand(vector: .numbers(readNumbers(texts, arguments[0])), expression: whole)
    case .text:
      let operand = try operand(arguments[0])
      let dated = try dateAsText(operand)
      if case .texts = dated.vector { return Operand(vector: dated.vector, expression: whole) }
      let texts = try numbers(number(arguments[0])).map(check) { $0.isNaN ? nil : NumberText.shortest($0) }
      return Operand(vector: .texts(Words(texts)), expression: whole)
    case .date, .year, .month, .day: return try dated(function, arguments[0], whole)
    case .if: return try choice(arguments, whole)
    }
  }

  private func extreme(
    _ function: ExpressionFunction, _ arguments: [Expression], _ whole: Expression
  ) throws -> Operand {
    if let dates = try extremeDate(function, arguments, whole) { return dates }
    let operands = try arguments.map { try number($0) }
    var result = operands[0]
    for operand in operands.dropFirst() {
      let factors = try commensurable(result, operand)
      let (one, other) = (try scaled(numbers(result), factors.left), try scaled(numbers(operand), factors.right))
      let values = try one.with(other, check) { left, right -> Double in
        if left.isNaN || right.isNaN { return .nan }
        return function == .min ? Swift.min(left, right) : Swift.max(left, right)
      }
      let unit = factors == (1, 1) ? Self.sumUnit(result, operand) : .share
      result = Operand(vector: .numbers(values), unit: unit, expression: whole)
    }
    return result
  }

  /// Where the condition is missing, so is the outcome.
  private func choice(_ arguments: [Expression], _ whole: Expression) throws -> Operand {
    let condition = try condition(arguments[0])
    let (first, second) = try aligned(operand(arguments[1]), operand(arguments[2]))
    func chosen<Element>(_ left: Spread<Element>, _ right: Spread<Element>, _ missing: Element) throws -> Spread<
      Element
    > {
      .each(
        try everyRow(table.rowCount, check) { row in condition[row].map { $0 ? left[row] : right[row] } ?? missing })
    }
    switch (first.vector, second.vector) {
    case (.numbers(let left), .numbers(let right)):
      let factors = try commensurable(first, second)
      let values = try chosen(scaled(left, factors.left), scaled(right, factors.right), .nan)
      let unit = factors == (1, 1) ? Self.sumUnit(first, second) : .share
      return Operand(vector: .numbers(values), unit: unit, expression: whole)
    case (.texts(let left), .texts(let right)):
      return Operand(vector: .texts(Words(try chosen(left.spread, right.spread, nil))), expression: whole)
    case (.dates(let left), .dates(let right)):
      return Operand(vector: .dates(try chosen(left, right, .nan)), expression: whole)
    case (.truths(let left), .truths(let right)):
      return truth(try chosen(left, right, nil), whole)
    default: throw mismatch(second, due: first.typeName)
    }
  }

  // MARK: Numbers

  private static func rounded(_ number: Double, _ places: Double) -> Double {
    guard number.isFinite, places.isFinite else { return .nan }
    return NumberText.rounded(number, decimals: decimals(places))
  }

  private static func decimals(_ places: Double) -> Int { Int(Swift.min(Swift.max(places, 0), 15)) }

  /// Reads texts as a file's numbers are read: their column as a whole tells which mark is before decimals.
  private func readNumbers(_ texts: Words, _ argument: Expression) -> Spread<Double> {
    let read = { (values: Texts) -> [Double] in
      let column = Column.texts(source.quote(argument.range), values)
      let (table, notices) = Table(columns: [column]).readingNumbers(of: [0], marks: nil, partly: [0])
      remarks.notices += notices.filter { !remarks.notices.contains($0) }
      return table.columns[0].numbers ?? []
    }
    switch texts {
    case .each(let values): return .each(read(values))
    case .all(let value): return .all(read([value]).first ?? .nan)
    }
  }

  // MARK: Units

  /// Whether a factor leaves the other's unit as it is: a plain number, a percentage that was typed, a share of one.
  private static func isPure(_ operand: Operand) -> Bool {
    operand.unit == .share || operand.isLiteral && (operand.unit == nil || operand.unit == .percent)
  }

  private static func sumUnit(_ left: Operand, _ right: Operand) -> Unit? {
    if left.unit == right.unit { return left.unit }
    if left.isLiteral, left.unit == nil { return right.unit }
    if right.isLiteral, right.unit == nil { return left.unit }
    return nil
  }
}

extension Operand {
  /// The unit once a typed percentage has become a share of one.
  fileprivate var unitOfProduct: Unit? { isLiteral && unit == .percent ? .share : unit }
}
