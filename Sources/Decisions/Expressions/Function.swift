/// A function of FEEL that is worked out here; the raw values are its names.
///
/// What depends on the day or the clock (`today`, `now`) is none: a table must say the same tomorrow.
enum Function: String, Sendable, CaseIterable {
  case not
  case string
  case number
  case date
  case time
  case dateAndTime = "date and time"
  case duration
  case monthsBetween = "years and months duration"
  case decimal
  case floor
  case ceiling
  case roundUp = "round up"
  case roundDown = "round down"
  case roundHalfUp = "round half up"
  case roundHalfDown = "round half down"
  case abs
  case modulo
  case sqrt
  case min
  case max
  case sum
  case mean
  case count
  case listContains = "list contains"
  case substring
  case stringLength = "string length"
  case upperCase = "upper case"
  case lowerCase = "lower case"
  case contains
  case startsWith = "starts with"
  case endsWith = "ends with"

  /// How many arguments it takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .not, .string, .number, .time, .duration, .abs, .sqrt, .count, .stringLength, .upperCase, .lowerCase: 1...1
    case .date: 1...3
    case .dateAndTime, .floor, .ceiling: 1...2
    case .decimal, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown, .modulo, .listContains, .contains, .startsWith,
      .endsWith, .monthsBetween:
      2...2
    case .substring: 2...3
    case .min, .max, .sum, .mean: 1...1000
    }
  }

  /// The longest names first, as one may begin another.
  static let byLength = allCases.sorted { $0.rawValue.count > $1.rawValue.count }
}

/// What can be asked of a date, a time or a duration behind a point.
enum Property: String, Sendable {
  case year, month, day, weekday, hour, minute, second, years, months, days, hours, minutes, seconds
}
