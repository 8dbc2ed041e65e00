import WorkbenchKit

/// `db describe [NAME/schema.table]`.
struct DescribeCommand: Command {
  struct Arguments: Sendable {
    let table = Argument(
      optional: "table", .name,
      about: Text(
        nl: "de tabel: NAAM/schema.tabel; anders hoe soorten gelezen worden",
        en: "the table: NAME/schema.table; else how types are read"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "db describe", aliases: ["db beschrijf"],
    summary: Text(
      nl: "toon de kolommen van een tabel in een database, en hoe ze gelezen worden",
      en: "show the columns of a table in a database, and how they are read"),
    examples: [
      .init(
        "db describe", Text(nl: "hoe de soorten van PostgreSQL gelezen worden", en: "how PostgreSQL's types are read")),
      .init(
        "db describe nergens/public.pc6", Text(nl: "een database die er niet is", en: "a database that is not there"),
        failsWith: "db.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard let typed = given.table else { return Output(Self.types(context)) }
    return try given.checking(\.table) { _ in
      let reference = DatabaseReference(dotted: typed.hasPrefix("db:") ? String(typed.dropFirst(3)) : typed)
      guard let name = reference.table else { throw DatabaseProblem.reference(typed) }
      let database = try context.workspace.database(reference.database)
      let servers = try context.servers(of: database)
      let all = try servers.map { try Catalogue(link: $0).details(name) }
      let catalogue = Catalogue(link: servers.first)
      let columns = try servers.map { link in try Catalogue(link: link).columns(of: all[0].table) }
      let other = zip(servers.links, zip(all, columns)).first { _, one in
        one.0.key != all[0].key || one.1.map(\.type) != columns[0].map(\.type)
          || one.1.map(\.name) != columns[0].map(\.name)
      }
      if let other { throw DatabaseProblem.differ(name, other.0.service, servers.first.service) }
      if servers.areSeveral, let partition = database.partition, !columns[0].contains(where: { $0.name == partition }) {
        throw DatabaseProblem.partition(partition, name, database.name)
      }
      return Output(
        Self.facts(all, database, context) + [.table(try Self.columns(all[0], columns[0], catalogue, context))])
    }
  }

  private static func facts(_ all: [TableDetails], _ database: RegisteredDatabase, _ context: Context) -> [Block] {
    let details = all[0]
    var facts = Facts()
    facts.add("table", .text(details.table.fullName), label: Text(nl: "tabel", en: "table"))
    facts.add("kind", .text(details.table.kind.label(context.language)), label: Text(nl: "wat", en: "what"))
    if let comment = details.table.comment {
      facts.add("comment", .text(comment), label: Text(nl: "toelichting", en: "comment"))
    }
    let rows = all.compactMap(\.table.rows)
    if rows.count == all.count {
      facts.add("rows", rows.reduce(0, +), label: Text(nl: "rijen, ongeveer", en: "rows, about"))
    }
    if let partition = database.partition {
      facts.add("partition", .text(partition), label: Text(nl: "verdeeld naar", en: "divided by"))
      facts.add("servers", database.services.count, label: Text(nl: "servers", en: "servers"))
    }
    if all.count == 1, let analyzed = details.analyzed {
      facts.add("analyzed", .text(analyzed), label: Text(nl: "laatst geteld", en: "last counted"))
    }
    return [.facts(facts)]
  }

  private static func columns(
    _ details: TableDetails, _ columns: [CatalogueColumn], _ catalogue: Catalogue, _ context: Context
  ) throws -> Table {
    let forms = try TypeCatalogue(link: catalogue.link).forms(of: Set(columns.map(\.typeNumber))).forms
    var shown: [Column] = [
      .texts("column", columns.map(\.name), label: Text(nl: "kolom", en: "column")),
      .texts("type", columns.map(\.type), label: Text(nl: "soort", en: "type")),
      .texts(
        "read_as", columns.map { (forms[$0.typeNumber] ?? .unreadable).label(context.language) },
        label: Text(nl: "gelezen als", en: "read as")),
      .texts(
        "filled",
        columns.map { column in
          let isKey = details.key.contains(column.name)
          let word =
            isKey
            ? Text(nl: "sleutel", en: "key")
            : column.isRequired ? Text(nl: "altijd", en: "always") : Text(nl: "kan ontbreken", en: "may be missing")
          return word(context.language)
        }, label: Text(nl: "gevuld", en: "filled")),
    ]
    if columns.contains(where: { $0.comment != nil }) {
      shown.append(.texts("comment", columns.map(\.comment), label: Text(nl: "toelichting", en: "comment")))
    }
    return Table(columns: shown)
  }

  /// The types that are read, each with what becomes of it.
  private static func types(_ context: Context) -> Table {
    let types: [(String, ColumnForm)] = [
      ("smallint, integer", .whole), ("bigint", .long), ("real", .single), ("double precision", .double),
      ("numeric", .decimal), ("boolean", .boolean), ("text, varchar, char, uuid, enum", .text), ("date", .day),
      ("timestamp", .moment), ("timestamp with time zone", .zonedMoment), ("json, array, bytea, …", .unreadable),
    ]
    return Table(columns: [
      .texts("type", types.map(\.0), label: Text(nl: "soort", en: "type")),
      .texts("read_as", types.map { $0.1.label(context.language) }, label: Text(nl: "gelezen als", en: "read as")),
    ])
  }
}
