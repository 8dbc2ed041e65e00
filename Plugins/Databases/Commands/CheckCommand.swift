import WorkbenchKit

/// `db check [NAME]`.
struct CheckCommand: Command {
  struct Arguments: Sendable {
    let name = Argument(
      optional: "name", .database,
      about: Text(
        nl: "welke database; anders alleen of de diensten er zijn, zonder verbinding",
        en: "which database; else only whether the services are there, without a connection"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "db check", aliases: ["db controleer"],
    summary: Text(
      nl: "kijk na wat een database is en wat de rol er mag",
      en: "check what a database is and what the role may do in it"),
    details: Text(
      nl:
        "Dat alleen gelezen wordt is geen hek: een functie in de database kan toch schrijven. Veilig is een rol die alleen mag lezen, "
        + "liefst uit views.",
      en:
        "That it is only read is no fence: a function in the database may write all the same. Safe is a role that may only read, "
        + "preferably from views."),
    examples: [
      .init("db check", Text(nl: "of alle diensten te vinden zijn", en: "whether all services can be found")),
      .init(
        "db check nergens", Text(nl: "een database die er niet is", en: "a database that is not there"),
        failsWith: "db.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    guard let name = given.name else {
      let databases = try context.workspace.databases.items
      let notices = DatabaseTables.services(databases)
      return Output(DatabaseTables.list(databases, context) + notices.map(Block.notice))
    }
    return try given.checking(\.name) { _ in
      let database = try context.workspace.database(name)
      let servers = try context.servers(of: database)
      let checks = try servers.map { ($0.service, try ServerCheck($0)) }
      guard checks.count > 1 else {
        return Output(checks.flatMap { [.facts($1.facts(context))] + $1.notices(database).map(Block.notice) })
      }
      return Output(
        checks.flatMap { service, check in
          [
            .heading(Heading(Text(nl: "dienst \(service)", en: "service \(service)"), level: 2)),
            .facts(check.facts(context)),
          ] + check.notices(database).map(Block.notice)
        })
    }
  }
}
