/// The values of an expression over the rows of a table: one for each, or one for all.
enum Spread<Element: Sendable>: Sendable {
  case each([Element])
  case all(Element)

  @inline(__always)
  subscript(row: Int) -> Element {
    switch self {
    case .each(let values): values[row]
    case .all(let value): value
    }
  }

  /// The values, without saying again what is one for all rows.
  var given: [Element] {
    switch self {
    case .each(let values): values
    case .all(let value): [value]
    }
  }

  func values(_ count: Int) -> [Element] {
    switch self {
    case .each(let values): values
    case .all(let value): [Element](repeating: value, count: count)
    }
  }

  @inline(__always)
  func map<Made>(_ make: (Element) -> Made) -> Spread<Made> {
    switch self {
    case .each(let values): .each(values.map(make))
    case .all(let value): .all(make(value))
    }
  }

  /// Joins two row by row.
  @inline(__always)
  func with<Other, Made>(_ other: Spread<Other>, _ make: (Element, Other) -> Made) -> Spread<Made> {
    switch (self, other) {
    case (.all(let left), .all(let right)): .all(make(left, right))
    case (.all(let left), .each(let right)): .each(right.map { make(left, $0) })
    case (.each(let left), .all(let right)): .each(left.map { make($0, right) })
    case (.each(let left), .each(let right)): .each(left.indices.map { make(left[$0], right[$0]) })
    }
  }
}

/// Values of one type; a missing number or date is NaN, a missing text or truth nil.
enum Vector: Sendable {
  case numbers(Spread<Double>)
  case texts(Spread<String?>)
  case truths(Spread<Bool?>)
  /// Whole days since 1970-01-01.
  case dates(Spread<Double>)

  /// Whether there is no value at all: such a vector is of any type.
  var isEmpty: Bool {
    switch self {
    case .numbers(.all(let value)), .dates(.all(let value)): value.isNaN
    case .numbers(.each(let values)), .dates(.each(let values)): values.allSatisfy(\.isNaN)
    case .texts(.all(let value)): value == nil
    case .texts(.each(let values)): values.allSatisfy { $0 == nil }
    case .truths(.all(let value)): value == nil
    case .truths(.each(let values)): values.allSatisfy { $0 == nil }
    }
  }

  var missing: Spread<Bool?> {
    switch self {
    case .numbers(let values), .dates(let values): values.map { $0.isNaN }
    case .texts(let values): values.map { $0 == nil }
    case .truths(let values): values.map { $0 == nil }
    }
  }
}
