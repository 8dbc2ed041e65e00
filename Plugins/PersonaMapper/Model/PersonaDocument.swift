import WorkbenchKit

/// The pieces `current`, `set.ID`, `drafts` and `arrangement.ID`.
///
/// Who said something is nobody's business: a `respondent` and a `quote` are sealed. A quote that the group keeps on purpose
/// stands under `kept_quotes`, and of whom a draft was made is kept as numbers of rows.
struct PersonaDocument: Document {
  static let owner = "personamapper"

  let schemaVersion = 1
  let personalFields: Set<String> = ["respondent", "respondents", "quote", "quotes"]

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }

  func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
    let sets = try workspace.personaSets.map(\.roles)
    return try workspace.arrangements.map(\.roles).reduce(into: sets.reduce(into: []) { $0.formUnion($1) }) {
      $0.formUnion($1)
    }
  }
}

/// Drafts of personas, as the last clustering made them.
struct PersonaDraftList: Sendable, FieldItem {
  @ReadItems var drafts: [Persona] = []
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    _drafts = try fields.items("drafts")
    rest = fields.rest
  }

  var json: JSON { .members(["drafts": _drafts.json(\.json)], rest: rest) }
  /// Drafts that could not be read.
  var unread: UnreadItems? { UnreadItems(_drafts, Text(nl: "concepten", en: "drafts"), at: ["drafts"]) }
}

/// The sets, drafts and arrangements in the workspace. What of them cannot be read is noted, so that every answer says it.
extension WorkspaceHandle {
  /// The id of the set that is worked in.
  var currentSetID: String? { get throws { try document("current")?["set"]?.string } }

  /// The set that is worked in.
  ///
  /// - Throws: `persona.noset`, `document.damaged`.
  func currentSet() throws -> PersonaSet {
    if let id = try currentSetID, let set = try personaSet(id) { return set }
    throw Diagnostic(
      "persona.noset",
      Text(nl: "er is nog geen set met persona's in gebruik", en: "no set of personas is in use yet"),
      wayOut: Text(
        nl: "neem een set uit de bron met 'persona set use langer-thuis', of begin met 'persona set new NAAM'",
        en: "take a set of the source with 'persona set use langer-thuis', or begin with 'persona set new NAME'"),
      suggestion: "persona set use langer-thuis")
  }

  /// - Throws: `document.damaged` for a set that is there and cannot be read.
  func personaSet(_ id: String) throws -> PersonaSet? {
    let set = try read("set.\(id)") { try PersonaSet(field: $0) }
    for list in set?.unread ?? [] { note(list.notice) }
    return set
  }

  /// All sets that can be read; the others are noted.
  var personaSets: [PersonaSet] { get throws { try readable("set.", personaSet) } }

  func store(_ set: PersonaSet) { setDocument("set.\(set.id)", to: set.json) }

  /// Works in a set from now on.
  func use(_ id: String) throws {
    var members = try document("current")?.object ?? [:]
    members["set"] = .string(id)
    setDocument("current", to: .object(members))
  }

  /// - Throws: `document.damaged`.
  var personaDrafts: PersonaDraftList {
    get throws {
      let drafts = try read("drafts") { try PersonaDraftList(field: $0) } ?? PersonaDraftList()
      if let unread = drafts.unread { note(unread.notice) }
      return drafts
    }
  }

  func store(_ drafts: PersonaDraftList) { setDocument("drafts", to: drafts.json) }

  /// - Throws: `document.damaged` for an arrangement that is there and cannot be read.
  func arrangement(_ id: String) throws -> Arrangement? {
    let arrangement = try read("arrangement.\(id)") { try Arrangement(field: $0) }
    if let unread = arrangement?.unread { note(unread.notice) }
    return arrangement
  }

  /// All arrangements that can be read; the others are noted.
  var arrangements: [Arrangement] { get throws { try readable("arrangement.", arrangement) } }

  func store(_ arrangement: Arrangement) { setDocument("arrangement.\(arrangement.id)", to: arrangement.json) }

  private func readable<Item>(_ prefix: String, _ read: (String) throws -> Item?) throws -> [Item] {
    let start = "\(PersonaDocument.owner)/\(prefix)"
    return try names(.documents, prefix: start).compactMap { name in
      do { return try read(String(name.dropFirst(start.count))) } catch let error as Diagnostic
        where error.code == "document.damaged"
      {
        note(Notice(.caution, error.message))
        return nil
      }
    }
  }
}
