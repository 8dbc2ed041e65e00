@_spi(Host) import WorkbenchKit

/// The roles at the table, where a plugin offers them as the table `kring.roles`: `role`, and in `aliases` other names of it with
/// `;` between them. Every argument that names who speaks completes from them, and other names of a role count as that role.
struct TableRoles {
  static let name = "kring.roles"

  /// In the order of the table, each with what kind of party it is.
  let roles: [Candidate]
  /// The role that another name stands for.
  private let others: [String: String]
  /// Whether a role that is not among them is an error.
  private let isStrict: Bool

  /// Nil where nobody offers any.
  init?(_ workspace: Workspace) {
    guard let table = try? workspace.parts[PartName(.tables, Self.name)]?.part.table(),
      let names = table.column("role")?.texts
    else { return nil }
    let kinds = table.column("kind")?.texts ?? []
    let aliases = table.column("aliases")?.texts ?? []
    roles = names.indices.compactMap { row in
      names[row].map { name in
        // What kind of party it is, where the name does not say that itself.
        let kind = kinds.indices.contains(row) ? kinds[row] : nil
        return Candidate(name, kind.flatMap { name.contains($0) ? nil : .verbatim($0) })
      }
    }
    var others: [String: String] = [:]
    for row in names.indices where aliases.indices.contains(row) {
      guard let name = names[row], let listed = aliases[row] else { continue }
      for alias in listed.split(separator: ";") { others[String(alias)] = name }
    }
    self.others = others
    let setting = (try? workspace.parts[PartName(.settings, "kring.strict")]?.part.json())?.string
    isStrict = setting == "on"
  }

  /// All names that are known.
  var names: Set<String> { Set(roles.map(\.word)).union(others.keys) }

  /// Returns the role that a name counts as.
  func canonical(_ role: String) -> String { others[role] ?? role }

  /// Returns a value that names who speaks as the role that it counts as; what can be no role stays for the binder to refuse.
  func canonical(_ value: Value) -> Value {
    guard let typed = value.text, let role = try? RoleName.checked(typed), let meant = others[role] else {
      return value
    }
    return .text(meant)
  }

  /// Refuses a role that is not at the table, where that was asked for.
  ///
  /// - Throws: `role.unknown`.
  func demand(_ role: String, at place: Place?) throws {
    guard isStrict, !names.contains(role) else { return }
    throw Diagnostic(
      "role.unknown", Text(nl: "'\(role)' zit niet aan tafel", en: "'\(role)' is not at the table"),
      wayOut: Text(
        nl: "'kring role add \(TypedWord.quoted(role))' zet de rol erbij; 'set kring.strict off' laat elke rol toe",
        en: "'kring role add \(TypedWord.quoted(role))' adds the role; 'set kring.strict off' allows any role"),
      suggestion: NearestWord.best(role, among: roles.map(\.word)), candidates: roles, place: place)
  }
}
