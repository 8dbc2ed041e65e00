import WorkbenchKit

/// Asks for groups, and makes of the answer a table that the stage here goes on with.
struct GroupFetch {
  /// What came.
  struct Answer {
    /// The keys, with what each row stands for.
    let table: Table
    /// As it came, for its digest.
    let raw: Table
    let sql: String
    let notices: [Notice]
  }

  /// The largest size of a number whose digits are written alike everywhere.
  private static let largest = 9_007_199_254_740_992.0
  /// As many decimals as numbers are thought to have at most.
  private static let mostPlaces = 6

  let servers: Servers
  /// Nil where rows are counted.
  let grouping: SourceGrouping?
  let plan: FetchPlan
  /// Rows times columns.
  let limit: Int

  /// - Parameter sample: some rows, by which it is guessed how many decimals numbers have.
  /// - Throws: `StaysHere` where the outcome could differ; `db.toolarge`, `db.whole`, what the server answers; what the interrupt
  ///   throws.
  func run(sample: Table?) throws -> Answer {
    let places = Self.places(sample)
    try servers.ask("savepoint groups")
    do {
      let first = try ask(places)
      let others = Set(first.others)
      guard !others.isEmpty else { return try answer(first) }
      return try answer(try ask(places.filter { !others.contains($0.key) }))
    } catch let error as Diagnostic where error.code == "db.value" {
      try servers.ask("rollback to savepoint groups")
      throw StaysHere(.size)
    }
  }

  /// The question as it will first be put.
  func query(sample: Table?) -> AnswerQuery {
    GroupQuery(grouping, of: plan, places: Self.places(sample)).query
  }

  /// Whether the means can be weighed there, as far as some rows tell.
  func canWeigh(_ sample: Table?) -> Bool {
    GroupQuery(grouping, of: plan, places: Self.places(sample)).isWeighable
  }

  private static func places(_ sample: Table?) -> [String: Int] {
    Dictionary(
      (sample?.columns ?? []).compactMap { column in places(column).map { (column.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many decimals the numbers of a column have; nil where that are many.
  private static func places(_ column: Column) -> Int? {
    guard let numbers = column.numbers else { return nil }
    var most = 0
    for number in numbers where !number.isNaN {
      let text = NumberText.shortest(number)
      guard !text.contains("e") else { return nil }
      most = max(most, text.split(separator: ".").dropFirst().first?.utf8.count ?? 0)
      if most > mostPlaces { return nil }
    }
    return most
  }

  private struct Raw {
    let query: GroupQuery
    let answer: AnswerFetch.Answer

    /// Columns whose numbers are other than was thought.
    var others: [String] {
      zip(query.roles, answer.columns).compactMap { role, column in
        if case .other(let name) = role, column.numbers?.contains(where: { $0 > 0 }) == true { name } else { nil }
      }
    }
  }

  private func ask(_ places: [String: Int]) throws -> Raw {
    let query = GroupQuery(grouping, of: plan, places: places)
    guard query.isWeighable else { throw StaysHere(.decimals) }
    let (columns, limit) = (query.query.fields.count, limit)
    return Raw(
      query: query,
      answer: try AnswerFetch(
        servers: servers, query: query.query, mostRows: limit / columns,
        tooMany: { FetchProblem.tooLarge(rows: nil, columns: columns, limit: limit) }
      ).run())
  }

  private func answer(_ raw: Raw) throws -> Answer {
    let (roles, answer) = (raw.query.roles, raw.answer)
    func numbers(_ role: GroupRole) -> [Double]? {
      zip(roles, answer.columns).first { $0.0 == role }?.1.numbers
    }
    func counts(_ role: GroupRole) -> [Int]? { numbers(role)?.map { Int(exactly: $0) ?? 0 } }
    for (role, column) in zip(roles, answer.columns) {
      if case .extent = role, column.numbers?.contains(where: { $0 >= Self.largest }) == true { throw StaysHere(.size) }
    }
    try demandExactProducts(raw)
    let sizes = counts(.size) ?? []
    var remarks = CellRemarks()
    var table = Table(columns: zip(roles, answer.columns).filter { $0.0 == .key }.map(\.1))
    for (number, role) in roles.enumerated() where role == .key {
      let rows = answer.endlessRows[number].reduce(0) { $0 + sizes[$1] }
      remarks.note(answer.columns[number].name, rounded: answer.roundedCells[number], endless: rows)
    }
    var tallied = TalliedRows(sizes: sizes)
    for piece in plan.pieces {
      guard let present = counts(.present(piece.name)) else { continue }
      let filled = counts(.filled(piece.name)) ?? present
      let missed = zip(filled, present).reduce(0) { $0 + $1.0 - $1.1 }
      if !roles.contains(.key) || table.column(piece.name) == nil {
        remarks.note(piece.name, rounded: counts(.rounded(piece.name))?.reduce(0, +) ?? 0, endless: missed)
      }
      tallied.columns[piece.name] = TalliedRows.Values(
        present: present, sums: sums(raw, piece.name), least: numbers(.least(piece.name)) ?? [],
        most: numbers(.most(piece.name)) ?? [])
      if let weighed = counts(.weighed(piece.name)) {
        tallied.weighted[piece.name] = TalliedRows.Weighted(
          present: weighed, products: texts(raw, .product(piece.name)), weights: texts(raw, .weights(piece.name)))
      }
      if table.column(piece.name) == nil { table.set(piece.emptyColumn(sizes.count)) }
    }
    table.tallied = tallied
    return Answer(
      table: table, raw: Table(columns: answer.columns), sql: raw.query.query.sql(),
      notices: remarks.notices(servers) + orderNotices(raw))
  }

  private func sums(_ raw: Raw, _ name: String) -> [String] {
    for (role, column) in zip(raw.query.roles, raw.answer.columns) {
      guard case .sum(name, let places) = role, let texts = column.texts else { continue }
      return texts.map { text in text.map { places == 0 ? $0 : "\($0)e-\(places)" } ?? "0" }
    }
    return []
  }

  private func texts(_ raw: Raw, _ role: GroupRole) -> [String] {
    zip(raw.query.roles, raw.answer.columns).first { $0.0 == role }?.1.texts?.map { $0 ?? "0" } ?? []
  }

  /// Products with more digits are rounded here; a weight below nought is an error here, of its row.
  private func demandExactProducts(_ raw: Raw) throws {
    for (role, column) in zip(raw.query.roles, raw.answer.columns) {
      switch role {
      case .productExtent(_, let places):
        let bound = Double("1e\(WeighedColumn.mostDigits - places)") ?? 0
        if column.numbers?.contains(where: { $0 >= bound }) == true { throw StaysHere(.decimals) }
      case .leastWeight: if column.numbers?.contains(where: { $0 < 0 }) == true { throw StaysHere(.size) }
      default: break
      }
    }
  }

  /// Groups that first come by at the same place stand in an order that the rows here might not give.
  private func orderNotices(_ raw: Raw) -> [Notice] {
    guard let keys = grouping?.keys, !raw.query.isOrdered else { return [] }
    let isTied =
      raw.answer.isTied
      || zip(raw.query.roles, raw.answer.columns).contains { role, column in
        guard role == .tied, case .booleans(let values) = column.storage else { return false }
        return values.contains(true)
      }
    guard isTied else { return [] }
    let names = Text.list(keys)
    return [
      .info(
        nl:
          "van welke groep de eerste rij het eerst komt, staat niet vast; die groepen staan op volgorde van \(names.nl)",
        en: "of which group the first row comes first is not settled; these groups stand in order of \(names.en)")
    ]
  }
}

extension FetchPlan.Piece {
  /// A column of the kind that it has, without anything in it.
  func emptyColumn(_ count: Int = 0) -> Column {
    switch form {
    case .boolean: Column(name, .booleans([Bool?](repeating: nil, count: count)))
    case .whole, .long, .single, .double, .decimal:
      .numbers(name, [Double](repeating: .nan, count: count))
    default: .texts(name, [String?](repeating: nil, count: count))
    }
  }
}
