import WorkbenchKit

/// Values of one type; a missing number or date is NaN, a missing text or truth nil.
enum Vector: Sendable {
  case numbers(Spread<Double>)
  /// Numbers that are still to be worked out, within a part that is numbers: `Evaluator.operand` gives none.
  case reckoned(Reckoning)
  case texts(Words)
  case truths(Spread<Bool?>)
  /// Whole days since 1970-01-01.
  case dates(Spread<Double>)

  /// Whether there is no value at all: such a vector is of any type.
  var isEmpty: Bool {
    switch self {
    case .numbers(.all(let value)), .dates(.all(let value)): value.isNaN
    case .numbers(.each(let values)), .dates(.each(let values)): values.allSatisfy(\.isNaN)
    case .reckoned: false
    case .texts(.all(let value)): value == nil
    case .texts(.each(let values)): values.areMissing
    case .truths(.all(let value)): value == nil
    case .truths(.each(let values)): values.allSatisfy { $0 == nil }
    }
  }

  /// For each row whether it has no value.
  func missing(_ check: () throws -> Void) throws -> Spread<Bool?> {
    switch self {
    case .numbers(let values), .dates(let values): try values.map(check) { $0.isNaN }
    case .reckoned(let reckoning): try reckoning.values(check).map(check) { $0.isNaN }
    case .texts(let values): try values.mapBytes(check) { $0 == nil }
    case .truths(let values): try values.map(check) { $0 == nil }
    }
  }
}
