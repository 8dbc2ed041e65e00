extension CalendarDate {
  /// Makes the day that a column of dates holds; nil for none, and outside the years 1 to 9999.
  init?(storedDay: Int32?) {
    guard let storedDay else { return nil }
    self.init(dayNumber: Int(storedDay))
  }

  /// Makes the day that a number stands for on an axis of dates; nil for none, and outside the years 1 to 9999.
  ///
  /// - Parameter position: days since 1970-01-01, rounded to a whole one.
  public init?(position: Double) {
    guard position.isFinite, let number = Int(exactly: position.rounded()) else { return nil }
    self.init(dayNumber: number)
  }

  /// Whether a column of dates holds a day there.
  static func isDay(_ storedDay: Int32?) -> Bool { storedDay.map { dayNumbers.contains(Int($0)) } ?? false }
}

extension Column {
  /// The dates as days since 1970-01-01, NaN where one is missing, for what is done with numbers; nil where it has no dates.
  public var dayNumbers: [Double]? {
    guard case .dates(let values) = storage else { return nil }
    return values.map { day in
      day.map { CalendarDate.dayNumbers.contains(Int($0)) ? Double($0) : .nan } ?? .nan
    }
  }

  /// Makes a column of dates out of days since 1970-01-01.
  ///
  /// - Parameters:
  ///   - name: part of the interface.
  ///   - dayNumbers: whole days; NaN, and what is no day of the years 1 to 9999, is missing.
  ///   - label: what a person reads above it.
  public static func dates(_ name: String, dayNumbers: [Double], label: Text? = nil) -> Column {
    Column(name, .dates(dayNumbers.map { Int32(exactly: $0) }), label: label)
  }

  /// The column with its dates as texts, `2027-01-31`; any other column is left as it is.
  public var withDatesAsTexts: Column {
    guard let dates else { return self }
    var copy = self
    copy.storage = .texts(dates.map { $0?.text })
    return copy
  }

  /// The column with dates in the place of its texts where each is a day, `2027-01-31`; nil where one is not, and where none is there.
  var readingDates: Column? {
    guard let texts, texts.contains(where: { $0 != nil }) else { return nil }
    let days = texts.map { $0.map { CalendarDate($0) } }
    guard days.allSatisfy({ $0.map { $0 != nil } ?? true }) else { return nil }
    var copy = self
    copy.storage = .dates(days.map { $0.flatMap { $0 }.map { Int32($0.dayNumber) } })
    return copy
  }
}

extension Table {
  /// The table with its dates as texts, `2027-01-31`, for what knows no dates.
  public var withDatesAsTexts: Table {
    var copy = self
    for column in columns where column.type == "date" { copy.set(column.withDatesAsTexts) }
    return copy
  }
}
