extension Column {
  /// The column with what is withheld made missing, so that nothing can be worked out of it.
  public var open: Column {
    guard !withheld.isEmpty else { return self }
    var copy = self
    let hidden = withheld.keys.filter { $0 >= 0 && $0 < count }
    switch storage {
    case .numbers(var values):
      for row in hidden { values[row] = .nan }
      copy.storage = .numbers(values)
    case .texts(var values):
      for row in hidden { values[row] = nil }
      copy.storage = .texts(values)
    case .booleans(var values):
      for row in hidden { values[row] = nil }
      copy.storage = .booleans(values)
    case .dates(var values):
      for row in hidden { values[row] = nil }
      copy.storage = .dates(values)
    }
    return copy
  }
}

extension Column {
  /// Returns the numbers of the column, withheld ones missing; of a column without any value all are missing.
  ///
  /// - Throws: `column.type`.
  public func requireNumbers(for purpose: String, at place: Place?) throws -> [Double] {
    let column = open
    if let numbers = column.numbers { return numbers }
    if column.isEmpty { return [Double](repeating: .nan, count: count) }
    throw Diagnostic(
      "column.type",
      Text(
        nl: "'\(purpose)' neemt getallen, en '\(name)' bevat \(typeName.nl)",
        en: "'\(purpose)' takes numbers, and '\(name)' holds \(typeName.en)"),
      wayOut: column.wayToNumbers,
      place: place)
  }

  private var wayToNumbers: Text? {
    switch storage {
    case .numbers, .booleans: nil
    case .texts:
      Text(
        nl: "maak er getallen van met: derive \(name) = number(\(name))",
        en: "make numbers of it with: derive \(name) = number(\(name))")
    case .dates:
      Text(
        nl: "reken er dagen mee, zoals: derive dagen = \(name) - 2027-01-01; of neem year(\(name))",
        en: "work days out of it, such as: derive days = \(name) - 2027-01-01; or take year(\(name))")
    }
  }
}

extension Column {
  /// Returns whether a row has no value.
  public func isMissing(_ row: Int) -> Bool {
    switch storage {
    case .numbers(let values): values[row].isNaN
    case .texts(let values): values.isMissing(row)
    case .booleans(let values): values[row] == nil
    case .dates(let values): !CalendarDate.isDay(values[row])
    }
  }
}

extension Table {
  /// Returns the texts of a column, withheld ones missing, of dates as `2027-01-31`; all are missing where there is no such column
  /// or it has neither.
  public func openTexts(_ name: String) -> Texts {
    column(name)?.open.withDatesAsTexts.texts ?? Texts(repeating: nil, count: rowCount)
  }

  /// Returns the dates of a column, withheld ones missing; all are missing where there is no such column or it has no dates.
  ///
  /// - Parameter name: the column, by its exact name.
  public func openDates(_ name: String) -> [CalendarDate?] {
    column(name)?.open.dates ?? [CalendarDate?](repeating: nil, count: rowCount)
  }

  /// Returns the numbers of a column, withheld ones missing; all are missing where there is no such column or it has no numbers.
  public func openNumbers(_ name: String) -> [Double] {
    column(name)?.open.numbers ?? [Double](repeating: .nan, count: rowCount)
  }
}
