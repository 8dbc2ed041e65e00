import WorkbenchKit

/// What a server is, and what the role may do in the database.
struct ServerCheck {
  let version: String
  let database: String
  let role: String
  let encoding: String
  let collation: String
  let isEncrypted: Bool
  let isSuperuser: Bool
  /// Tables in which the role may change something.
  let writable: Int
  /// What the server has that could write from within a question.
  let extensions: [String]
  let hasLanguageRules: Bool
  let abilities: Abilities
  /// What the server says of itself in full, where it is not plainly PostgreSQL.
  let otherName: String?

  /// Asks the server.
  init(_ link: ServerLink) throws {
    version = link.parameter("server_version") ?? "?"
    (database, role, isEncrypted) = (link.databaseName, link.role, link.isEncrypted)
    encoding = link.parameter("server_encoding") ?? "?"
    isSuperuser = link.parameter("is_superuser") == "on"
    collation =
      try link.ask("select d.datcollate from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()")
      .value ?? "?"
    let granted = try link.ask(
      """
      select pg_catalog.count(*)::text from pg_catalog.pg_class c \
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace \
      where c.relkind in ('r', 'p', 'v', 'f') and n.nspname <> 'information_schema' \
      and pg_catalog.left(n.nspname, 3) <> 'pg_' and pg_catalog.has_schema_privilege(n.oid, 'usage') \
      and pg_catalog.has_table_privilege(c.oid, 'insert, update, delete, truncate')
      """)
    writable = granted.value.flatMap { Int($0) } ?? 0
    extensions = try link.ask(
      """
      select e.extname from pg_catalog.pg_extension e \
      where e.extname in ('dblink', 'postgres_fdw', 'file_fdw', 'plpython3u', 'plperlu') order by 1
      """
    ).rows.compactMap { $0[0] }
    hasLanguageRules =
      try link.ask("select 1 from pg_catalog.pg_collation c where c.collname = 'und-x-icu'").value != nil
    abilities = try link.triedAbilities()
    let named = try link.ask("select pg_catalog.version()").value ?? ""
    let isOther =
      !named.hasPrefix("PostgreSQL") || version.prefix { $0 != " " }.contains("-")
      || ["Greenplum", "Redshift", "Yugabyte", "CockroachDB", "EnterpriseDB"].contains { named.contains($0) }
    otherName = isOther ? named.split(separator: ",").first.map(String.init) ?? named : nil
  }

  /// What a person reads.
  func facts(_ context: Context) -> Facts {
    func word(_ is: Bool) -> Text { `is` ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no") }
    var facts = Facts()
    facts.add("version", .text(otherName ?? "PostgreSQL \(version)"), label: Text(nl: "server", en: "server"))
    facts.add("database", .text(database), label: Text(nl: "database", en: "database"))
    facts.add("role", .text(role), label: Text(nl: "rol", en: "role"))
    facts.add(
      "encrypted", .boolean(isEncrypted), label: Text(nl: "versleuteld", en: "encrypted"), shown: word(isEncrypted))
    facts.add("encoding", .text(encoding), label: Text(nl: "letters", en: "letters"))
    facts.add("collation", .text(collation), label: Text(nl: "volgorde van letters", en: "order of letters"))
    facts.add(
      "icu", .boolean(hasLanguageRules), label: Text(nl: "volgorde naar Unicode (ICU)", en: "order by Unicode (ICU)"),
      shown: word(hasLanguageRules))
    facts.add(
      "binary_copy", .boolean(abilities.copiesInBinary),
      label: Text(nl: "lezen in binaire vorm", en: "reading in binary form"),
      shown: word(abilities.copiesInBinary))
    facts.add(
      "normalize", .boolean(abilities.normalizes),
      label: Text(nl: "letters met een accent als gelijk herkennen", en: "knowing letters with an accent as equal"),
      shown: word(abilities.normalizes))
    facts.add(
      "writable_tables", writable,
      label: Text(nl: "tabellen waarin de rol mag schrijven", en: "tables the role may write to"))
    return facts
  }

  /// What a person has to know.
  func notices(_ database: RegisteredDatabase) -> [Notice] {
    var notices: [Notice] = []
    if isSuperuser {
      notices.append(
        .warning(
          nl: "de rol '\(role)' is beheerder van de server en mag daar alles; vraag om een rol die alleen mag lezen",
          en:
            "the role '\(role)' is superuser of the server and may do anything there; ask for a role that may only read"
        ))
    } else if writable > 0 {
      let tables = Text.counted(writable, Text(nl: "tabel", en: "table"), Text(nl: "tabellen", en: "tables"))
      notices.append(
        .caution(
          nl: "de rol '\(role)' mag schrijven in \(tables.nl); vraag om een rol die alleen mag lezen, liefst uit views",
          en: "the role '\(role)' may write in \(tables.en); ask for a role that may only read, preferably from views"))
    }
    if !extensions.isEmpty {
      let names = Text.list(extensions)
      notices.append(
        .caution(
          nl: "hiermee kan een vraag toch elders schrijven of bestanden lezen: \(names.nl)",
          en: "with these a question may write elsewhere or read files all the same: \(names.en)"))
    }
    if encoding == "SQL_ASCII" {
      notices.append(
        .caution(
          nl: "de database zegt niet hoe haar letters zijn opgeslagen: kijk letters met een accent na",
          en: "the database does not say how its letters are stored: check letters with an accent"))
    }
    if let otherName {
      notices.append(
        .caution(
          nl: "'\(otherName)' spreekt het protocol van PostgreSQL, maar is hier niet beproefd: kijk uitkomsten na",
          en: "'\(otherName)' speaks PostgreSQL's protocol, but was not tried here: check outcomes"))
    }
    if !abilities.copiesInBinary {
      notices.append(
        .info(
          nl: "deze server geeft tabellen niet in de binaire vorm: ze worden als tekst gelezen, wat langer duurt",
          en: "this server does not give tables in the binary form: they are read as texts, which takes longer"))
    }
    if !abilities.normalizes {
      notices.append(
        .info(
          nl: "deze server herkent letters met een accent niet als gelijk: waar ze voorkomen wordt hier gezocht",
          en: "this server does not know letters with an accent as equal: where they occur it is sought here"))
    }
    if database.isInsecure {
      notices.append(
        .caution(
          nl: "niemand heeft nagekeken of dit de goede server is (--insecure)",
          en: "nobody checked whether this is the right server (--insecure)"))
    }
    return notices
  }
}
