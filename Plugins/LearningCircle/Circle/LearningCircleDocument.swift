import WorkbenchKit

/// The pieces `use`, `circle.NAME` and `decisions.NAME`. No field of them is personal: roles only.
struct LearningCircleDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
    try Set(workspace.circles.flatMap { circle in circle.speakers + circle.roles.flatMap(\.aliases) })
  }
}

/// Settings of the circle.
enum CircleSettings {
  static let strictRoles = Setting(
    "kring.strict",
    .choice([Candidate("on", Text(nl: "aan", en: "on")), Candidate("off", Text(nl: "uit", en: "off"))]),
    fallback: .text("off"),
    about: Text(
      nl: "of een rol die niet aan tafel zit een fout is, in elke plugin",
      en: "whether a role that is not at the table is an error, in every plugin"))

  static let showRoles = Setting(
    "kring.show-roles",
    .choice([Candidate("on", Text(nl: "aan", en: "on")), Candidate("off", Text(nl: "uit", en: "off"))]),
    fallback: .text("on"),
    about: Text(
      nl: "of antwoorden per rol worden getoond; uit: alleen medianen en overeenstemming",
      en: "whether answers are shown role by role; off: medians and agreement only"))

  /// For every plugin that has no such setting of its own.
  static let suppressBelow = Setting(
    "circle.suppress-below", .integer(0...100), fallback: .number(5),
    about: Text(
      nl: "aantallen mensen daaronder blijven achter, in plugins die er geen eigen grens voor hebben",
      en: "counts of people below this are held back, in plugins that have no limit of their own"))
}

extension Context {
  /// Whether what each role said may be seen.
  var showsRoles: Bool { workspace.setting("kring.show-roles")?.plain != "off" }

  /// What is said where it may not be seen.
  static let rolesHidden = Block.info(
    nl: "antwoorden per rol zijn verborgen (kring.show-roles): een rol kan één mens zijn",
    en: "answers of each role are hidden (kring.show-roles): a role may be one person")
}
