import WorkbenchKit

/// Takes the answer to a question out of a database, as it streams in: of several servers at the same time, and then in one order.
struct AnswerFetch {
  /// What came.
  struct Answer {
    let columns: [Column]
    /// Of each column the digits that were lost, and the rows of what is infinite or no number.
    let roundedCells: [Int]
    let endlessRows: [[Int]]
    /// Whether two rows of several servers stand at one place, though they differ.
    var isTied = false
  }

  let servers: Servers
  let query: AnswerQuery
  /// Thrown where more rows come than may.
  let mostRows: Int
  let tooMany: () -> Diagnostic

  /// - Throws: `db.whole`; what the server answers; what the interrupt throws.
  func run() throws -> Answer {
    var builders = servers.links.map { _ in query.fields.map { ColumnBuilder($0.name, $0.form) } }
    var keys = servers.links.map { _ in OrderKeys(servers.areSeveral ? query.order : []) }
    let count = query.fields.count
    var counts = servers.links.map { _ in 0 }
    var readers = servers.links.map { _ in
      BinaryRows(columns: count + (servers.areSeveral ? query.order.count : 0))
    }
    let showsOrder = servers.areSeveral
    guard try servers.copyInBinary else {
      var rows = 0
      try servers.rows(query.sql(showsOrder: showsOrder)) { server, cells in
        for (column, cell) in cells.enumerated() {
          if column < count {
            try builders[server][column].append(text: cell)
          } else {
            keys[server].append(text: cell, of: column - count)
          }
        }
        rows += 1
        counts[server] += 1
        guard rows <= mostRows else { throw tooMany() }
      }
      return try answer(builders, keys, counts)
    }
    do {
      try servers.copy("copy (\(query.sql(showsOrder: showsOrder))) to stdout (format binary)") {
        server, piece in
        try readers[server].read(piece) { column, cell in
          if column < count {
            try builders[server][column].append(cell)
          } else {
            try keys[server].append(cell, of: column - count)
          }
        }
        guard readers.reduce(0, { $0 + $1.rows }) <= mostRows else { throw tooMany() }
      }
    } catch is BinaryRows.Garbled { throw FetchProblem.garbled(servers.first.name) }
    guard readers.allSatisfy(\.hasEnded) else { throw FetchProblem.garbled(servers.first.name) }
    return try answer(builders, keys, readers.map(\.rows))
  }

  private func answer(_ builders: [[ColumnBuilder]], _ keys: [OrderKeys], _ counts: [Int]) throws -> Answer {
    guard servers.areSeveral else {
      return Answer(
        columns: builders[0].map(\.column), roundedCells: builders[0].map(\.roundedCells),
        endlessRows: builders[0].map(\.endlessRows))
    }
    // Where the rows of each server begin when all stand behind each other.
    let starts = counts.indices.map { counts[..<$0].reduce(0, +) }
    var (rows, isTied) = try merged(keys, counts, starts)
    if let limit = query.limit, rows.count > limit { rows = Array(rows[..<limit]) }
    var places: [Int: Int] = [:]
    let endless = query.fields.indices.map { field in builders.map { $0[field].endlessRows } }
    if endless.contains(where: { $0.contains { !$0.isEmpty } }) {
      for (place, row) in rows.enumerated() { places[row] = place }
    }
    return Answer(
      columns: query.fields.indices.map { field in
        ColumnBuilder.joined(builders.map { $0[field].column }).rows(rows)
      },
      roundedCells: query.fields.indices.map { field in builders.reduce(0) { $0 + $1[field].roundedCells } },
      endlessRows: endless.map { zip($0, starts).flatMap { rows, start in rows.compactMap { places[$0 + start] } } },
      isTied: isTied)
  }

  /// Sets the rows in one order, those of one server as they came.
  private func merged(_ keys: [OrderKeys], _ counts: [Int], _ starts: [Int]) throws -> (rows: [Int], isTied: Bool) {
    var next = counts.map { _ in 0 }
    var rows: [Int] = []
    rows.reserveCapacity(counts.reduce(0, +))
    var isTied = false
    var last: (server: Int, row: Int)?
    while true {
      var first: Int?
      for server in counts.indices where next[server] < counts[server] {
        if let best = first, !keys[server].precedes(next[server], keys[best], next[best]) { continue }
        first = server
      }
      guard let server = first else { return (rows, isTied) }
      rows.append(starts[server] + next[server])
      if let last {
        let differs = keys[last.server].firstDifference(last.row, keys[server], next[server])
        if query.isKeyed, differs == nil {
          throw FetchProblem.onTwo([last.server, server].map { servers.links[$0].service })
        }
        if let settled = query.settledTerms, let differs { isTied = isTied || differs.term >= settled }
      }
      last = (server, next[server])
      next[server] += 1
      if rows.count % 10_000 == 0 { try servers.first.checkInterrupt() }
    }
  }
}
