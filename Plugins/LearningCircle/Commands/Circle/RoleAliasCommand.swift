import WorkbenchKit

/// `kring role alias ROLE OTHER…`: two names that count as one role.
struct RoleAliasCommand: Command {
  struct Arguments: Sendable {
    let role = Argument("role", .circleRole, about: Text(nl: "de rol", en: "the role"))
    let aliases = Argument(
      list: "other", .words.map(or: "") { try RoleName.checked($0) },
      about: Text(nl: "hoe die ook heet", en: "what it is called too"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring role alias",
    summary: Text(nl: "laat een andere naam als dezelfde rol tellen", en: "let another name count as the same role"),
    details: Text(
      nl: "Wat onder die naam al is gezegd, gaat naar de rol; heeft de rol zelf al geantwoord, dan blijft dat staan.",
      en: "What was said under that name already goes to the role; where the role answered itself, that stays."),
    changesWorkspace: true,
    examples: [
      .init("kring role alias corporatie woonbron", Text(nl: "één rol, twee namen", en: "one role, two names")),
      .init(
        "kring role alias niemand woonbron", Text(nl: "een rol die er niet is", en: "a role that is not there"),
        failsWith: "role.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var circle = try context.circle()
    let index = try circle.index(of: given.role, at: given.place(of: \.role))
    var decisions = try context.workspace.decisions(of: circle)
    let role = circle.roles[index].role
    for alias in given.aliases where alias != role {
      circle.roles.removeAll { $0.role == alias }
      circle.rename(alias, to: role)
      decisions.rename(alias, to: role)
    }
    let added = given.aliases.filter { $0 != role }
    if let index = circle.roles.firstIndex(where: { $0.role == role }) {
      let known = circle.roles[index].aliases
      circle.roles[index].aliases += added.filter { !known.contains($0) }
    }
    context.workspace.storeTable(of: circle)
    context.workspace.store(decisions, of: circle)
    return Output(RoleTable.of(circle).map { [.table($0)] } ?? [])
  }
}

extension Circle {
  /// Where in the table a role stands.
  ///
  /// - Throws: `role.unknown`.
  func index(of name: String, at place: Place?) throws -> Int {
    if let found = role(name), let index = roles.firstIndex(where: { $0.role == found.role }) { return index }
    throw Diagnostic(
      "role.unknown", Text(nl: "'\(name)' zit niet aan tafel", en: "'\(name)' is not at the table"),
      wayOut: Text(nl: "'kring role list' noemt wie er zit", en: "'kring role list' lists who is"),
      suggestion: NearestWord.best(name, among: roles.map(\.role)), place: place)
  }
}
