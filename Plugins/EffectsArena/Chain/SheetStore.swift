import WorkbenchKit

extension Vocabulary<Sheet> {
  static var sheet: Vocabulary {
    Vocabulary(
      "sheet", none: Text(nl: "geen blad", en: "no sheet"),
      wayOut: Text(nl: "'arena list' noemt ze", en: "'arena list' lists them")
    ) { try $0.workspace.sheets }
  }
}

extension Vocabulary<SheetNode> {
  private static let wayOut = Text(
    nl: "'arena show' noemt wat er is; 'arena add activity|effect ID TEKST' voegt toe",
    en: "'arena show' lists what there is; 'arena add activity|effect ID TEXT' adds")

  static var node: Vocabulary {
    Vocabulary("node", none: Text(nl: "geen blok", en: "no block"), wayOut: wayOut) {
      try $0.workspace.currentSheet?.nodes ?? []
    }
  }

  static var activity: Vocabulary {
    Vocabulary("activity", none: Text(nl: "geen activiteit", en: "no activity"), wayOut: wayOut) {
      try $0.workspace.currentSheet?.nodes.filter { $0.kind != .effect } ?? []
    }
  }

  static var effect: Vocabulary {
    Vocabulary("effect", none: Text(nl: "geen effect", en: "no effect"), wayOut: wayOut) {
      try $0.workspace.currentSheet?.nodes(.effect) ?? []
    }
  }
}

extension Vocabulary<SheetParty> {
  static var party: Vocabulary {
    Vocabulary(
      "party", none: Text(nl: "geen partij", en: "no party"),
      wayOut: Text(
        nl: "'arena party add NAAM' zet er een op het blad", en: "'arena party add NAME' puts one on the sheet")
    ) { try $0.workspace.currentSheet?.parties ?? [] }
  }
}

/// The sheets in the workspace; the pieces `use` and `sheet.NAME`.
extension WorkspaceHandle {
  /// The sheet that is worked on; nil where there is none.
  ///
  /// - Throws: `document.damaged`.
  var currentSheet: Sheet? { get throws { try document("use")?["sheet"]?.string.flatMap { try sheet($0) } } }

  /// All sheets that can be read.
  var sheets: [Sheet] {
    get throws {
      let prefix = "effectsarena/sheet."
      return try names(.documents, prefix: prefix).compactMap { try sheet(String($0.dropFirst(prefix.count))) }
    }
  }

  /// - Throws: `document.damaged`.
  func sheet(_ id: String) throws -> Sheet? {
    let sheet = try read("sheet.\(id)") { try Sheet(field: $0) }
    for notice in sheet?.unread ?? [] { note(notice) }
    return sheet
  }

  /// Works on a sheet from now on.
  func use(_ sheet: Sheet) throws {
    var members = try document("use")?.object ?? [:]
    members["sheet"] = .string(sheet.id)
    setDocument("use", to: .object(members))
  }

  func store(_ sheet: Sheet) { setDocument("sheet.\(sheet.id)", to: sheet.json) }
}

extension Context {
  /// The sheet that is worked on.
  ///
  /// - Throws: `sheet.none`, `document.damaged`.
  func sheet() throws -> Sheet {
    if let sheet = try workspace.currentSheet { return sheet }
    throw Diagnostic(
      "sheet.none", Text(nl: "er is nog geen blad", en: "there is no sheet yet"),
      wayOut: Text(
        nl: "begin er een met 'arena new NAAM', of met 'arena start goede-buur'",
        en: "begin one with 'arena new NAME', or with 'arena start goede-buur'"), suggestion: "arena new")
  }

  /// Whether what each role said may be seen.
  var showsRoles: Bool { workspace.setting("kring.show-roles")?.plain != "off" }

  /// Returns the name under which a role is kept: that of the circle's table, of which it may be another name.
  func canonical(_ role: String) throws -> String {
    guard let table = try workspace.table("kring.roles"), let roles = table.column("role")?.texts else { return role }
    let aliases = table.column("aliases")?.texts ?? []
    if roles.contains(role) { return role }
    let row = aliases.firstIndex { $0?.split(separator: ";").contains { $0 == role } ?? false }
    return row.flatMap { roles[$0] } ?? role
  }
}
