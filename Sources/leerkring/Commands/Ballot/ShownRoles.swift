import WorkbenchKit

extension Context {
  /// Whether what each role said may be seen: a circle can hide it, for a role may be one person.
  var showsRoles: Bool { workspace.setting("kring.show-roles")?.plain != "off" }
}
