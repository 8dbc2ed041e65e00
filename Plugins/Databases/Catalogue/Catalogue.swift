import WorkbenchKit

/// What tables there are that may be read, by the server's own catalogue.
struct Catalogue {
  let link: ServerLink

  private static let select = """
    select n.nspname, c.relname, c.relkind::text, c.reltuples::bigint::text, \
    (select pg_catalog.count(*) from pg_catalog.pg_attribute a \
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)::text, \
    pg_catalog.obj_description(c.oid, 'pg_class'), c.oid::text \
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace \
    where c.relkind in ('r', 'p', 'v', 'm', 'f') \
    and n.nspname <> 'information_schema' and pg_catalog.left(n.nspname, 3) <> 'pg_' \
    and pg_catalog.has_schema_privilege(n.oid, 'usage') \
    and pg_catalog.has_any_column_privilege(c.oid, 'select')
    """

  /// Returns the tables in order of their names.
  ///
  /// - Parameter pattern: part of a name, with `*` and `?` for what may differ; nil for all.
  func tables(_ pattern: String? = nil) throws -> [CatalogueTable] {
    let answer = try link.ask(
      """
      \(Self.select) and not c.relispartition and ($1::text is null or pg_catalog.lower(n.nspname || '.' || c.relname) like $1) \
      order by n.nspname collate "C", c.relname collate "C"
      """, [pattern.map(Self.like)])
    return answer.rows.compactMap(Self.table)
  }

  /// Returns the tables that all servers of a database have, with the rows of all of them together.
  static func tables(on servers: Servers, _ pattern: String? = nil) throws -> [CatalogueTable] {
    let all = try servers.map { try Catalogue(link: $0).tables(pattern) }
    guard servers.areSeveral, let first = all.first else { return all.first ?? [] }
    return first.compactMap { table in
      let same = all.compactMap { $0.first { $0.fullName == table.fullName } }
      guard same.count == all.count else { return nil }
      let rows = same.compactMap(\.rows)
      return CatalogueTable(
        schema: table.schema, name: table.name, kind: table.kind,
        rows: rows.count == same.count ? rows.reduce(0, +) : nil, columns: table.columns, comment: table.comment)
    }
  }

  /// Returns a table with its key.
  ///
  /// - Throws: `db.table` where it is not there, or may not be read.
  func details(_ typed: String) throws -> TableDetails {
    guard let (schema, name) = DatabaseReference.parts(typed) else { throw try missing(typed) }
    let answer = try link.ask("\(Self.select) and n.nspname = $1 and c.relname = $2", [schema, name])
    guard let row = answer.rows.first, let table = Self.table(row), let number = row[6] else {
      throw try missing(typed)
    }
    let key = try link.ask(
      """
      select a.attname from pg_catalog.pg_index i \
      cross join lateral pg_catalog.unnest(i.indkey::int2[]) with ordinality k(number, place) \
      join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number \
      where i.indrelid = $1::oid and i.indisprimary order by k.place
      """, [number])
    let analyzed = try link.ask(
      """
      select pg_catalog.to_char(greatest(s.last_analyze, s.last_autoanalyze), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') \
      from pg_catalog.pg_stat_all_tables s where s.relid = $1::oid
      """, [number])
    return TableDetails(table: table, key: key.rows.compactMap { $0[0] }, analyzed: analyzed.value)
  }

  /// Returns the columns of a table in their order.
  func columns(of table: CatalogueTable) throws -> [CatalogueColumn] {
    let answer = try link.ask(
      """
      select a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), \
      (case when t.typtype = 'd' then t.typbasetype else t.oid end)::text, a.attnotnull::text, \
      pg_catalog.col_description(a.attrelid, a.attnum) \
      from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid \
      join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace \
      where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped order by a.attnum
      """, [table.schema, table.name])
    return answer.rows.map { row in
      CatalogueColumn(
        name: row[0] ?? "", type: row[1] ?? "", typeNumber: row[2].flatMap { UInt32($0) } ?? 0,
        isRequired: row[3] == "true", comment: row[4])
    }
  }

  private func missing(_ typed: String) throws -> Diagnostic {
    let bare = typed.split(separator: ".").last.map { $0.lowercased() } ?? typed
    let all = try tables()
    let same = all.filter { $0.name.lowercased() == bare }.map(\.fullName)
    let near = same.isEmpty ? Array(NearestWord.rank(typed, among: all.map(\.fullName)).prefix(3)) : same
    return DatabaseProblem.table(typed, in: link.name, near: near)
  }

  private static func table(_ row: [String?]) -> CatalogueTable? {
    guard row.count == 7, let kind = row[2].flatMap({ CatalogueTable.Kind(rawValue: $0) }) else { return nil }
    // Below 0 the server has not counted yet, and of a view it never does.
    let rows = row[3].flatMap { Int($0) }.flatMap { $0 < 0 || kind == .view ? nil : $0 }
    return CatalogueTable(
      schema: row[0] ?? "", name: row[1] ?? "", kind: kind, rows: rows, columns: row[4].flatMap { Int($0) } ?? 0,
      comment: row[5])
  }

  /// `*` and `?` as the server's own signs; a pattern without them may stand anywhere in the name.
  private static func like(_ pattern: String) -> String {
    let hasSigns = pattern.contains { "*?".contains($0) }
    let signs = pattern.lowercased().map { sign -> String in
      switch sign {
      case "*": "%"
      case "?": "_"
      case "%", "_", "\\": "\\\(sign)"
      default: String(sign)
      }
    }.joined()
    return hasSigns ? (pattern.contains(".") ? signs : "%.\(signs)") : "%\(signs)%"
  }
}
