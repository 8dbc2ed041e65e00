/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// 1 to 9999.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 28, 29, 30 or 31.
  public let day: Int

  /// Makes a day that exists; nil for 30 February, and for years outside 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    self.init(exactly: year, month, day)
  }

  /// Reads `2027-01-31` (ISO 8601), nothing else.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      digits[range].reduce(0 as Int?) { sum, digit in
        (48...57).contains(digit) ? sum.map { $0 * 10 + Int(digit) - 48 } : nil
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a day as a person types it: `2027-01-31` or `31-1-2027`.
  ///
  /// - Throws: `date.format` for what is no day that exists.
  public init(typed words: String) throws {
    let text = words.trimmedOfPadding
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part.utf8.count <= 4 && !part.isEmpty && part.utf8.allSatisfy({ (48...57).contains($0) }) ? Int(part) : nil
    }
    if let day = CalendarDate(text) {
      self = day
    } else if parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year >= 1000,
      let date = CalendarDate(year: year, month: month, day: day)
    {
      self = date
    } else {
      throw Diagnostic(
        "date.format", Text(nl: "'\(words)' is geen dag", en: "'\(words)' is no day"),
        wayOut: Text(nl: "zoals 2027-01-31 of 31-1-2027", en: "such as 2027-01-31 or 31-1-2027"))
    }
  }

  /// The day numbers that there are: those of the years 1 to 9999.
  static let dayNumbers = -719_162...2_932_896

  /// The first day that there is.
  static let first = CalendarDate(exactly: 1, 1, 1)

  /// Makes the day that is so many days after 1970-01-01; nil outside the years 1 to 9999.
  ///
  /// Source of the arithmetic here and in `dayNumber`: Hinnant (2014), chrono-compatible low-level date algorithms.
  public init?(dayNumber: Int) {
    guard Self.dayNumbers.contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      exactly: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private init(exactly year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  /// `2027-01-31`.
  public var text: String {
    let hyphen = UInt8(ascii: "-")
    func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
    let digits = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), hyphen, digit(month / 10), digit(month),
      hyphen,
      digit(day / 10), digit(day),
    ]
    return String(decoding: digits, as: UTF8.self)
  }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// Returns the day so many days later; nil outside the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// Returns the same day so many months later, the last of the month where that has fewer days; nil outside the years 1
  /// to 9999.
  public func adding(months: Int) -> CalendarDate? {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, (12..<120_000).contains(sum) else { return nil }
    let (year, month) = (sum / 12, sum % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(day, Self.days(in: month, of: year)))
  }

  /// Compares by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// - Parameter month: 1 to 12.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
