import WorkbenchKit

/// Whether a table is the same on all servers among which its rows are divided.
struct SameTable {
  let database: RegisteredDatabase
  let servers: Servers
  let table: String

  /// - Throws: `db.differ` where a server has other columns or another key; `db.partition` where the column is not there by which rows
  ///   are divided, so that the same rows may stand on every server.
  func demand(_ plans: [FetchPlan], _ details: [TableDetails]) throws {
    guard servers.areSeveral, let first = plans.first else { return }
    if let partition = database.partition, !first.pieces.contains(where: { $0.name == partition }) {
      throw DatabaseProblem.partition(partition, table, database.name)
    }
    for (link, plan) in zip(servers.links, plans) {
      let isSame =
        plan.pieces.count == first.pieces.count
        && zip(plan.pieces, first.pieces).allSatisfy {
          $0.name == $1.name && $0.form == $1.form && $0.digits?.precision == $1.digits?.precision
            && $0.digits?.scale == $1.digits?.scale
        }
      guard isSame else { throw DatabaseProblem.differ(table, link.service, servers.first.service) }
    }
    for (link, one) in zip(servers.links, details) where one.key != details[0].key {
      throw DatabaseProblem.differ(table, link.service, servers.first.service)
    }
  }
}
