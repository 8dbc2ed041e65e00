import Methods
import WorkbenchKit

extension Literal {
  /// A number if there is one and it is finite, else null.
  static func finite(_ number: Double?) -> Literal {
    guard let number, number.isFinite else { return .null }
    return .number(number)
  }

  /// Months, if a table can hold so many.
  private static func count(_ months: Double) -> Literal {
    months == months.rounded() && abs(months) <= 1e9 ? .months(Int(months)) : .null
  }

  func plus(_ other: Literal) -> Literal {
    switch (self, other) {
    case (.number(let one), .number(let two)): return .finite(DecimalArithmetic.sum(one, two))
    case (.text(let one), .text(let two)): return .text(one + two)
    case (.seconds(let one), .seconds(let two)): return .seconds(DecimalArithmetic.sum(one, two))
    case (.months(let one), .months(let two)): return .count(Double(one) + Double(two))
    case (.date(let date), .months(let months)): return date.adding(months: months).map(Literal.date) ?? .null
    case (.date(let date), .seconds(let seconds)):
      let days = (seconds / 86_400).rounded(.down)
      return abs(days) < 4_000_000 ? date.adding(days: Int(days)).map(Literal.date) ?? .null : .null
    case (.dateTime(let moment), .months(let months)):
      return moment.date.adding(months: months).map { .dateTime(Moment(date: $0, time: moment.time)) } ?? .null
    case (.dateTime(let moment), .seconds(let seconds)):
      return moment.adding(seconds: seconds).map(Literal.dateTime) ?? .null
    case (.time(let time), .seconds(let seconds)):
      let sum = (time.seconds + seconds).truncatingRemainder(dividingBy: 86_400)
      return ClockTime(seconds: sum < 0 ? sum + 86_400 : sum, offset: time.offset).map(Literal.time) ?? .null
    case (.seconds, .date), (.seconds, .dateTime), (.seconds, .time), (.months, .date), (.months, .dateTime):
      return other.plus(self)
    default: return .null
    }
  }

  func minus(_ other: Literal) -> Literal {
    switch (self, other) {
    case (.date(let one), .date(let two)): return .seconds(Double(one.dayNumber - two.dayNumber) * 86_400)
    case (.dateTime(let one), .dateTime(let two)):
      return (one.time.offset == nil) == (two.time.offset == nil) ? .seconds(one.instant - two.instant) : .null
    case (.time(let one), .time(let two)):
      return (one.offset == nil) == (two.offset == nil) ? .seconds(one.instant - two.instant) : .null
    case (.number, .number(let two)): return plus(.number(-two))
    case (_, .seconds(let two)): return plus(.seconds(-two))
    case (_, .months(let two)): return plus(.months(-two))
    default: return .null
    }
  }

  func times(_ other: Literal) -> Literal {
    switch (self, other) {
    case (.number(let one), .number(let two)): return .finite(DecimalArithmetic.product(one, two))
    case (.seconds(let one), .number(let two)):
      let product = DecimalArithmetic.product(one, two)
      return product.isFinite ? .seconds(product) : .null
    case (.months(let one), .number(let two)): return .count((Double(one) * two).rounded(.towardZero))
    case (.number, .seconds), (.number, .months): return other.times(self)
    default: return .null
    }
  }

  func over(_ other: Literal) -> Literal {
    switch (self, other) {
    case (.number(let one), .number(let two)): return .finite(DecimalArithmetic.quotient(one, two))
    case (.seconds(let one), .seconds(let two)): return .finite(DecimalArithmetic.quotient(one, two))
    case (.months(let one), .months(let two)): return .finite(DecimalArithmetic.quotient(Double(one), Double(two)))
    case (.seconds(let one), .number(let two)):
      let quotient = DecimalArithmetic.quotient(one, two)
      return quotient.isFinite ? .seconds(quotient) : .null
    case (.months(let one), .number(let two)):
      return .count(DecimalArithmetic.quotient(Double(one), two).rounded(.towardZero))
    default: return .null
    }
  }

  func value(of property: Property) -> Literal {
    func part(_ number: Int) -> Literal { .number(Double(number)) }
    switch self {
    case .date(let date): return date.value(of: property).map(part) ?? .null
    case .time(let time): return time.value(of: property).map(part) ?? .null
    case .dateTime(let moment):
      return (moment.date.value(of: property) ?? moment.time.value(of: property)).map(part) ?? .null
    case .months(let months):
      return property == .years ? part(months / 12) : property == .months ? part(months % 12) : .null
    case .seconds(let seconds):
      guard let whole = Int(exactly: seconds.rounded(.towardZero)) else { return .null }
      switch property {
      case .days: return part(whole / 86_400)
      case .hours: return part(whole / 3600 % 24)
      case .minutes: return part(whole / 60 % 60)
      case .seconds: return part(whole % 60)
      default: return .null
      }
    default: return .null
    }
  }
}

extension CalendarDate {
  fileprivate func value(of property: Property) -> Int? {
    switch property {
    case .year: year
    case .month: month
    case .day: day
    case .weekday: weekday
    default: nil
    }
  }
}

extension ClockTime {
  fileprivate func value(of property: Property) -> Int? {
    switch property {
    case .hour: Int(seconds) / 3600
    case .minute: Int(seconds) / 60 % 60
    case .second: Int(seconds) % 60
    default: nil
    }
  }
}
