import WorkbenchKit

/// A time of the day, with how far its zone is ahead of UTC where that is said.
public struct ClockTime: Sendable, Hashable {
  /// Seconds since midnight, below 86,400.
  public let seconds: Double
  /// Seconds ahead of UTC; nil for a time without a zone.
  public let offset: Int?

  public init?(seconds: Double, offset: Int? = nil) {
    guard seconds >= 0, seconds < 86_400 else { return nil }
    self.seconds = seconds
    self.offset = offset
  }

  /// Reads `16:11`, `16:11:00`, `16:11:00.5Z` or `16:11:00+02:00`; a zone by name is none of them.
  public init?(_ text: String) {
    var rest = Substring(text)
    var offset: Int?
    if rest.last == "Z" {
      rest.removeLast()
      offset = 0
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = rest[rest.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
      guard zone.count == 2, let hours = Self.digits(zone[0], through: 14),
        let minutes = Self.digits(zone[1], through: 59)
      else { return nil }
      offset = (hours * 3600 + minutes * 60) * (rest[sign] == "-" ? -1 : 1)
      rest = rest[..<sign]
    }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = Self.digits(parts[0], through: 23),
      let minutes = Self.digits(parts[1], through: 59)
    else { return nil }
    var seconds = 0.0
    if parts.count == 3 {
      let whole = parts[2].prefix { $0 != "." }
      guard Self.digits(whole, through: 59) != nil, let number = NumberText.parse(String(parts[2])) else { return nil }
      seconds = number
    }
    self.init(seconds: Double(hours * 3600 + minutes * 60) + seconds, offset: offset)
  }

  private static func digits(_ text: Substring, through most: Int) -> Int? {
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), number <= most
    else { return nil }
    return number
  }

  /// `16:11:00`, with its zone.
  public var text: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let whole = Int(seconds)
    let fraction = seconds - Double(whole)
    var text = "\(padded(whole / 3600)):\(padded(whole / 60 % 60)):\(padded(whole % 60))"
    if fraction > 0 { text += NumberText.shortest((fraction * 1e6).rounded() / 1e6).dropFirst() }
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    return text + (offset < 0 ? "-" : "+") + padded(abs(offset) / 3600) + ":" + padded(abs(offset) / 60 % 60)
  }

  /// Seconds since midnight in UTC, or since midnight where it has no zone.
  var instant: Double { seconds - Double(offset ?? 0) }
}

/// A day with a time.
public struct Moment: Sendable, Hashable {
  public let date: CalendarDate
  public let time: ClockTime

  public init(date: CalendarDate, time: ClockTime) {
    self.date = date
    self.time = time
  }

  /// Reads `2018-07-30T16:12:00Z`, and a day alone as its midnight.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = CalendarDate(parts[0]) else { return nil }
    guard let time = ClockTime(parts.count > 1 ? String(parts[1]) : "00:00:00") else { return nil }
    self.init(date: date, time: time)
  }

  public var text: String { "\(date.text)T\(time.text)" }

  /// Seconds since 1970, in UTC where the zone is known.
  var instant: Double { Double(date.dayNumber) * 86_400 + time.instant }

  /// Returns the moment so many seconds later, in the same zone; nil outside the calendar.
  func adding(seconds: Double) -> Moment? {
    let sum = time.seconds + seconds
    let days = (sum / 86_400).rounded(.down)
    guard abs(days) < 4_000_000, let date = date.adding(days: Int(days)),
      let time = ClockTime(seconds: sum - days * 86_400, offset: time.offset)
    else { return nil }
    return Moment(date: date, time: time)
  }
}
