import WorkbenchKit

/// `kring role list`: who sits at the table.
struct RoleListCommand: Command {
  let signature = Signature(
    "kring role list", aliases: ["kring rollen"],
    summary: Text(nl: "toon wie er aan tafel zit", en: "list who is at the table"),
    examples: [.init("kring role list", Text(nl: "alle rollen", en: "all roles"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    if let table = RoleTable.of(circle) { return Output(table) }
    return Output([
      .info(
        nl: "er zit nog niemand aan tafel; 'kring role add gemeente,corporatie,bewoners'",
        en: "nobody is at the table yet; 'kring role add gemeente,corporatie,bewoners'")
    ])
  }
}
