import WorkbenchKit

extension Expression {
  /// The expression in the form that a source knows; nil where it has something that is worked out here only: a unit, a truth that
  /// was typed, texts read as numbers.
  var sourceTerm: SourceTerm? {
    switch form {
    case .value(.number(let number, let unit)): unit == nil ? .number(number) : nil
    case .value(.text(let text)): .text(text)
    case .value: nil
    case .column(let name): .column(name)
    case .negative(let inner): inner.sourceTerm.map(SourceTerm.negative)
    case .arithmetic(let sign, let left, let right):
      Self.both(left, right) { .arithmetic(sign, $0, $1) }
    case .comparison(let sign, let left, let right):
      Self.both(left, right) { .comparison(sign, $0, $1) }
    case .contains(let text, let needle):
      if case .text(let needle)? = needle.sourceTerm { text.sourceTerm.map { .contains($0, needle) } } else { nil }
    case .among(let value, let members):
      value.sourceTerm.flatMap { value in Self.every(members).map { .among(value, $0) } }
    case .isMissing(let inner): inner.sourceTerm.map(SourceTerm.isMissing)
    case .not(let inner): inner.sourceTerm.map(SourceTerm.not)
    case .all(let parts): Self.every(parts).map(SourceTerm.all)
    case .any(let parts): Self.every(parts).map(SourceTerm.any)
    case .call(let function, let arguments): Self.every(arguments).flatMap { Self.call(function, $0) }
    }
  }

  private static func every(_ parts: [Expression]) -> [SourceTerm]? {
    let terms = parts.compactMap(\.sourceTerm)
    return terms.count == parts.count ? terms : nil
  }

  private static func both(
    _ left: Expression, _ right: Expression, _ make: (SourceTerm, SourceTerm) -> SourceTerm
  ) -> SourceTerm? {
    guard let left = left.sourceTerm, let right = right.sourceTerm else { return nil }
    return make(left, right)
  }

  private static func call(_ function: ExpressionFunction, _ arguments: [SourceTerm]) -> SourceTerm? {
    guard let first = arguments.first else { return nil }
    switch function {
    case .abs: return .abs(first)
    case .round:
      guard arguments.count > 1 else { return .round(first, 0) }
      guard case .number(let places) = arguments[1], let whole = Int(exactly: places) else { return nil }
      return .round(first, whole)
    case .min: return .least(arguments)
    case .max: return .greatest(arguments)
    case .lower: return .lower(first)
    case .length: return .length(first)
    case .if: return arguments.count == 3 ? .choice(first, arguments[1], arguments[2]) : nil
    case .number, .text, .date, .year, .month, .day: return nil
    }
  }
}
