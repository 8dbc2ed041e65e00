import WorkbenchKit

extension Literal {
  /// A value between two of one kind, the simplest that is easily said; nil where nothing lies between.
  ///
  /// - Parameters:
  ///   - low: nil for no lower end, as `high` for no higher one.
  ///   - isWhole: whether numbers have no fraction.
  static func between(_ low: Literal?, _ high: Literal?, isWhole: Bool) -> Literal? {
    switch (low, high) {
    case (.number(let low)?, .number(let high)?): return middle(low, high, isWhole).map(Literal.number)
    case (nil, .number(let high)?): return .number(isWhole ? high.rounded(.up) - 1 : high - 1)
    case (.number(let low)?, nil): return .number(isWhole ? low.rounded(.down) + 1 : low + 1)
    case (.seconds(let low)?, .seconds(let high)?): return middle(low, high, false).map(Literal.seconds)
    case (nil, .seconds(let high)?): return .seconds(high - 3600)
    case (.seconds(let low)?, nil): return .seconds(low + 3600)
    case (.months(let low)?, .months(let high)?): return high - low > 1 ? .months(low + 1) : nil
    case (nil, .months(let high)?): return .months(high - 1)
    case (.months(let low)?, nil): return .months(low + 1)
    case (.date(let low)?, .date(let high)?):
      return low.adding(days: 1).flatMap { $0 < high ? .date($0) : nil }
    case (nil, .date(let high)?): return high.adding(days: -1).map(Literal.date)
    case (.date(let low)?, nil): return low.adding(days: 1).map(Literal.date)
    case (.time(let low)?, .time(let high)?):
      return middle(low.instant, high.instant, false).flatMap { instant in
        ClockTime(seconds: instant + Double(low.offset ?? 0), offset: low.offset).map(Literal.time)
      }
    case (nil, .time(let high)?):
      return ClockTime(seconds: high.seconds / 2, offset: high.offset).flatMap { $0 == high ? nil : .time($0) }
    case (.time(let low)?, nil):
      return ClockTime(seconds: ((low.seconds + 86_400) / 2).rounded(), offset: low.offset).map(Literal.time)
    case (.dateTime(let low)?, .dateTime(let high)?):
      return middle(low.instant, high.instant, false).flatMap { low.adding(seconds: $0 - low.instant) }
        .map(Literal.dateTime)
    case (nil, .dateTime(let high)?): return high.adding(seconds: -3600).map(Literal.dateTime)
    case (.dateTime(let low)?, nil): return low.adding(seconds: 3600).map(Literal.dateTime)
    case (nil, .text(let high)?): return high.isEmpty ? nil : .text("")
    case (.text(let low)?, nil): return .text(low + "a")
    case (.text(let low)?, .text(let high)?):
      return ["a", " ", "\u{1}"].lazy.map { Literal.text(low + $0) }.first { ($0.order(.text(high)) ?? 0) < 0 }
    default: return nil
    }
  }

  /// The smallest whole number between two numbers, else their middle; nil where nothing lies between.
  private static func middle(_ low: Double, _ high: Double, _ isWhole: Bool) -> Double? {
    let whole = low.rounded(.down) + 1
    if whole > low, whole < high { return whole }
    if isWhole { return nil }
    let middle = low / 2 + high / 2
    return middle > low && middle < high ? middle : nil
  }
}
