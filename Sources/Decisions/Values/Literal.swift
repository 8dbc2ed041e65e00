import WorkbenchKit

/// One value in a decision table.
public enum Literal: Sendable, Hashable {
  /// What FEEL calls null: there is no value. Not the same as a value that is not known.
  case null
  case text(String)
  case number(Double)
  case boolean(Bool)
  case date(CalendarDate)
  case time(ClockTime)
  case dateTime(Moment)
  /// A duration in days and time, in seconds.
  case seconds(Double)
  /// A duration in years and months, in months.
  case months(Int)
  case list([Literal])

  /// Values of one kind have an order; those of different kinds cannot be compared.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case null, text, number, boolean, date, time, dateTime, seconds, months, list
  }

  public var kind: Kind {
    switch self {
    case .null: .null
    case .text: .text
    case .number: .number
    case .boolean: .boolean
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .seconds: .seconds
    case .months: .months
    case .list: .list
    }
  }

  /// As FEEL writes it.
  public var feel: String {
    switch self {
    case .null: "null"
    case .text(let text):
      "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : $0 == "\n" ? "\\n" : "\($0)" }.joined() + "\""
    case .number(let number): NumberText.shortest(number)
    case .boolean(let boolean): boolean ? "true" : "false"
    case .date: "date(\"\(plain)\")"
    case .time: "time(\"\(plain)\")"
    case .dateTime: "date and time(\"\(plain)\")"
    case .seconds, .months: "duration(\"\(plain)\")"
    case .list(let items): "[" + items.map(\.feel).joined(separator: ", ") + "]"
    }
  }

  /// As it is typed and shown.
  public var plain: String {
    switch self {
    case .text(let text): text
    case .date(let date): date.text
    case .time(let time): time.text
    case .dateTime(let moment): moment.text
    case .seconds(let seconds): DurationText.text(seconds: seconds)
    case .months(let months): DurationText.text(months: months)
    case .list(let items): items.map(\.plain).joined(separator: ", ")
    case .null, .number, .boolean: feel
    }
  }

  public var number: Double? { if case .number(let number) = self { number } else { nil } }
  var boolean: Bool? { if case .boolean(let boolean) = self { boolean } else { nil } }

  public var value: Value {
    switch self {
    case .null: .missing
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .boolean(let boolean): .boolean(boolean)
    case .list(let items): .list(items.map(\.value))
    default: .text(plain)
    }
  }

  /// Whether it is one of the type; null is one of each.
  public func fits(_ type: ValueType) -> Bool {
    if self == .null { return true }
    return switch type {
    case .text: kind == .text
    case .number: kind == .number
    case .integer: number.map { $0 == $0.rounded() } ?? false
    case .boolean: kind == .boolean
    case .date: kind == .date
    case .time: kind == .time
    case .dateTime: kind == .dateTime
    case .dayTimeDuration: kind == .seconds
    case .yearMonthDuration: kind == .months
    case .list: kind == .list
    case .any: true
    }
  }
}
