import WorkbenchKit

/// A column whose numbers are decimals of few digits for certain, so that their products with weights are the same there and here.
struct WeighedColumn {
  /// So many digits a product may have.
  static let mostDigits = 15

  let name: String
  /// A decimal of the server's, or nothing.
  let sql: String
  /// How many digits it has behind the point.
  let places: Int
  /// What has to be looked at, so that the numbers are what they are thought to be.
  private(set) var checks: [GroupColumn.Field] = []

  /// - Parameter places: of doubles how many decimals all of them have, as far as that is thought.
  /// - Returns: nil where the numbers may have more digits.
  init?(_ piece: FetchPlan.Piece, places: Int?) {
    name = piece.name
    let cell = "q.\(piece.quoted)"
    switch piece.form {
    case .whole: (sql, self.places) = ("\(cell)::pg_catalog.numeric", 0)
    case .long:
      (sql, self.places) = ("\(cell)::pg_catalog.numeric", 0)
      checks = ["min", "max"].map { .init(role: .bound, sql: "pg_catalog.\($0)(\(cell))", form: .long) }
    case .decimal:
      guard let digits = piece.digits, digits.precision <= Self.mostDigits,
        (0...digits.precision).contains(digits.scale)
      else { return nil }
      (sql, self.places) = ("nullif(\(cell), 'NaN'::pg_catalog.numeric)", digits.scale)
    case .double:
      guard let places else { return nil }
      let scaled = ScaledDouble(cell, places: places)
      sql =
        "(case when \(scaled.isExact) then \(scaled.whole)::pg_catalog.int8 * '1e-\(places)'::pg_catalog.numeric end)"
      self.places = places
      checks = [
        .init(role: .other(name), sql: "pg_catalog.count(*) filter (where not (\(scaled.isExact)))", form: .long)
      ]
    default: return nil
    }
  }

  /// What is asked of each group for a mean in which a row counts for its weight.
  func fields(by weight: WeighedColumn) -> [GroupColumn.Field] {
    let product = "(\(sql) * \(weight.sql))"
    return [
      .init(
        role: .weighed(name),
        sql: "pg_catalog.count(*) filter (where \(sql) is not null and \(weight.sql) is not null)", form: .long),
      .init(role: .product(name), sql: "pg_catalog.sum(\(product))::pg_catalog.text", form: .text),
      .init(
        role: .weights(name),
        sql: "pg_catalog.sum(case when \(sql) is not null then \(weight.sql) end)::pg_catalog.text",
        form: .text),
      .init(
        role: .productExtent(name, places: places + weight.places),
        sql: "pg_catalog.max(pg_catalog.abs(\(product)))::pg_catalog.float8", form: .double),
    ]
  }
}
