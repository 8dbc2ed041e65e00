import WorkbenchKit

/// Days as a spreadsheet counts them, so that it can filter and sort a column by year and month.
enum DayColumn {
  /// As a spreadsheet shows them: the way they are written everywhere else here.
  static let format = "yyyy\\-mm\\-dd"
  /// Before 1 March 1900 spreadsheets count a day that there was not.
  private static let first = 61
  /// What 1 January 1970 is.
  private static let epoch = 25_569

  /// Returns a day of such a column in days since 1970-01-01.
  static func dayNumber(_ number: Double) -> Int { Int(number) - epoch }

  /// Returns dates as a spreadsheet counts them, NaN where one is missing; nil where one lies before its calendar holds.
  static func numbers(of dates: [CalendarDate?]) -> [Double]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(dates.count)
    for date in dates {
      guard let day = date.map({ $0.dayNumber + epoch }) else {
        numbers.append(.nan)
        continue
      }
      guard day >= first else { return nil }
      numbers.append(Double(day))
    }
    return numbers
  }

  /// Returns the days of a column of texts, NaN where one is missing; nil where a text is no day, `2024-03-31`, or none is there.
  static func numbers(_ texts: some Collection<String?>) -> [Double]? {
    guard let start = texts.lazy.compactMap({ $0 }).first, CalendarDate(start) != nil else { return nil }
    var numbers: [Double] = []
    numbers.reserveCapacity(texts.count)
    for text in texts {
      guard let text else {
        numbers.append(.nan)
        continue
      }
      guard let day = CalendarDate(text), day.dayNumber + epoch >= first else { return nil }
      numbers.append(Double(day.dayNumber + epoch))
    }
    return numbers
  }
}
