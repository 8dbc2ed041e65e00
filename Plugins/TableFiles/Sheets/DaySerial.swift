import WorkbenchKit

/// Writes days and times out of the numbers that a workbook has for them: days since the end of 1899, or since the first day of 1904.
struct DaySerial {
  /// Whether the workbook counts from 1904.
  let countsFrom1904: Bool
  /// What was written.
  private(set) var text: [UInt8] = []

  private static let day = 86_400_000

  init(countsFrom1904: Bool) { self.countsFrom1904 = countsFrom1904 }

  /// Writes `2024-03-31`, `2024-03-31T02:30:00`, `08:30:00` or `36:00:00`, and returns `date`; else why it cannot.
  mutating func write(_ serial: Double, as format: CellFormat) -> CellTag {
    text.removeAll(keepingCapacity: true)
    // 9999-12-31 is day 2,958,465; no time that lasts is longer.
    guard serial >= 0, serial < 2_958_466 else { return .noDay }
    var days = Int(serial)
    var time = Int(((serial - Double(days)) * Double(Self.day)).rounded())
    if time >= Self.day { (days, time) = (days + 1, 0) }
    switch format {
    case .elapsed:
      number(days * 24 + time / 3_600_000, digits: 2)
      clock(time, hours: false)
      return .date
    case .time where days == 0:
      clock(time, hours: true)
      return .date
    default: break
    }
    let date: CalendarDate?
    if countsFrom1904 {
      date = CalendarDate(dayNumber: days - 24_107)
    } else {
      if days == 0 { return .dayZero }
      // Excel has a 29 February 1900, which never was: days before it lie one nearer to the start.
      if days == 60 { return .noDay }
      date = CalendarDate(dayNumber: days - 25_569 + (days < 60 ? 1 : 0))
    }
    guard let date else { return .noDay }
    number(date.year, digits: 4)
    text.append(UInt8(ascii: "-"))
    number(date.month, digits: 2)
    text.append(UInt8(ascii: "-"))
    number(date.day, digits: 2)
    if format != .date || time > 0 {
      text.append(UInt8(ascii: "T"))
      clock(time, hours: true)
    }
    return .date
  }

  private mutating func clock(_ time: Int, hours: Bool) {
    if hours { number(time / 3_600_000, digits: 2) }
    text.append(UInt8(ascii: ":"))
    number(time / 60_000 % 60, digits: 2)
    text.append(UInt8(ascii: ":"))
    number(time / 1000 % 60, digits: 2)
    if time % 1000 > 0 {
      text.append(UInt8(ascii: "."))
      number(time % 1000, digits: 3)
    }
  }

  private mutating func number(_ number: Int, digits: Int) {
    var scale = 1
    for _ in 1..<digits { scale *= 10 }
    while number / scale >= 10 { scale *= 10 }
    while scale > 0 {
      text.append(UInt8(truncatingIfNeeded: 48 + number / scale % 10))
      scale /= 10
    }
  }
}
