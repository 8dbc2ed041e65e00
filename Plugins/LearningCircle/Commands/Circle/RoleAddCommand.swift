import WorkbenchKit

/// `kring role add ROLE…`: who sits at the table, as roles.
struct RoleAddCommand: Command {
  struct Arguments: Sendable {
    let roles = Argument(
      list: "role", .words.map(or: "") { try RoleName.checked($0) }.offering { _ in RoleName.usual },
      about: Text(nl: "rollen, geen namen", en: "roles, no names")
    )
    let party = Argument(
      flag: "party", .words, about: Text(nl: "de organisatie waar de rol bij hoort", en: "the organisation of the role")
    )
    let kind = Argument(
      flag: "kind", .choice(RoleKind.self), about: Text(nl: "wat voor partij", en: "what kind of party"))
    let votes = Argument(
      flag: "votes", .choice(YesNo.self), about: Text(nl: "of de rol meestemt", en: "whether the role votes"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring role add", aliases: ["kring rol bij"],
    summary: Text(nl: "zet een rol aan tafel", en: "put a role at the table"),
    details: Text(
      nl:
        "Rollen en geen personen. Elke --by en --who van elke plugin vult uit deze lijst aan; een rol die er bijna op lijkt geeft een "
        + "waarschuwing, en met 'set kring.strict on' is een rol die er niet op staat een fout. Wat voor partij het is lezen wij uit de naam, "
        + "tenzij --kind het zegt. Nog eens toevoegen verandert wat genoemd wordt.",
      en:
        "Roles and no persons. Each --by and --who of every plugin completes from this list; a role that is nearly one of it gives a caution, "
        + "and with 'set kring.strict on' a role that is not in it is an error. What kind of party it is we read from its name, unless --kind "
        + "says so. Adding it once more changes what is named."),
    changesWorkspace: true,
    next: [FollowUp("kring role list", Text(nl: "wie er aan tafel zit", en: "who is at the table"))],
    examples: [
      .init(
        "kring role add gemeente,corporatie,zorgaanbieder,bewoners", Text(nl: "vier rollen", en: "four roles")),
      .init(
        "kring role add voorzitter --votes nee", Text(nl: "een rol zonder stem", en: "a role without a vote")),
      .init("kring role add 123456", Text(nl: "geen rol", en: "no role"), failsWith: "role.name"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    for name in given.roles {
      if circle.role(name) == nil, let near = NearestWord.best(name, among: circle.roles.map(\.role)) {
        context.workspace.note(
          .caution(
            nl: "'\(name)' is een nieuwe rol naast '\(near)'; was die bedoeld, dan helpt 'undo'",
            en: "'\(name)' is a new role beside '\(near)'; if that one was meant, 'undo' helps"))
      }
      var role = circle.role(name) ?? CircleRole(name)
      if let party = given.party { role.party = party.split(separator: " ").joined(separator: " ") }
      if let kind = given.kind { role.kind = kind }
      if let votes = given.votes { role.votes = votes == .yes }
      if let index = circle.roles.firstIndex(where: { $0.role == role.role }) {
        circle.roles[index] = role
      } else {
        circle.roles.append(role)
      }
    }
    context.workspace.storeTable(of: circle)
    return Output(RoleTable.of(circle).map { [.table($0)] } ?? [])
  }
}
