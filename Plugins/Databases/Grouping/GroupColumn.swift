import WorkbenchKit

/// What is asked about one column of each group.
///
/// Numbers are added up as decimals, as they are here: whole ones and `numeric` as they are, doubles by their shortest form; where all
/// are thought to have few decimals as whole numbers of the last place, which is done sooner, and told where the thought was wrong.
struct GroupColumn {
  struct Field {
    let role: GroupRole
    let sql: String
    let form: ColumnForm
  }

  let name: String
  private(set) var fields: [Field] = []

  init(_ piece: FetchPlan.Piece, _ kinds: Set<SourceGrouping.Figure.Kind>, places: Int?) {
    name = piece.name
    let cell = "q.\(piece.quoted)"
    let isSum = kinds.contains(.sum) || kinds.contains(.mean)
    switch piece.form {
    case .boolean, .text, .unreadable: add(.present(name), "pg_catalog.count(\(cell))", .long)
    case .day, .moment, .zonedMoment:
      add(.filled(name), "pg_catalog.count(\(cell))", .long)
      add(.present(name), "pg_catalog.count(*) filter (where pg_catalog.isfinite(\(cell)))", .long)
    case .whole, .long:
      add(.present(name), "pg_catalog.count(\(cell))", .long)
      if isSum { add(.sum(name, places: 0), "pg_catalog.sum(\(cell))::pg_catalog.text", .text) }
      if piece.form == .long, isSum {
        add(.bound, "pg_catalog.min(\(cell))", .long)
        add(.bound, "pg_catalog.max(\(cell))", .long)
      }
      extremes(kinds, of: cell, "", piece.form)
    case .decimal:
      if let digits = piece.digits, digits.precision <= 15, (0...digits.precision).contains(digits.scale) {
        let value = "nullif(\(cell), 'NaN'::pg_catalog.numeric)"
        add(.filled(name), "pg_catalog.count(\(cell))", .long)
        add(.present(name), "pg_catalog.count(\(value))", .long)
        if isSum { add(.sum(name, places: 0), "pg_catalog.sum(\(value))::pg_catalog.text", .text) }
        extremes(kinds, of: value, "", .decimal)
      } else {
        let value = "(\(cell)::pg_catalog.float8)"
        doubles(cell, value, "\(value)::pg_catalog.text", kinds)
        add(
          .rounded(name),
          "pg_catalog.count(*) filter (where (\(value)::pg_catalog.text)::pg_catalog.numeric <> \(cell))", .long)
      }
    case .single:
      let text = "\(cell)::pg_catalog.text"
      doubles(cell, "((\(text))::pg_catalog.float8)", text, kinds)
    case .double:
      if let places, isSum {
        scaled(cell, places, kinds)
      } else {
        doubles(cell, cell, "\(cell)::pg_catalog.text", kinds)
      }
    }
  }

  private mutating func add(_ role: GroupRole, _ sql: String, _ form: ColumnForm) {
    fields.append(Field(role: role, sql: sql, form: form))
  }

  private mutating func extremes(
    _ kinds: Set<SourceGrouping.Figure.Kind>, of value: String, _ filter: String, _ form: ColumnForm
  ) {
    let cast = form == .decimal ? "::pg_catalog.text" : ""
    if kinds.contains(.least) { add(.least(name), "(pg_catalog.min(\(value))\(filter))\(cast)", form) }
    if kinds.contains(.most) { add(.most(name), "(pg_catalog.max(\(value))\(filter))\(cast)", form) }
  }

  /// Numbers that may be infinite or none.
  private mutating func doubles(
    _ cell: String, _ value: String, _ text: String, _ kinds: Set<SourceGrouping.Figure.Kind>
  ) {
    let filter =
      " filter (where \(value) > '-Infinity'::pg_catalog.float8 and \(value) < 'Infinity'::pg_catalog.float8)"
    add(.filled(name), "pg_catalog.count(\(cell))", .long)
    add(.present(name), "pg_catalog.count(*)\(filter)", .long)
    if kinds.contains(.sum) || kinds.contains(.mean) {
      add(
        .sum(name, places: 0), "(pg_catalog.sum((\(text))::pg_catalog.numeric)\(filter))::pg_catalog.text", .text)
      add(.extent(name), "pg_catalog.max(pg_catalog.abs(\(value)))\(filter)", .double)
    }
    extremes(kinds, of: value, filter, .double)
  }

  /// Doubles of which each is thought to be a decimal of few digits behind the point, and fifteen in all.
  private mutating func scaled(_ cell: String, _ places: Int, _ kinds: Set<SourceGrouping.Figure.Kind>) {
    let scaled = ScaledDouble(cell, places: places)
    add(.present(name), "pg_catalog.count(\(cell))", .long)
    add(
      .sum(name, places: places),
      "pg_catalog.sum(case when \(scaled.isSmall) then \(scaled.whole)::pg_catalog.int8 end)::pg_catalog.text", .text)
    add(
      .other(name),
      "pg_catalog.count(*) filter (where not (\(scaled.isExact)))", .long)
    extremes(kinds, of: cell, "", .double)
  }
}
