import WorkbenchKit

extension CalendarDate {
  /// Days from this day to another; negative where that came before.
  func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }
}

/// What is asked where a line depends on the day or the time and says neither: at a prompt the program fills it in and notes it,
/// in a script the same line has to give the same bytes.
enum AskedTime {
  static let today = missing(
    "--at", Text(nl: "zeg welke dag het is: --at 2027-03-01", en: "say which day it is: --at 2027-03-01"))
  static let now = missing(
    "--time", Text(nl: "zeg hoe laat het is: --time 14:30", en: "say what time it is: --time 14:30"))

  /// - Parameter flag: the one that says it.
  static func missing(_ flag: String, _ wayOut: Text) -> Diagnostic {
    Diagnostic(
      "time.missing",
      Text(nl: "het antwoord hangt af van het moment", en: "the answer depends on the moment"), wayOut: wayOut,
      suggestion: flag)
  }
}

extension Circle {
  /// The day on which something is asked: the one that is given, else that of the meeting that is going on.
  ///
  /// - Throws: `time.missing`.
  func day(_ given: CalendarDate?) throws -> CalendarDate {
    guard let day = given ?? openMeeting?.date else { throw AskedTime.today }
    return day
  }
}

extension Argument<CalendarDate?> {
  static var at: Argument {
    Argument(
      flag: "at", .day,
      about: Text(
        nl: "de dag van vandaag; anders die van de bijeenkomst die open is",
        en: "the day of today; else that of the meeting that is open"))
  }

  static var meeting: Argument {
    Argument(
      flag: "meeting", .day,
      about: Text(nl: "de bijeenkomst; anders die open is", en: "the meeting; else the one that is open"))
  }
}
