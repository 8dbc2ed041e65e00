import WorkbenchKit

/// A term with its options, such as 2+1+1, on a calendar.
struct ContractTimeline: Sendable {
  struct Stretch: Sendable, Hashable {
    let years: Int
    let start: CalendarDate
    /// The last day of it.
    let end: CalendarDate
    let isOption: Bool
  }

  let stretches: [Stretch]
  /// When it has to be decided whether the next option is taken, or what comes after the last.
  let decisions: [CalendarDate]

  /// - Parameters:
  ///   - years: the term, then each option; 1 or more each.
  ///   - notice: months before an end at which it is decided.
  /// - Returns: nil where a date falls outside the calendar.
  init?(start: CalendarDate, years: [Int], notice: Int) {
    var stretches: [Stretch] = []
    var decisions: [CalendarDate] = []
    var sum = 0
    for (place, length) in years.enumerated() {
      // From the start each time, so that 29 February comes back where there is one.
      guard let day = start.adding(months: 12 * sum), let next = start.adding(months: 12 * (sum + length)),
        let end = next.adding(days: -1), let decision = next.adding(months: -notice)
      else { return nil }
      stretches.append(Stretch(years: length, start: day, end: end, isOption: place > 0))
      decisions.append(decision)
      sum += length
    }
    self.stretches = stretches
    self.decisions = decisions
  }

  /// Reads `2+1+1`, `7`, `4+2`.
  static func years(_ text: String) -> [Int]? {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map { Int($0.filter { $0 != " " }) }
    let years = parts.compactMap { $0 }
    guard years.count == parts.count, !years.isEmpty, years.count <= 12, years.allSatisfy({ (1...50).contains($0) })
    else { return nil }
    return years
  }
}
