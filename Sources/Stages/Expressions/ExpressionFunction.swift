/// What can be called in an expression.
enum ExpressionFunction: String, CaseIterable {
  /// The size of a number without its sign.
  case abs
  /// Rounded half away from zero, to a whole number or to so many decimals.
  case round
  /// The least and the greatest of two or more numbers.
  case min, max
  /// A text in small letters.
  case lower
  /// How many characters a text has.
  case length
  /// A text read as a number, with a decimal point or comma; missing where it is none.
  case number
  /// A text read as a date, missing where it is none.
  case date
  /// The year, the month and the day of the month of a date, as numbers.
  case year, month, day
  /// A number or a date as text.
  case text
  /// The second where the first is true, else the third.
  case `if`

  var argumentCount: ClosedRange<Int> {
    switch self {
    case .abs, .lower, .length, .number, .text, .date, .year, .month, .day: 1...1
    case .round: 1...2
    case .min, .max: 2...64
    case .if: 3...3
    }
  }
}
