import WorkbenchKit

/// Takes what a plan asks out of a database, as it streams in.
struct TableFetch {
  let servers: Servers
  let plan: FetchPlan
  /// Rows times columns.
  let limit: Int

  /// Returns the table, and what has to be said about its cells.
  ///
  /// - Throws: `db.toolarge` before anything comes where the server counts too many, and while it comes; `db.whole`; what the server
  ///   answers; what the interrupt throws.
  func run() throws -> (table: Table, notices: [Notice]) {
    try demandRoom()
    let (columns, limit) = (plan.pieces.count, limit)
    let answer = try AnswerFetch(
      servers: servers, query: plan.query, mostRows: limit / columns,
      tooMany: { FetchProblem.tooLarge(rows: nil, columns: columns, limit: limit) }
    ).run()
    var remarks = CellRemarks()
    for (number, piece) in plan.pieces.enumerated() {
      remarks.note(piece.name, rounded: answer.roundedCells[number], endless: answer.endlessRows[number].count)
    }
    return (Table(columns: answer.columns), remarks.notices(servers))
  }

  /// What the server thinks may be far from what there is: where it thinks of too many they are counted, up to one more than may be.
  private func demandRoom() throws {
    let columns = plan.pieces.count
    let most = limit / columns
    if let rows = plan.limit, rows <= most { return }
    let guess = try servers.ask("explain (format json) select * from \(plan.relation) as q").reduce(0.0) {
      let rows = try $1.value.map { try JSONReader.parse($0) }?.array?.first?["Plan"]?["Plan Rows"]?.number
      return $0 + (rows ?? 0)
    }
    guard guess > Double(most) else { return }
    let counted = try servers.ask(
      "select pg_catalog.count(*)::text from (select from \(plan.relation) as q limit \(most + 1)) as r")
    let counts = counted.compactMap { $0.value.flatMap { Int($0) } }
    guard counts.count == servers.links.count, counts.reduce(0, +) <= most else {
      throw FetchProblem.tooLarge(rows: guess < 1e15 ? Int(guess) : nil, columns: columns, limit: limit)
    }
  }
}
