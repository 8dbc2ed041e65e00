/// The values of a column, all of one type, one for each row.
public enum ColumnStorage: Sendable {
  /// A missing number is NaN.
  case numbers([Double])
  case texts(Texts)
  case booleans([Bool?])
  /// Days since 1970-01-01, as `CalendarDate.dayNumber` has them; what is outside the years 1 to 9999 counts as missing.
  case dates([Int32?])

  /// The texts of an array; nil is missing.
  public static func texts(_ values: [String?]) -> ColumnStorage { .texts(Texts(values)) }
}

extension ColumnStorage {
  /// No values of the same type.
  var emptied: ColumnStorage {
    switch self {
    case .numbers: .numbers([])
    case .texts: .texts(Texts())
    case .booleans: .booleans([])
    case .dates: .dates([])
    }
  }

  var count: Int {
    switch self {
    case .numbers(let values): values.count
    case .texts(let values): values.count
    case .booleans(let values): values.count
    case .dates(let values): values.count
    }
  }

  /// The values of these rows, in this order.
  func rows(_ rows: [Int]) -> ColumnStorage {
    switch self {
    case .numbers(let values): .numbers(Cores.taken(rows) { values[$0] })
    case .texts(let values): .texts(values.rows(rows))
    case .booleans(let values): .booleans(Cores.taken(rows) { values[$0] })
    case .dates(let values): .dates(Cores.taken(rows) { values[$0] })
    }
  }

  /// The same, with a row without a value where there is none to take.
  func rows(_ rows: [Int?]) -> ColumnStorage {
    switch self {
    case .numbers(let values): .numbers(Cores.taken(rows) { $0.map { values[$0] } ?? .nan })
    case .texts(let values): .texts(values.rows(rows))
    case .booleans(let values): .booleans(Cores.taken(rows) { $0.flatMap { values[$0] } })
    case .dates(let values): .dates(Cores.taken(rows) { $0.flatMap { values[$0] } })
    }
  }
}
