import WorkbenchKit

/// `db remove NAME`.
struct RemoveCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .database, about: Text(nl: "welke database", en: "which database"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "db remove", aliases: ["db verwijder"],
    summary: Text(nl: "meld een database af", en: "take a database off the list"),
    details: Text(
      nl: "In de database zelf verandert niets, en wat eruit gelezen is blijft.",
      en: "Nothing changes in the database itself, and what was read out of it stays."),
    changesWorkspace: true,
    examples: [
      .init("db remove kring", Text(nl: "'undo' brengt haar terug", en: "'undo' brings it back")),
      .init(
        "db remove nergens", Text(nl: "een naam die er niet is", en: "a name that is not there"),
        failsWith: "db.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var databases = try context.workspace.databases
    let database = try given.checking(\.name) { try context.workspace.database($0) }
    databases.items.removeAll { $0.name == database.name }
    context.workspace.store(databases)
    return Output(DatabaseTables.list(databases.items, context))
  }
}
