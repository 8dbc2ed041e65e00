/// A double that is thought to be a decimal of few digits behind the point, and fifteen in all.
struct ScaledDouble {
  /// As a whole number of the last place.
  let whole: String
  let isSmall: String
  /// Whether it is what it is thought to be.
  let isExact: String

  init(_ cell: String, places: Int) {
    func power(_ exponent: Int) -> String { "1\(String(repeating: "0", count: exponent))::pg_catalog.float8" }
    whole = "pg_catalog.round(\(cell) * \(power(places)))"
    isSmall = "pg_catalog.abs(\(cell)) < \(power(15 - places))"
    isExact = "\(isSmall) and \(whole) / \(power(places)) = \(cell)"
  }
}
