import WorkbenchKit

/// `db:NAME/schema.table`, and `db:NAME` with a question in a file.
struct DatabaseSource: LinkedSource {
  let name = "databases"
  let scheme = "db"

  func contents(of target: LinkTarget) throws -> [SourceItem] {
    let reference = DatabaseReference(target.reference)
    let (_, servers) = try open(reference, target)
    return try Catalogue.tables(on: servers).filter { reference.table.map($0.fullName.hasPrefix) ?? true }.map {
      table in
      SourceItem(
        table.fullName, kind: table.kind.label, rows: table.rows, columns: table.columns,
        remarks: table.comment.map { [.verbatim($0)] } ?? [])
    }
  }

  func open(_ target: LinkTarget, _ choice: SourceChoice) throws -> SourcedTable {
    var asked = try AskedTable(target, choice, open)
    let limit = asked.limit
    let database = asked.database
    var answer: (table: Table, raw: Table, sql: String, notices: [Notice])?
    if let group = asked.pushed.group {
      let fetch = GroupFetch(servers: asked.servers, grouping: group, plan: asked.pushed.plan, limit: limit)
      do {
        let came = try fetch.run(sample: asked.pushed.sample)
        answer = (came.table, came.raw, came.sql, came.notices)
      } catch let stays as StaysHere { asked.pushed.keepGroup(stays) }
    }
    let plan = asked.pushed.plan
    if answer == nil {
      let came = try TableFetch(servers: asked.servers, plan: plan, limit: limit).run()
      answer = (came.table, came.table, plan.query.sql(), [plan.notice].compactMap(\.self) + came.notices)
    }
    guard let (table, raw, sql, remarks) = answer else { throw FetchProblem.garbled(database.name) }
    for source in try asked.origins(sql: sql, size: (raw.rowCount, raw.columns.count)) { target.workspace.note(source) }
    let digest = try OutcomeDigest.of(raw, checkInterrupt: target.checkInterrupt)
    var sourced = SourcedTable(
      database.isMicrodata
        // The same persons in whatever form they are asked for: what was shown of them counts for the next question.
        ? table.ofPersons("db:\(database.name)/\(asked.what)", fewest: asked.fewest, isSealed: true) : table,
      item: asked.details.map { Text(nl: "tabel \($0.table.fullName)", en: "table \($0.table.fullName)") },
      notices: [asked.pushed.notice, asked.pushed.afterAll].compactMap(\.self) + remarks + asked.notices, sha256: digest
    )
    sourced.stages = asked.pushed.count
    return sourced
  }

  func plan(_ target: LinkTarget, _ choice: SourceChoice) throws -> SourcePlan {
    let asked = try AskedTable(target, choice, open)
    let pushed = asked.pushed
    let query =
      pushed.group.map {
        GroupFetch(servers: asked.servers, grouping: $0, plan: pushed.plan, limit: asked.limit)
          .query(sample: pushed.sample)
      } ?? pushed.plan.query
    var plan = try ServerPlan(of: query, through: asked.servers).plan
    plan.columns = pushed.plan.pieces.map { $0.emptyColumn() }
    plan.steps = pushed.steps
    if asked.database.isMicrodata {
      plan.steps = target.stages.map { _ in SourcePlan.Step(isThere: false, reason: StaysHere.persons) }
    }
    plan.notices = asked.notices
    return plan
  }

  func mostKept(in workspace: WorkspaceHandle) -> Int? { ReadingLimits(workspace).kept }

  private func open(_ reference: DatabaseReference, _ target: LinkTarget) throws -> (RegisteredDatabase, Servers) {
    guard !reference.database.isEmpty else { throw DatabaseProblem.reference("db:\(target.reference)") }
    let database = try target.workspace.database(reference.database)
    return (
      database,
      try Servers.open(database, ReadingLimits(target.workspace), checkInterrupt: target.checkInterrupt)
    )
  }
}
