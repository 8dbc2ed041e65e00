import WorkbenchKit

extension Literal {
  /// Reads a value as a person types it: `yes`, `ja` and `true` are the same, a decimal comma is one; nil where it is none of
  /// the type.
  public init?(typed value: Value, as type: ValueType) {
    let words = value.plain
    switch type {
    case .text: self = .text(value.text ?? words)
    case .boolean:
      guard let boolean = value.boolean ?? Self.words[words.lowercased()] else { return nil }
      self = .boolean(boolean)
    case .number, .integer:
      guard let number = value.number ?? NumberText.parse(words), number.isFinite else { return nil }
      self = .number(number)
      if !fits(type) { return nil }
    case .date:
      guard let date = try? CalendarDate(typed: words) else { return nil }
      self = .date(date)
    case .time:
      guard let time = ClockTime(words) else { return nil }
      self = .time(time)
    case .dateTime:
      guard let moment = Moment(words) else { return nil }
      self = .dateTime(moment)
    case .dayTimeDuration:
      guard case .seconds(let seconds)? = DurationText.read(words) else { return nil }
      self = .seconds(seconds)
    case .yearMonthDuration:
      guard case .months(let months)? = DurationText.read(words) else { return nil }
      self = .months(months)
    case .list:
      let items =
        if case .list(let items) = value { items } else {
          words.split(separator: ",").map { TypedValue.guess(String($0).trimmedOfPadding) }
        }
      self = .list(items.compactMap { Literal(typed: $0, as: .any) })
    case .any: self.init(typed: value, like: [])
    }
  }

  /// Reads a value where no type is given: of a kind that it is compared with, if it can be one.
  ///
  /// - Parameter others: what it is compared with.
  public init(typed value: Value, like others: [Literal]) {
    let words = value.plain
    let kinds = Set(others.map(\.kind))
    // A word that is compared with stands for itself; a number does where none is compared with.
    if others.contains(.text(words)), value.number == nil || !kinds.contains(.number) {
      self = .text(words)
      return
    }
    for type in [ValueType.number, .boolean, .date, .dateTime, .time, .dayTimeDuration, .yearMonthDuration] {
      if let literal = Literal(typed: value, as: type), kinds.contains(literal.kind) {
        self = literal
        return
      }
    }
    switch value {
    case .number(let number, _): self = .number(number)
    case .boolean(let boolean): self = .boolean(boolean)
    case .date(let date): self = .date(date)
    case .list(let items): self = .list(items.map { Literal(typed: $0, like: others) })
    case .text, .missing: self = Literal(typed: .text(words), as: .date) ?? .text(words)
    }
  }

  private static let words: [String: Bool] = [
    "true": true, "yes": true, "ja": true, "waar": true, "false": false, "no": false, "nee": false, "onwaar": false,
  ]
}

extension Literal {
  /// Reads an ISO 8601 duration.
  init?(durationText text: String) {
    switch DurationText.read(text) {
    case .seconds(let seconds): self = .seconds(seconds)
    case .months(let months): self = .months(months)
    case nil: return nil
    }
  }
}
