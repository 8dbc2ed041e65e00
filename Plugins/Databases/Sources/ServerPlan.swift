import WorkbenchKit

/// What a server thinks it will do for a question, in our words: its own text would repeat what was sought.
struct ServerPlan {
  private(set) var plan = SourcePlan()

  /// Asks for it; nothing is run.
  init(of query: AnswerQuery, through servers: Servers) throws {
    let sql = query.sql(showsOrder: servers.areSeveral)
    plan.statement = sql
    plan.servers = servers.links.map(\.service)
    let nodes = try servers.ask("explain (format json) \(sql)").map { answer in
      try answer.value.map { try JSONReader.parse($0) }?.array?.first?["Plan"]
    }
    let rows = nodes.compactMap { $0?["Plan Rows"]?.number }
    if rows.count == nodes.count { plan.rows = min(rows.reduce(0, +), query.limit.map(Double.init) ?? .infinity) }
    if let first = nodes.first ?? nil { add(first, depth: 0) }
  }

  private mutating func add(_ node: JSON, depth: Int) {
    // No plan of a question of ours is deeper; one that was made to be is not shown to its end.
    guard depth < 20, plan.work.count < 60 else { return }
    let relation = [node["Schema"]?.string, node["Relation Name"]?.string].compactMap(\.self).joined(separator: ".")
    let index = node["Index Name"]?.string
    let kind = node["Node Type"]?.string ?? ""
    plan.work.append(
      SourcePlan.Work(
        Self.words(kind), relation: index ?? (relation.isEmpty ? nil : relation),
        rows: node["Plan Rows"]?.number ?? .nan, depth: depth))
    for part in node["Plans"]?.array ?? [] { add(part, depth: depth + 1) }
  }

  private static func words(_ kind: String) -> Text {
    switch kind {
    case "Seq Scan": Text(nl: "de hele tabel doorlopen", en: "go through the whole table")
    case "Index Scan", "Index Only Scan": Text(nl: "zoeken met een index", en: "seek with an index")
    case "Bitmap Heap Scan": Text(nl: "gevonden rijen lezen", en: "read rows that were found")
    case "Bitmap Index Scan": Text(nl: "rijen vinden met een index", en: "find rows with an index")
    case "Aggregate", "HashAggregate", "GroupAggregate": Text(nl: "groeperen en tellen", en: "group and count")
    case "Sort", "Incremental Sort": Text(nl: "sorteren", en: "sort")
    case "Limit": Text(nl: "de eerste rijen nemen", en: "take the first rows")
    case "Gather", "Gather Merge":
      Text(nl: "samenvoegen van wat tegelijk gedaan is", en: "join what was done at the same time")
    case "Append", "Merge Append": Text(nl: "delen achter elkaar zetten", en: "put parts behind each other")
    case "Hash Join", "Merge Join", "Nested Loop": Text(nl: "tabellen koppelen", en: "join tables")
    case "WindowAgg": Text(nl: "vergelijken met andere groepen", en: "compare with other groups")
    case "Foreign Scan": Text(nl: "vragen aan een andere server", en: "ask another server")
    case "Result": Text(nl: "uitkomst geven", en: "give the outcome")
    case "Subquery Scan", "CTE Scan": Text(nl: "een deelvraag lezen", en: "read a part of the question")
    default: Text(nl: "stap '\(kind)'", en: "step '\(kind)'")
    }
  }
}
