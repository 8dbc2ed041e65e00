import WorkbenchKit

/// Dates in expressions: a text that is given outright beside a date is read as one, a difference is a number of days, and a date
/// with so many days is a date.
extension Evaluator {
  /// Reads a text that was given outright as a date where the other side is a date.
  ///
  /// - Throws: `date.format` where it is none.
  func aligned(_ left: Operand, _ right: Operand) throws -> (Operand, Operand) {
    switch (left.vector, right.vector) {
    case (.dates, .texts(.all)) where right.isLiteral: (left, try date(right))
    case (.texts(.all), .dates) where left.isLiteral: (try date(left), right)
    default: (left, right)
    }
  }

  /// A date as it is written, for what is done with texts; anything else as it is.
  func dateAsText(_ operand: Operand) throws -> Operand {
    guard case .dates(let values) = operand.vector else { return operand }
    var copy = operand
    copy.vector = .texts(Words(try values.map(check) { Self.day($0)?.text }))
    return copy
  }

  /// The day of a number that stands for one; nil where it is missing.
  private static func day(_ number: Double) -> CalendarDate? {
    Int(exactly: number).flatMap { CalendarDate(dayNumber: $0) }
  }

  // MARK: Reading

  /// Reads one text that was given outright.
  private func date(_ operand: Operand) throws -> Operand {
    guard case .texts(.all(let text)) = operand.vector else { return operand }
    do {
      let number = try text.map { Double(try CalendarDate(typed: $0).dayNumber) } ?? .nan
      return Operand(vector: .dates(.all(number)), expression: operand.expression)
    } catch let error as Diagnostic { throw error.at(source.place(operand.expression.range)) }
  }

  func dated(_ function: ExpressionFunction, _ argument: Expression, _ whole: Expression) throws -> Operand {
    let operand = try dates(of: operand(argument), function)
    guard case .dates(let values) = operand.vector else { return operand }
    func part(_ part: (CalendarDate) -> Int) throws -> Operand {
      let numbers = try values.map(check) { Self.day($0).map { Double(part($0)) } ?? .nan }
      return Operand(vector: .numbers(numbers), expression: whole)
    }
    switch function {
    case .year: return try part(\.year)
    case .month: return try part(\.month)
    case .day: return try part(\.day)
    default: return Operand(vector: .dates(values), expression: whole)
    }
  }

  /// What is a date already, or a text read as one: `2027-01-31` or `31-1-2027`. A text of a column that is none is missing, which is
  /// said.
  private func dates(of operand: Operand, _ function: ExpressionFunction) throws -> Operand {
    switch operand.vector {
    case .dates: return operand
    case .texts(.all) where operand.isLiteral: return try date(operand)
    case .texts(let texts) where function == .date:
      var copy = operand
      let values = try texts.map(check) { text -> Double in
        guard let text, let day = CalendarDate(text) ?? (try? CalendarDate(typed: text)) else { return .nan }
        return Double(day.dayNumber)
      }
      copy.vector = .dates(values)
      let given = texts.spread.given
      let unread = zip(given.indices, zip(given, values.given)).filter { _, pair in
        pair.1.isNaN && pair.0.map { !$0.trimmedOfPadding.isEmpty } ?? false
      }
      if let first = unread.first { say(Self.unread(source.quote(operand.expression.range), unread.count, first.0)) }
      return copy
    default:
      guard operand.vector.isEmpty else { throw mismatch(operand, due: Text(nl: "een datum", en: "a date")) }
      return Operand(vector: .dates(.all(.nan)), expression: operand.expression)
    }
  }

  private func say(_ notice: Notice) {
    if !remarks.notices.contains(notice) { remarks.notices.append(notice) }
  }

  private static func unread(_ name: String, _ count: Int, _ first: Int) -> Notice {
    let row = Text.count(first + 1)
    return .caution(
      nl: count == 1
        ? "van '\(name)' is de tekst in rij \(row.nl) geen datum, en ontbreekt dus"
        : "van '\(name)' zijn \(Text.count(count).nl) teksten geen datum (de eerste in rij \(row.nl)), en ontbreken dus",
      en: count == 1
        ? "of '\(name)' the text in row \(row.en) is no date, and so is missing"
        : "of '\(name)' \(Text.count(count).en) texts are no date (the first in row \(row.en)), and so are missing")
  }

  // MARK: Reckoning

  /// The least or the greatest of dates; nil where there is no date among them.
  func extremeDate(_ function: ExpressionFunction, _ arguments: [Expression], _ whole: Expression) throws -> Operand? {
    let operands = try arguments.map { try operand($0) }
    guard let dated = operands.first(where: { if case .dates = $0.vector { true } else { false } }) else { return nil }
    var result: Spread<Double>?
    for operand in operands {
      let operand = try aligned(dated, operand).1
      guard case .dates(let values) = operand.vector else {
        guard operand.vector.isEmpty else { throw mismatch(operand, due: Text(nl: "een datum", en: "a date")) }
        return Operand(vector: .dates(.all(.nan)), expression: whole)
      }
      result =
        try result.map {
          try $0.with(values, check) { left, right in
            if left.isNaN || right.isNaN { return .nan }
            return function == .min ? Swift.min(left, right) : Swift.max(left, right)
          }
        } ?? values
    }
    return Operand(vector: .dates(result ?? .all(.nan)), expression: whole)
  }

  /// A difference of dates in days, or a date so many days later or earlier; nil where there is no date.
  func days(
    _ sign: Expression.Arithmetic, _ left: Operand, _ right: Operand, _ whole: Expression
  ) throws -> Operand? {
    switch (sign, left.vector, right.vector) {
    case (.minus, .dates(let first), .dates(let second)):
      return Operand(vector: .numbers(try first.with(second, check) { $0 - $1 }), unit: .days, expression: whole)
    case (.minus, _, .dates) where left.vector.isEmpty:
      return Operand(vector: .numbers(.all(.nan)), unit: .days, expression: whole)
    case (.plus, .dates(let first), _):
      return try moved(first, by: days(right), 1, whole)
    case (.minus, .dates(let first), _):
      return try moved(first, by: days(right), -1, whole)
    case (.plus, _, .dates(let second)):
      return try moved(second, by: days(left), 1, whole)
    default: return nil
    }
  }

  /// Numbers that count days.
  ///
  /// - Throws: `expression.type`; `expression.unit` where they count something else.
  private func days(_ operand: Operand) throws -> Spread<Double> {
    let operand = try number(operand)
    if let unit = operand.unit, unit != .days {
      let shown = source.quote(operand.expression.range)
      throw source.problem(
        "unit",
        Text(nl: "'\(shown)' telt \(unit.label.nl), geen dagen", en: "'\(shown)' counts \(unit.label.en), not days"),
        at: operand.expression.range,
        wayOut: Text(
          nl: "bij een datum komt een aantal dagen: until + 30", en: "to a date a number of days is added: until + 30"))
    }
    return try numbers(operand)
  }

  private func moved(
    _ dates: Spread<Double>, by days: Spread<Double>, _ sign: Double, _ whole: Expression
  ) throws -> Operand {
    let values = try dates.with(days, check) { date, days -> Double in
      let moved = date + sign * days
      return Self.day(moved) == nil ? .nan : moved
    }
    let lost = values.given.indices.count { row in
      values[row].isNaN && !dates[row].isNaN && !days[row].isNaN
    }
    if lost > 0 { say(Self.lost(source.quote(whole.range), lost)) }
    return Operand(vector: .dates(values), expression: whole)
  }

  private static func lost(_ name: String, _ count: Int) -> Notice {
    let many = Text.counted(count, Text(nl: "keer", en: "time"), Text(nl: "keer", en: "times"))
    return .caution(
      nl: "'\(name)' is \(many.nl) geen dag van de jaren 1 tot en met 9999, of telt geen hele dagen, en ontbreekt daar",
      en: "'\(name)' is \(many.en) no day of the years 1 to 9999, or counts no whole days, and is missing there")
  }
}
