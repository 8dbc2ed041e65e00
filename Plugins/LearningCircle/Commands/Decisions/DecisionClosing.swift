import WorkbenchKit

extension Argument<CalendarDate?> {
  static var closedOn: Argument {
    Argument(
      flag: "on", .day,
      about: Text(nl: "wanneer; anders op de bijeenkomst die open is", en: "when; else at the meeting that is open"))
  }
}

extension Circle {
  /// The day on which something was closed.
  ///
  /// - Throws: `time.missing`.
  func closingDay(_ given: CalendarDate?) throws -> CalendarDate {
    guard let day = given ?? openMeeting?.date else {
      throw AskedTime.missing(
        "--on", Text(nl: "zeg op welke dag: --on 2027-04-01", en: "say on which day: --on 2027-04-01"))
    }
    return day
  }
}
