import WorkbenchKit

/// A stretch of a calendar, with ticks on the first days of months or years.
struct CalendarScale {
  struct Tick {
    /// 0 at the low end, 1 at the high one.
    let share: Double
    let label: String
  }

  let ticks: [Tick]
  private let low: Int
  private let high: Int

  /// - Parameter mostTicks: 2 or more.
  init?(_ rows: [Timeline.Row], _ language: Language, mostTicks: Int) {
    guard let first = rows.map(\.start).min(), let last = rows.map({ $0.end ?? $0.start }).max() else { return nil }
    self.init(first, last, language, mostTicks: mostTicks)
  }

  /// - Parameter mostTicks: 2 or more.
  init(_ first: CalendarDate, _ last: CalendarDate, _ language: Language, mostTicks: Int) {
    let months = (last.year - first.year) * 12 + last.month - first.month + 1
    let step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].first { months / $0 + 2 <= max(mostTicks, 3) } ?? 2400
    // The scale begins on a tick; it ends with the month, quarter or year in which the last row does.
    let align = min(step, 12)
    let firstMonth = (first.year * 12 + first.month - 1) / align * align
    let lastMonth = ((last.year * 12 + last.month - 1) / align + 1) * align
    func day(_ month: Int) -> CalendarDate? { CalendarDate(year: month / 12, month: month % 12 + 1, day: 1) }
    low = (day(firstMonth) ?? first).dayNumber
    high = max((day(lastMonth) ?? last).dayNumber, low + 1)
    let (low, high) = (low, high)
    ticks = stride(from: firstMonth, through: lastMonth, by: step).compactMap { month in
      guard let day = day(month) else { return nil }
      let isFirst = month == firstMonth
      return Tick(
        share: Double(day.dayNumber - low) / Double(high - low),
        label: Self.label(day, wholeYears: step % 12 == 0, withYear: isFirst || day.month == 1, language))
    }
  }

  func share(_ day: CalendarDate) -> Double { share(Double(day.dayNumber)) }

  /// - Parameter position: days since 1970-01-01.
  func share(_ position: Double) -> Double { (position - Double(low)) / Double(high - low) }

  private static func label(_ day: CalendarDate, wholeYears: Bool, withYear: Bool, _ language: Language) -> String {
    if wholeYears { return String(day.year) }
    let name = months[day.month - 1](language)
    return withYear ? "\(name) \(day.year)" : name
  }

  private static let months = [
    Text(nl: "jan", en: "Jan"), Text(nl: "feb", en: "Feb"), Text(nl: "mrt", en: "Mar"), Text(nl: "apr", en: "Apr"),
    Text(nl: "mei", en: "May"), Text(nl: "jun", en: "Jun"), Text(nl: "jul", en: "Jul"), Text(nl: "aug", en: "Aug"),
    Text(nl: "sep", en: "Sep"), Text(nl: "okt", en: "Oct"), Text(nl: "nov", en: "Nov"), Text(nl: "dec", en: "Dec"),
  ]
}

extension Timeline.Row {
  /// From when to when, as it is written in data.
  var dates: String { start.text + (end.map { " – " + $0.text } ?? "") }
}
