import WorkbenchKit

/// The most that may be declared of an allocation, month by month (rules IV077 and IV079 of iWmo, iStandaarden).
struct AllocationWeeks: Sendable {
  enum Variant: String, Sendable, CaseIterable {
    /// Inspanningsgericht: every ISO week that the month touches within the allocation counts.
    case effort = "inspanning"
    /// Outputgericht: a week counts in the month of its Sunday.
    case output
  }

  struct Month: Sendable, Hashable {
    let year: Int
    let month: Int
    let weeks: Int

    var name: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
  }

  let months: [Month]
  /// Distinct ISO weeks of the whole allocation.
  let weeks: Int
  /// Whether the allocation ends before the Sunday of its last week.
  let isCutOff: Bool

  /// - Parameter days: from the first through the last day.
  init(_ days: ClosedRange<CalendarDate>, variant: Variant) {
    let (first, last) = (days.lowerBound, days.upperBound)
    weeks = Self.weeks(first.dayNumber, first.weekday, last.dayNumber, last.weekday)
    let isCutOff = last.weekday != 7
    // The Sunday before the end; an allocation that holds none puts its only week in its last month.
    let sunday = isCutOff ? last.adding(days: -last.weekday).flatMap { $0 >= first ? $0 : nil } : last
    let home = sunday ?? last
    var months: [Month] = []
    var (year, month) = (first.year, first.month)
    while (year, month) <= (last.year, last.month) {
      let following = month == 12 ? (year + 1, 1) : (year, month + 1)
      let start = max(CalendarDate(year: year, month: month, day: 1) ?? first, first)
      let ending = CalendarDate(year: following.0, month: following.1, day: 1)?.adding(days: -1)
      let end = min(ending ?? last, last)
      var count: Int
      switch variant {
      case .effort: count = Self.weeks(start.dayNumber, start.weekday, end.dayNumber, end.weekday)
      case .output:
        let sunday = start.dayNumber + 7 - start.weekday
        count = sunday <= end.dayNumber ? (end.dayNumber - sunday) / 7 + 1 : 0
        if isCutOff, (home.year, home.month) == (year, month) { count += 1 }
      }
      months.append(Month(year: year, month: month, weeks: count))
      (year, month) = following
    }
    self.months = months
    self.isCutOff = isCutOff
  }

  /// How many weeks, from Monday through Sunday, two days and what lies between them touch.
  private static func weeks(_ first: Int, _ firstWeekday: Int, _ last: Int, _ lastWeekday: Int) -> Int {
    ((last - lastWeekday) - (first - firstWeekday)) / 7 + 1
  }

  /// Minutes added first, then rounded once to whole hours, half an hour upwards, and an hour at least where there are any.
  static func hours(minutes: [Double]) -> Double {
    let sum = minutes.reduce(0, +)
    return sum > 0 ? max(1, (sum / 60).rounded(.toNearestOrAwayFromZero)) : 0
  }
}
