import WorkbenchKit

/// The sets, drafts and arrangements that are in the workspace.
enum Holdings {
  private static let setPrefix = "set."
  private static let arrangementPrefix = "arrangement."

  /// The id of the set that is worked in.
  static func currentID(_ context: Context) throws -> String? {
    try context.workspace.document("current")?["set"]?.string
  }

  static func ids(_ context: Context) -> [String] { names(setPrefix, context) }
  static func arrangementIDs(_ context: Context) -> [String] { names(arrangementPrefix, context) }

  private static func names(_ prefix: String, _ context: Context) -> [String] {
    let start = "personamapper/\(prefix)"
    return context.workspace.names(.documents, prefix: start).map { String($0.dropFirst(start.count)) }
  }

  static func set(_ id: String, _ context: Context) throws -> PersonaSet? {
    try context.workspace.document(setPrefix + id).flatMap(PersonaSet.init)
  }

  /// The set that is worked in.
  ///
  /// - Throws: `persona.noset`.
  static func current(_ context: Context, at place: Place? = nil) throws -> PersonaSet {
    if let id = try currentID(context), let set = try set(id, context) { return set }
    throw Diagnostic(
      "persona.noset",
      Text(nl: "er is nog geen set met persona's in gebruik", en: "no set of personas is in use yet"),
      wayOut: Text(
        nl: "neem een set uit de bron met 'persona set use langer-thuis', of begin met 'persona set new NAAM'",
        en: "take a set of the source with 'persona set use langer-thuis', or begin with 'persona set new NAME'"),
      suggestion: "persona set use langer-thuis", place: place)
  }

  static func store(_ set: PersonaSet, _ context: Context) {
    context.workspace.setDocument(setPrefix + set.id, to: set.json)
  }

  static func use(_ id: String, _ context: Context) {
    context.workspace.setDocument("current", to: .members(["set": .string(id)]))
  }

  /// Drafts of personas, as the last clustering made them.
  static func drafts(_ context: Context) throws -> [Persona] {
    (try context.workspace.document("drafts") ?? .null).items("drafts", Persona.init)
  }

  static func store(drafts: [Persona], _ context: Context) {
    context.workspace.setDocument("drafts", to: .members(["drafts": .array(drafts.map(\.json))]))
  }

  static func arrangement(_ id: String, _ context: Context) throws -> Arrangement? {
    try context.workspace.document(arrangementPrefix + id).flatMap(Arrangement.init)
  }

  static func arrangements(_ context: Context) throws -> [Arrangement] {
    try arrangementIDs(context).compactMap { try arrangement($0, context) }
  }

  static func store(_ arrangement: Arrangement, _ context: Context) {
    context.workspace.setDocument(arrangementPrefix + arrangement.id, to: arrangement.json)
  }
}
