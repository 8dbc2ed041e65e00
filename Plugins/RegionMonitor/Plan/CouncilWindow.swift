import WorkbenchKit

/// When a municipal council decides: on a first day and every so many days after it, on what lay before it in time.
struct CouncilWindow: Sendable, Hashable, FieldItem {
  let municipality: String
  let first: CalendarDate
  /// 1 or more.
  let every: Int
  /// How many days before its meeting a council wants a proposal.
  let notice: Int

  init(municipality: String, first: CalendarDate, every: Int, notice: Int) {
    (self.municipality, self.first, self.every, self.notice) = (municipality, first, every, notice)
  }

  init(_ fields: Fields) throws {
    municipality = try fields.name("municipality")
    first = try fields["first"]
    every = try fields.number("every", in: 1...3_660) ?? 1
    notice = try fields.number("notice", in: 0...3_660) ?? 0
  }

  var json: JSON {
    [
      "municipality": .string(municipality), "first": .string(first.text), "every": .number(Double(every)),
      "notice": .number(Double(notice)),
    ]
  }

  /// The first day on which it can decide on a proposal that is ready on a day; nil beyond the year 9999.
  func decides(on ready: CalendarDate) -> CalendarDate? {
    let wanted = ready.dayNumber + notice
    let late = wanted - first.dayNumber
    let meetings = late <= 0 ? 0 : (late + every - 1) / every
    return first.adding(days: meetings * every)
  }
}

extension [CouncilWindow] {
  /// The councils that decide last, with the day; nil where there are none.
  func last(on ready: CalendarDate) -> (day: CalendarDate, councils: [String])? {
    let days = compactMap { window in window.decides(on: ready).map { (window.municipality, $0) } }
    guard let day = days.map(\.1).max() else { return nil }
    return (day, days.filter { $0.1 == day }.map(\.0))
  }
}
