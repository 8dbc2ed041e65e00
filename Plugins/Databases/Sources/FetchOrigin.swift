import WorkbenchKit

/// Which state of which database an answer came out of.
struct FetchOrigin {
  /// As it is told beside a result, with what the question was.
  let source: Source

  /// Asks the server for what identifies its state.
  ///
  /// - Parameters:
  ///   - database: as the workspace knows it.
  ///   - what: the table, or the file with the question.
  ///   - details: of the table; nil where a question was asked.
  ///   - sql: what was asked.
  ///   - size: how many rows and columns came.
  ///   - link: to ask.
  ///   - isOneOfSeveral: whether other servers gave a part too.
  init(
    of database: RegisteredDatabase, _ what: String, _ details: TableDetails?, sql: String,
    size: (rows: Int, columns: Int),
    through link: ServerLink, isOneOfSeveral: Bool = false
  ) throws {
    // Servers before 13 call it by another name.
    let snapshot = link.versionNumber >= 130_000 ? "pg_current_snapshot" : "txid_current_snapshot"
    let state = try link.ask(
      """
      select pg_catalog.\(snapshot)()::text, \
      pg_catalog.to_char(pg_catalog.now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      """
    ).first
    let version = link.parameter("server_version").map { String($0.prefix { $0 != " " }) } ?? "?"
    // A source is told alike in either language.
    var publisher = "service \(link.service), database \(link.databaseName), PostgreSQL \(version)"
    if database.isInsecure { publisher += " (--insecure)" }
    var place = ["snapshot \(state.first.flatMap { $0 } ?? "?")", "\(size.rows) × \(size.columns)"]
    if let analyzed = details?.analyzed { place.append("analyze \(analyzed)") }
    place.append(sql)
    source = Source(
      id: isOneOfSeveral ? "db-\(database.name)-\(link.service)" : "db-\(database.name)",
      title: details?.table.comment.map { "\(what): \($0)" } ?? what, publisher: publisher,
      date: state.count > 1 ? state[1] ?? "" : "", place: place.joined(separator: "; "))
  }
}
