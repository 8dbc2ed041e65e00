import WorkbenchKit

extension Vocabulary<Circle> {
  static var circle: Vocabulary {
    Vocabulary(
      "circle", none: Text(nl: "geen kring", en: "no circle"),
      wayOut: Text(nl: "'kring list' noemt ze", en: "'kring list' lists them")
    ) { try $0.workspace.circles }
  }
}

/// The circles in the workspace; the pieces `use` and `circle.NAME`.
extension WorkspaceHandle {
  private var circleInUse: String? { get throws { try document("use")?["circle"]?.string } }

  /// The circle that is worked in; nil where there is none.
  ///
  /// - Throws: `document.damaged`.
  var currentCircle: Circle? { get throws { try circleInUse.flatMap { try circle($0) } } }

  /// All circles that can be read.
  var circles: [Circle] {
    get throws {
      try names(.documents, prefix: "learningcircle/circle.").compactMap { try circle(String($0.dropFirst(22))) }
    }
  }

  /// - Throws: `document.damaged`.
  func circle(_ id: String) throws -> Circle? {
    let circle = try read("circle.\(id)") { try Circle(field: $0) }
    for notice in circle?.unread ?? [] { note(notice) }
    return circle
  }

  /// Works in a circle from now on; the roles of its table stand ready for every plugin.
  func use(_ circle: Circle) throws {
    var members = try document("use")?.object ?? [:]
    members["circle"] = .string(circle.id)
    setDocument("use", to: .object(members))
    setTable(RoleTable.name, to: RoleTable.of(circle))
  }

  /// Keeps the circle that is worked in.
  func store(_ circle: Circle) { setDocument("circle.\(circle.id)", to: circle.json) }

  /// Keeps the circle that is worked in, and who sits at its table.
  func storeTable(of circle: Circle) {
    store(circle)
    setTable(RoleTable.name, to: RoleTable.of(circle))
  }
}

extension Context {
  /// The circle that is worked in.
  ///
  /// - Throws: `circle.none`, `document.damaged`.
  func circle() throws -> Circle {
    if let circle = try workspace.currentCircle { return circle }
    throw Diagnostic(
      "circle.none", Text(nl: "er is nog geen kring", en: "there is no circle yet"),
      wayOut: Text(nl: "begin er een met 'kring new NAAM'", en: "begin one with 'kring new NAME'"),
      suggestion: "kring new")
  }
}

/// The table `kring.roles`, from which the `--by` and `--who` of every plugin complete: who sits at the table of the circle
/// that is worked in, as roles.
///
/// | column | holds |
/// |---|---|
/// | `role`, `party`, `kind` | the role, of which party it is and of what kind that is |
/// | `votes` | whether it has a vote |
/// | `aliases` | other names of it, with `;` between them |
enum RoleTable {
  static let name = "kring.roles"

  /// Nil where nobody sits at the table yet.
  static func of(_ circle: Circle) -> Table? {
    let roles = circle.roles
    guard !roles.isEmpty else { return nil }
    return Table(
      title: Text(nl: "Rollen aan tafel", en: "Roles at the table"),
      columns: [
        .texts("role", roles.map(\.role), label: Text(nl: "rol", en: "role")),
        .texts("party", roles.map(\.party), label: Text(nl: "partij", en: "party")),
        .texts("kind", roles.map(\.kind.rawValue), label: Text(nl: "soort", en: "kind")),
        Column("votes", .booleans(roles.map(\.votes)), label: Text(nl: "stemt mee", en: "votes")),
        .texts(
          "aliases", roles.map { $0.aliases.isEmpty ? nil : $0.aliases.joined(separator: ";") },
          label: Text(nl: "heet ook", en: "also called")
        ).asDetail(),
      ])
  }
}
