import WorkbenchKit

/// The question that brings, for each group of rows, what the stage here needs to make of it what it would have made of the rows.
struct GroupQuery {
  private(set) var query: AnswerQuery
  private(set) var roles: [GroupRole] = []
  /// Whether the groups stand in the order of their first rows, whatever is in them.
  private(set) var isOrdered = true
  /// Whether all means can be weighed there.
  private(set) var isWeighable = true

  /// - Parameters:
  ///   - grouping: what is asked; nil where rows are counted.
  ///   - plan: the rows.
  ///   - places: of columns of doubles how many decimals all of their numbers have, as far as that is thought.
  init(_ grouping: SourceGrouping?, of plan: FetchPlan, places: [String: Int]) {
    query = AnswerQuery(fields: [], relation: plan.relation, order: [])
    let names = Set(grouping?.keys ?? [])
    let keys = plan.pieces.filter { names.contains($0.name) }
    for key in keys {
      // A collation binds less than a cast.
      let term = key.form == .text || key.form == .unreadable ? "(\(key.groupTerms[0]))" : key.groupTerms[0]
      add(.key, key.name, key.form.expression(term), key.form)
      query.groups += key.groupTerms
    }
    count(.size, "size", "pg_catalog.count(*)")
    for piece in plan.pieces {
      var kinds = Set((grouping?.figures ?? []).filter { $0.column == piece.name }.map(\.kind))
      let isWeighed = grouping?.weight != nil && kinds.contains(.mean)
      if isWeighed { kinds.remove(.mean) }
      if !kinds.isEmpty || isWeighed || grouping?.weight == piece.name {
        add(GroupColumn(piece, kinds, places: places[piece.name]))
      }
    }
    if let weight = plan.pieces.first(where: { $0.name == grouping?.weight }) {
      weigh(by: weight, grouping, plan, places)
    }
    order(keys, plan)
  }

  private mutating func add(_ role: GroupRole, _ name: String, _ sql: String, _ form: ColumnForm) {
    roles.append(role)
    query.fields.append(AnswerQuery.Field(name: name, sql: sql, form: form))
  }

  private mutating func count(_ role: GroupRole, _ name: String, _ sql: String) { add(role, name, sql, .long) }

  private mutating func add(_ column: GroupColumn) {
    for field in column.fields { add(field.role, column.name, field.sql, field.form) }
  }

  private mutating func weigh(
    by weight: FetchPlan.Piece, _ grouping: SourceGrouping?, _ plan: FetchPlan, _ places: [String: Int]
  ) {
    let names = Set((grouping?.figures ?? []).filter { $0.kind == .mean }.map(\.column))
    guard let by = WeighedColumn(weight, places: places[weight.name]) else {
      isWeighable = false
      return
    }
    for check in by.checks { add(check.role, weight.name, check.sql, check.form) }
    add(.leastWeight, weight.name, "pg_catalog.min(\(by.sql))::pg_catalog.float8", .double)
    for piece in plan.pieces where names.contains(piece.name) {
      guard let column = WeighedColumn(piece, places: places[piece.name]) else {
        isWeighable = false
        continue
      }
      for field in column.checks + column.fields(by: by) { add(field.role, piece.name, field.sql, field.form) }
    }
  }

  /// Orders the groups by their first rows: by what of these is the same in the whole group, and by the least of one column more.
  private mutating func order(_ keys: [FetchPlan.Piece], _ plan: FetchPlan) {
    guard !keys.isEmpty else { return }
    var due = Set(keys.map(\.name))
    var hasLeast = false
    for (name, term) in plan.order {
      guard !due.isEmpty, let piece = plan.whole.first(where: { $0.name == name }) else { break }
      if due.contains(name) {
        due.remove(name)
        query.order.append(piece.groupTerms.contains(term.sql) ? term : term.least)
      } else if keys.contains(where: { $0.name == name }) {
        continue
      } else {
        guard !hasLeast, let least = piece.leastTerm(term) else { break }
        hasLeast = true
        query.order.append(least)
        // Of a key of one column every row has its own.
        if plan.hasKey, plan.order.count == 1 { due = [] }
      }
    }
    // Noughts with and without a sign are two groups at one place.
    let mayBeNoughts = keys.contains { $0.form == .single || $0.form == .double }
    isOrdered = due.isEmpty && !mayBeNoughts
    guard !isOrdered else { return }
    query.settledTerms = query.order.count
    let places = query.order.map(\.sql).joined(separator: ", ")
    add(
      .tied, "tied", places.isEmpty ? "true" : "(pg_catalog.count(*) over (partition by \(places)) > 1)", .boolean)
    for key in keys {
      query.order += key.groupTerms.map { OrderTerm(sql: $0, kind: key.orderTerm(byLetters: true).kind) }
    }
    query.order = query.order.map { term in
      // What sets the two noughts apart is a text.
      term.sql.hasPrefix("(case") ? OrderTerm(sql: term.sql, kind: .bytes) : term
    }
  }
}

extension OrderTerm {
  /// The least of a group, by the same order.
  fileprivate var least: OrderTerm {
    OrderTerm(sql: "\(kind == .truth ? "pg_catalog.bool_and" : "pg_catalog.min")(\(sql))", kind: kind)
  }
}

extension FetchPlan.Piece {
  /// What makes groups of a column: texts by their bytes, and a nought with a sign apart.
  var groupTerms: [String] {
    let column = "q.\(quoted)"
    switch form {
    case .single, .double: return [column, "(case when \(column) = 0 then \(column)::pg_catalog.text end)"]
    // A server puts a cast under a collation, and then no longer knows what it grouped by.
    case .text, .unreadable: return ["(\(column)::pg_catalog.text) collate \"C\""]
    default: return [column]
    }
  }

  /// The least of a group by a term of the order; nil where the server knows none.
  fileprivate func leastTerm(_ term: OrderTerm) -> OrderTerm? {
    switch form {
    case .text, .unreadable:
      // An enumeration has an order of its own; that of other types is the one of their letters.
      let isOwn = isText && type >= 16_384
      return isOwn || [25, 1042, 1043].contains(type) ? term.least : orderTerm(byLetters: true).least
    default: return term.least
    }
  }
}
