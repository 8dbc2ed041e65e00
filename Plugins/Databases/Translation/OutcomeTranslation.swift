import WorkbenchKit

/// What is worked out as a column of its own, and what rows are put in order by.
extension Translator {
  /// Beyond this a number has not all of its last digits, which is told here.
  private static var exact: Double { 9_007_199_254_740_992 }

  /// Returns a term as a column: numbers in binary.
  ///
  /// - Throws: `StaysHere`, also where a number could be beyond 2^53.
  func outcome(_ term: SourceTerm) throws -> (sql: String, form: ColumnForm, type: UInt32) {
    let translated = try translate(term)
    switch translated.kind {
    case .truth: return (translated.sql, .boolean, 16)
    case .text: return (translated.sql, .text, 25)
    case .number:
      guard let size = try largest(term), size <= Self.exact else { throw StaysHere(.size) }
      return (try binary(translated), .double, 701)
    }
  }

  /// Returns what rows are put in order by: numbers by size, texts in small letters first and then by their own.
  ///
  /// - Throws: `StaysHere`.
  func orderTerms(_ term: SourceTerm) throws -> [OrderTerm] {
    let translated = try translate(term)
    switch translated.kind {
    case .truth: return [OrderTerm(sql: translated.sql, kind: .truth)]
    case .number(.decimal): return [OrderTerm(sql: translated.sql, kind: .decimal)]
    case .number: return [OrderTerm(sql: translated.sql, kind: .double)]
    case .text(let isPlain):
      guard isPlain else { throw StaysHere(.letters) }
      return [
        OrderTerm(sql: "pg_catalog.lower(\(translated.sql) collate \"C\") collate \"C\"", kind: .bytes),
        OrderTerm(sql: "(\(translated.sql)) collate \"C\"", kind: .bytes),
      ]
    }
  }

  /// The largest size that a number can have; nil where that is not known.
  private func largest(_ term: SourceTerm) throws -> Double? {
    if case .number(let kind) = try translate(term).kind {
      switch kind {
      case .whole(let bounds, _): return max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude)
      case .decimal: return 1e15
      case .double: break
      }
    }
    func most(_ terms: [SourceTerm]) throws -> Double? {
      let sizes = try terms.map(largest)
      return sizes.contains { $0 == nil } ? nil : sizes.compactMap(\.self).max()
    }
    switch term {
    case .number(let number): return number.magnitude
    // Only whole numbers are divided, and by nought there is no outcome.
    case .arithmetic(.over, let left, _): return try largest(left)
    case .negative(let inner), .abs(let inner): return try largest(inner)
    case .least(let terms), .greatest(let terms): return try most(terms)
    case .choice(_, let first, let second): return try most([first, second])
    default: return nil
    }
  }
}
