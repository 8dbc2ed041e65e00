import WorkbenchKit

/// `db list`.
struct ListCommand: Command {
  let signature = Signature(
    "db list", aliases: ["db lijst"],
    summary: Text(nl: "noem de databases die zijn aangemeld", en: "list the databases that are registered"),
    examples: [.init("db list", Text(nl: "met hun diensten", en: "with their services"))])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    Output(DatabaseTables.list(try context.workspace.databases.items, context))
  }
}
