import WorkbenchKit

/// `db tables [NAME [PATTERN]]`.
struct TablesCommand: Command {
  struct Arguments: Sendable {
    let name = Argument(
      optional: "name", .database,
      about: Text(nl: "welke database; anders alle", en: "which database; else all"))
    let pattern = Argument(
      optional: "pattern", .name,
      about: Text(
        nl: "een deel van de naam, of met * en ? voor wat mag verschillen",
        en: "part of the name, or with * and ? for what may differ"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "db tables", aliases: ["db tabellen"],
    summary: Text(nl: "toon welke tabellen een database heeft", en: "show which tables a database has"),
    details: Text(
      nl:
        "Alleen tabellen en views die u mag lezen. Het aantal rijen is een schatting van de server; van een view is het niet bekend. Van "
        + "een database op meer dan één server staan er de tabellen die elke server heeft, met de rijen van alle servers samen. Met "
        + "plan achter een regel die een tabel leest ziet u wat in de database gebeurt en wat hier.",
      en:
        "Only tables and views that you may read. The number of rows is an estimate of the server; of a view it is not known. Of a "
        + "database on more than one server there are the tables that every server has, with the rows of all servers together. With "
        + "plan behind a line that reads a table you see what is done in the database and what here."
    ),
    next: [FollowUp("db check {name}", Text(nl: "kijk de server na", en: "check the server"))],
    examples: [
      .init("db tables", Text(nl: "van alle aangemelde databases", en: "of all databases that are registered")),
      .init(
        "db tables nergens 'pc6*'", Text(nl: "een database die er niet is", en: "a database that is not there"),
        failsWith: "db.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let databases = try given.checking(\.name) { name in
      try name.map { [try context.workspace.database($0)] } ?? context.workspace.databases.items
    }
    guard !databases.isEmpty else { return Output([.notice(DatabaseTables.none)]) }
    let found = try databases.flatMap { database in
      try Catalogue.tables(on: context.servers(of: database), given.pattern).map { (database.name, $0) }
    }
    guard !found.isEmpty else {
      return Output([
        .info(
          nl: "er is geen tabel van die naam die u mag lezen", en: "there is no table of that name that you may read")
      ])
    }
    var columns: [Column] = [
      .texts("table", found.map { "db:\($0.0)/\($0.1.fullName)" }, label: Text(nl: "tabel", en: "table")),
      .texts("kind", found.map { $0.1.kind.label(context.language) }, label: Text(nl: "wat", en: "what")),
      .numbers(
        "rows", found.map { $0.1.rows.map(Double.init) ?? .nan }, label: Text(nl: "rijen, ongeveer", en: "rows, about"),
        format: .decimals(0)),
      .counts("columns", found.map(\.1.columns), label: Text(nl: "kolommen", en: "columns")),
    ]
    if found.contains(where: { $0.1.comment != nil }) {
      columns.append(.texts("comment", found.map(\.1.comment), label: Text(nl: "toelichting", en: "comment")))
    }
    return Output(Table(columns: columns))
  }
}
