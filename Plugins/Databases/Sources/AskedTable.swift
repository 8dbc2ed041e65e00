import WorkbenchKit

/// What somebody asks of a database, with what can be done of it there.
struct AskedTable {
  let database: RegisteredDatabase
  let servers: Servers
  /// Of the table, on each server; empty where a question was asked.
  private let all: [TableDetails]
  /// The table, or the file with the question.
  let what: String
  /// Rows times columns that may be taken in.
  let limit: Int
  /// How many persons are no longer few.
  let fewest: Int
  var pushed: PushedStages

  /// Of the table; nil where a question was asked.
  var details: TableDetails? { all.first }

  /// - Parameter open: opens the database that is meant.
  /// - Throws: `db.*`, `argument.clash`, `personal.found`.
  init(
    _ target: LinkTarget, _ choice: SourceChoice,
    _ open: (DatabaseReference, LinkTarget) throws -> (RegisteredDatabase, Servers)
  ) throws {
    try Self.demandNoSheet(choice)
    let reference = DatabaseReference(target.reference)
    guard reference.table == nil || choice.query == nil else { throw DatabaseProblem.tableAndQuery() }
    guard reference.table != nil || choice.query != nil else {
      throw DatabaseProblem.reference("db:\(target.reference)")
    }
    let query = try choice.query.map { try AskedQuery(target.read($0)) }
    let (database, servers) = try open(reference, target)
    (self.database, self.servers) = (database, servers)
    if query != nil, servers.areSeveral { throw DatabaseProblem.queryOfSeveral(database.name) }
    // What a question in SQL makes of persons is nobody's row, so that nothing here could guard them.
    if query != nil, database.isMicrodata { throw DatabaseProblem.queryOfPersons(database.name) }
    all = try reference.table.map { table in try servers.map { try Catalogue(link: $0).details(table) } } ?? []
    what = query?.file ?? all.first?.table.fullName ?? ""
    let whole = try Self.plan(query, all, choice.textColumns, called: what, database, servers)
    let limits = ReadingLimits(target.workspace)
    (limit, fewest) = (limits.cells, limits.fewest)
    // Rows that are persons are asked for whole.
    pushed = try PushedStages(
      database.isMicrodata ? [] : target.stages, into: whole, limit: limit, called: what, through: servers)
  }

  private static func plan(
    _ query: AskedQuery?, _ all: [TableDetails], _ texts: [String], called what: String, _ database: RegisteredDatabase,
    _ servers: Servers
  ) throws -> FetchPlan {
    if let query {
      servers.first.spot = { sql, position in query.spot(position, in: sql) }
      return try FetchPlan(
        query.relation, called: what, texts: texts, key: [], saysOrder: query.saysOrder, through: servers.first)
    }
    let table = all.first?.table
    let plans = try zip(servers.links, all).map { link, details in
      let relation = "\(try link.quoted(table?.schema ?? "")).\(try link.quoted(table?.name ?? ""))"
      return try FetchPlan(
        relation, called: what, texts: texts, key: details.key, saysOrder: false, lettersOrder: servers.areSeveral,
        through: link)
    }
    try SameTable(database: database, servers: servers, table: what).demand(plans, all)
    return plans[0]
  }

  /// Which state of which servers an answer came out of.
  func origins(sql: String, size: (rows: Int, columns: Int)) throws -> [Source] {
    try servers.links.indices.map { number in
      try FetchOrigin(
        of: database, "\(database.name)/\(what)", all.indices.contains(number) ? all[number] : nil, sql: sql,
        size: size,
        through: servers.links[number], isOneOfSeveral: servers.areSeveral
      ).source
    }
  }

  /// What has to be said of the database.
  var notices: [Notice] {
    var notices: [Notice] = []
    if database.isInsecure {
      notices.append(
        .caution(
          nl: "niemand heeft nagekeken of de server van '\(database.name)' de goede is (--insecure)",
          en: "nobody checked whether the server of '\(database.name)' is the right one (--insecure)"))
    }
    if database.isMicrodata {
      notices.append(
        .info(
          nl: "de rijen in '\(database.name)' zijn personen: kleine aantallen worden achtergehouden",
          en: "the rows in '\(database.name)' are persons: small counts are held back"))
    }
    if servers.areSeveral {
      notices.append(
        .info(
          nl:
            "de \(servers.links.count) servers zijn elk op een eigen ogenblik gelezen: wat intussen veranderde, kan op de ene server wel "
            + "en op de andere niet meetellen",
          en:
            "the \(servers.links.count) servers were each read at a moment of their own: what changed meanwhile may count on one and not on "
            + "another"))
      if pushed.group != nil {
        notices.append(
          .caution(
            nl:
              "een rij die op twee servers staat, telt hier dubbel: bij tellen op de servers zelf is dat niet na te gaan",
            en: "a row that stands on two servers counts double here: where the servers count it cannot be seen"))
      }
      if details?.table.kind == .view || details?.table.kind == .kept {
        notices.append(
          .caution(
            nl:
              "'\(what)' is een view, en elke server werkt die voor zichzelf uit: wat erin geteld is, is per server geteld",
            en:
              "'\(what)' is a view, which each server works out for itself: what is counted in it is counted for each server"
          ))
      }
    }
    return notices
  }

  /// Whatever was asked of sheets and layers is no question to a database.
  private static func demandNoSheet(_ choice: SourceChoice) throws {
    var rest = choice
    rest.query = nil
    rest.textColumns = []
    rest.decimal = nil
    rest.usesHundred = false
    // Who asks for a text takes the cells as they come.
    rest.isReadAsText = false
    guard rest == SourceChoice() else { throw DatabaseProblem.sheetFlags() }
  }
}
