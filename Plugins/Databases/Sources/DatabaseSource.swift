import WorkbenchKit

/// `db:NAME/schema.table`, and `db:NAME` with a question in a file.
struct DatabaseSource: LinkedSource {
  let name = "databases"
  let scheme = "db"

  func contents(of target: LinkTarget) throws -> [SourceItem] {
    let reference = DatabaseReference(target.reference)
    let link = try open(reference, target)
    return try Catalogue(link: link).tables().filter { reference.table.map($0.fullName.hasPrefix) ?? true }.map {
      table in
      SourceItem(
        table.fullName, kind: table.kind.label, rows: table.rows, columns: table.columns,
        remarks: table.comment.map { [.verbatim($0)] } ?? [])
    }
  }

  func open(_ target: LinkTarget, _ choice: SourceChoice) throws -> SourcedTable {
    try demandNoSheet(choice)
    let reference = DatabaseReference(target.reference)
    guard reference.table == nil || choice.query == nil else { throw DatabaseProblem.tableAndQuery() }
    guard reference.table != nil || choice.query != nil else {
      throw DatabaseProblem.reference("db:\(target.reference)")
    }
    let database = try target.workspace.database(reference.database)
    let query = try choice.query.map { try AskedQuery(target.read($0)) }
    let link = try open(reference, target)
    let details = try reference.table.map { try Catalogue(link: link).details($0) }
    let what = query?.file ?? details?.table.fullName ?? ""
    let whole = try plan(query, details, choice.textColumns, called: what, link)
    let limit = ReadingLimits(target.workspace).cells
    // Rows that are persons are asked for whole.
    let pushed = try PushedStages(
      database.isMicrodata ? [] : target.stages, into: whole, limit: limit, called: what, through: link)
    let plan = pushed.plan
    let fetched = try TableFetch(link: link, plan: plan, limit: limit).run()
    let origin = try FetchOrigin(
      of: database, "\(database.name)/\(what)", details, sql: plan.sql,
      size: (fetched.table.rowCount, fetched.table.columns.count), through: link)
    target.workspace.note(origin.source)
    let digest = try OutcomeDigest.of(fetched.table, checkInterrupt: target.checkInterrupt)
    var notices = [plan.notice, pushed.notice].compactMap(\.self) + fetched.notices
    if database.isInsecure { notices.append(Self.insecure(database.name)) }
    if database.isMicrodata { notices.append(Self.microdata(database.name)) }
    var sourced = SourcedTable(
      database.isMicrodata ? fetched.table.ofPersons(digest) : fetched.table,
      item: details.map { Text(nl: "tabel \($0.table.fullName)", en: "table \($0.table.fullName)") }, notices: notices,
      sha256: digest)
    sourced.stages = pushed.count
    return sourced
  }

  private func open(_ reference: DatabaseReference, _ target: LinkTarget) throws -> ServerLink {
    guard !reference.database.isEmpty else { throw DatabaseProblem.reference("db:\(target.reference)") }
    return try ServerLink.open(
      target.workspace.database(reference.database), ReadingLimits(target.workspace),
      checkInterrupt: target.checkInterrupt)
  }

  private func plan(
    _ query: AskedQuery?, _ details: TableDetails?, _ texts: [String], called what: String, _ link: ServerLink
  ) throws -> FetchPlan {
    if let query {
      link.spot = { sql, position in query.spot(position, in: sql) }
      return try FetchPlan(
        query.relation, called: what, texts: texts, key: [], saysOrder: query.saysOrder, through: link)
    }
    let table = details?.table
    let relation = "\(try link.quoted(table?.schema ?? "")).\(try link.quoted(table?.name ?? ""))"
    return try FetchPlan(
      relation, called: what, texts: texts, key: details?.key ?? [], saysOrder: false, through: link)
  }

  /// Whatever was asked of sheets and layers is no question to a database.
  private func demandNoSheet(_ choice: SourceChoice) throws {
    var rest = choice
    rest.query = nil
    rest.textColumns = []
    rest.decimal = nil
    rest.usesHundred = false
    guard rest == SourceChoice() else { throw DatabaseProblem.sheetFlags() }
  }

  private static func insecure(_ name: String) -> Notice {
    .caution(
      nl: "niemand heeft nagekeken of de server van '\(name)' de goede is (--insecure)",
      en: "nobody checked whether the server of '\(name)' is the right one (--insecure)")
  }

  private static func microdata(_ name: String) -> Notice {
    .info(
      nl: "de rijen in '\(name)' zijn personen: kleine aantallen worden achtergehouden",
      en: "the rows in '\(name)' are persons: small counts are held back")
  }
}
