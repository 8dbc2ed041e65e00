import WorkbenchKit

/// Numbers: whole ones in binary, decimals as decimals, as arithmetic here works with them; of others the two could differ in the last
/// digit, and are not worked with there.
extension Translator {
  /// The largest size that a bound may reach: far below where the server speaks of an error.
  private static var largest: Double { 1e290 }
  /// As many digits as decimals have here.
  private static var mostDigits: Int { 15 }

  /// Returns a number in binary.
  func binary(_ number: Translated) throws -> String {
    switch number.kind {
    case .number(.decimal): "(\(number.sql))::pg_catalog.float8"
    case .number: number.sql
    default: throw StaysHere(.type)
    }
  }

  func literal(_ number: Double) throws -> Translated {
    guard number.isFinite else { throw StaysHere(.type) }
    let text = number == 0 && number.sign == .minus ? "-0" : NumberText.shortest(number)
    if number == number.rounded(), number.magnitude < 1e15 {
      return Translated(
        sql: "'\(text)'::pg_catalog.float8",
        kind: .number(.whole(number...number, mayBeMinusNought: number == 0 && number.sign == .minus)))
    }
    let halves = text.split(separator: ".")
    if halves.count == 2, !text.contains("e"), halves[1].count <= Self.mostDigits {
      let scale = halves[1].count
      let whole = halves[0].filter { $0 != "-" }
      let precision = scale + (whole == "0" ? 0 : whole.count)
      if precision <= Self.mostDigits {
        return Translated(
          sql: "'\(text)'::pg_catalog.numeric", kind: .number(.decimal(precision: precision, scale: scale)))
      }
    }
    return Translated(sql: "'\(text)'::pg_catalog.float8", kind: .number(.double))
  }

  func negative(_ number: Translated) throws -> Translated {
    let sql = "(- \(try binary(number)))"
    if case .number(.whole(let bounds, _)) = number.kind {
      return Translated(
        sql: sql, kind: .number(.whole(-bounds.upperBound ... -bounds.lowerBound, mayBeMinusNought: true)))
    }
    return Translated(sql: sql, kind: .number(.double))
  }

  func size(_ number: Translated) throws -> Translated {
    switch number.kind {
    case .number(.whole(let bounds, _)):
      let most = max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude)
      return Translated(
        sql: "pg_catalog.abs(\(number.sql))", kind: .number(.whole(0...most, mayBeMinusNought: false)))
    case .number(let kind): return Translated(sql: "pg_catalog.abs(\(number.sql))", kind: .number(kind))
    default: throw StaysHere(.type)
    }
  }

  func arithmetic(_ sign: SourceTerm.Arithmetic, _ left: Translated, _ right: Translated) throws -> Translated {
    guard case .number(let first) = left.kind, case .number(let second) = right.kind else { throw StaysHere(.type) }
    if case .whole(let one, let minus) = first, case .whole(let other, let otherMinus) = second {
      return try whole(sign, left.sql, one, minus, right.sql, other, otherMinus)
    }
    guard sign == .plus || sign == .minus, let one = decimal(left, first), let other = decimal(right, second) else {
      throw StaysHere(.decimals)
    }
    let scale = max(one.scale, other.scale)
    let precision = max(one.precision - one.scale, other.precision - other.scale) + 1 + scale
    guard precision <= Self.mostDigits else { throw StaysHere(.decimals) }
    return Translated(
      sql: "(\(one.sql) \(sign.rawValue) \(other.sql))", kind: .number(.decimal(precision: precision, scale: scale)))
  }

  /// Sums, differences and products of whole numbers are worked out in binary here as there.
  private func whole(
    _ sign: SourceTerm.Arithmetic, _ left: String, _ one: ClosedRange<Double>, _ minus: Bool, _ right: String,
    _ other: ClosedRange<Double>, _ otherMinus: Bool
  ) throws -> Translated {
    let bounds: ClosedRange<Double>
    switch sign {
    case .over:
      // By nought there is no outcome here, and an error there.
      return Translated(sql: "(\(left) / nullif(\(right), 0::pg_catalog.float8))", kind: .number(.double))
    case .plus: bounds = one.lowerBound + other.lowerBound...one.upperBound + other.upperBound
    case .minus: bounds = one.lowerBound - other.upperBound...one.upperBound - other.lowerBound
    case .times:
      let corners = [one.lowerBound, one.upperBound].flatMap { [$0 * other.lowerBound, $0 * other.upperBound] }
      bounds = (corners.min() ?? 0)...(corners.max() ?? 0)
    }
    guard max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude) < Self.largest else { throw StaysHere(.size) }
    return Translated(
      sql: "(\(left) \(sign.rawValue) \(right))",
      kind: .number(.whole(bounds, mayBeMinusNought: sign == .times || minus || otherMinus)))
  }

  private func decimal(_ number: Translated, _ kind: Number) -> (sql: String, precision: Int, scale: Int)? {
    switch kind {
    case .decimal(let precision, let scale): return (number.sql, precision, scale)
    case .whole(let bounds, false):
      let most = max(bounds.lowerBound.magnitude, bounds.upperBound.magnitude)
      guard most < 1e15 else { return nil }
      return ("(\(number.sql))::pg_catalog.numeric", NumberText.shortest(most).utf8.count, 0)
    default: return nil
    }
  }

  func rounded(_ number: Translated, _ places: Int) throws -> Translated {
    guard case .number(let kind) = number.kind else { throw StaysHere(.type) }
    let places = min(max(places, 0), 15)
    switch kind {
    case .whole(let bounds, _):
      // A nought that is rounded loses its sign.
      return Translated(
        sql: "(\(number.sql) + 0::pg_catalog.float8)", kind: .number(.whole(bounds, mayBeMinusNought: false)))
    case .decimal(let precision, let scale):
      guard places <= scale || precision - scale + places <= Self.mostDigits else { throw StaysHere(.decimals) }
      let digits = min(scale, places)
      return Translated(
        sql: "pg_catalog.round(\(number.sql), \(places))",
        kind: .number(.decimal(precision: min(precision - scale + digits + 1, Self.mostDigits), scale: digits)))
    case .double: throw StaysHere(.decimals)
    }
  }

  /// The least or greatest of several; of equal ones that which is kept here.
  func extreme(_ parts: [Translated], sign: String) throws -> Translated {
    guard let first = parts.first else { throw StaysHere(.type) }
    var sql = try binary(first)
    for part in parts.dropFirst() {
      let next = try binary(part)
      sql =
        "(case when \(sql) is null or \(next) is null then null when \(next) \(sign) \(sql) then \(next) else \(sql) end)"
      guard sql.utf8.count <= Self.longest else { throw StaysHere(.length) }
    }
    return Translated(sql: sql, kind: .number(.double))
  }
}
