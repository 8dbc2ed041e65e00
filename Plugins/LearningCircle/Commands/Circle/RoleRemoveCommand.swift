import WorkbenchKit

/// `kring role remove ROLE`: a role leaves the table.
struct RoleRemoveCommand: Command {
  struct Arguments: Sendable {
    let role = Argument(
      "role",
      .words.map(or: "") { try RoleName.checked($0) }.offering { context in
        ((try? context.workspace.currentCircle)?.roles ?? []).flatMap { [$0.role] + $0.aliases }.map { Candidate($0) }
      }, about: Text(nl: "de rol, of een andere naam ervan", en: "the role, or another name of it"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring role remove", aliases: ["kring rol weg"],
    summary: Text(nl: "haal een rol van tafel", en: "take a role from the table"),
    details: Text(
      nl: "Wat de rol heeft gezegd, blijft staan. Van een andere naam gaat alleen die naam weg.",
      en: "What the role said stays. Of another name only that name goes."),
    changesWorkspace: true,
    examples: [
      .init("kring role remove bewoners", Text(nl: "een rol minder", en: "one role less")),
      .init(
        "kring role remove niemand", Text(nl: "een rol die er niet is", en: "a role that is not there"),
        failsWith: "role.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let index = try circle.index(of: given.role, at: given.place(of: \.role))
    if circle.roles[index].role == given.role {
      circle.roles.remove(at: index)
    } else {
      circle.roles[index].aliases.removeAll { $0 == given.role }
    }
    context.workspace.storeTable(of: circle)
    return Output(RoleTable.of(circle).map { [.table($0)] } ?? [])
  }
}
