import WorkbenchKit

/// The sets of judgements on what is needed, by name: the circle's own, the example that ships, and those that were copied.
///
/// Copies are the piece `sets` of the plugin's document, `{NAME: as the piece need}`; the set that was chosen is the piece `set`.
struct JudgementSets: Sendable {
  static let piece = "sets"
  static let choicePiece = "set"
  /// The name of the circle's own set.
  static let circle = "kring"

  /// A set with what is said of it where its judgements go into a figure.
  struct Found: Sendable {
    let name: String
    let needs: CircleNeeds

    /// What a result says that rests on it; nil for the circle's own.
    var mark: Text? {
      switch name {
      case JudgementSets.circle: nil
      case ExampleJudgements.name:
        Text(
          nl:
            "de oordelen over wat nodig is komen uit een voorbeeld van dit programma, van geen kring en uit geen bron",
          en: "the judgements on what is needed come from an example of this program, of no circle and out of no source"
        )
      default:
        Text(
          nl: "de oordelen over wat nodig is komen uit de set '\(name)'",
          en: "the judgements on what is needed come from the set '\(name)'")
      }
    }
  }

  private var copies: ReadMembers<CircleNeeds.Kept>
  private let own: CircleNeeds
  private let example: CircleNeeds
  /// Whether the example counts where nothing else does.
  private let exampleCounts: Bool
  /// The set that was taken into use by name; nil where none was.
  private(set) var chosen: String?

  init(_ context: Context) throws {
    let workspace = context.workspace
    own = try CircleNeeds(workspace)
    copies = try Self.copies(workspace)
    let shipped = try context.exampleJudgements
    example = CircleNeeds(shipped)
    exampleCounts = try StartingValues.counts(shipped.id, workspace)
    chosen = try workspace.read(Self.choicePiece) { try Fields($0)["name"] as String? } ?? nil
  }

  private static func copies(_ workspace: WorkspaceHandle) throws -> ReadMembers<CircleNeeds.Kept> {
    try workspace.given(piece, Text(nl: "sets van oordelen", en: "sets of judgements"))
  }

  /// The roles that speak in copies.
  static func roles(_ workspace: WorkspaceHandle) throws -> Set<String> {
    try copies(workspace).members.values.reduce(into: []) { $0.formUnion(CircleNeeds($1).roles) }
  }

  /// All of them, the circle's first and the example after it.
  var names: [String] { [Self.circle, ExampleJudgements.name] + copies.members.keys.sorted() }

  /// The set that counts: the chosen one, else the circle's if it holds anything, else the example if that is in use.
  var inUse: Found {
    if let chosen, let needs = self[chosen] { return Found(name: chosen, needs: needs) }
    let name = own.votes.isEmpty && exampleCounts ? ExampleJudgements.name : Self.circle
    return Found(name: name, needs: self[name] ?? own)
  }

  /// The set that new judgements go to: the one in use, but the example, which nobody changes.
  var written: Found { inUse.name == ExampleJudgements.name ? Found(name: Self.circle, needs: own) : inUse }

  subscript(name: String) -> CircleNeeds? {
    switch name {
    case Self.circle: own
    case ExampleJudgements.name: example
    default: copies.members[name].map(CircleNeeds.init)
    }
  }

  /// Finds a set by a word that a person gave.
  ///
  /// - Throws: `need.set.unknown`.
  func found(_ word: String) throws -> Found {
    let name = word.trimmedOfPadding
    if let needs = self[name] { return Found(name: name, needs: needs) }
    let key = name.lowercased()
    if let other = names.first(where: { $0.lowercased() == key }), let needs = self[other] {
      return Found(name: other, needs: needs)
    }
    let list = Text.list(names, atMost: 6)
    throw Diagnostic(
      "need.set.unknown",
      Text(nl: "er is geen set van oordelen '\(name)'", en: "there is no set of judgements '\(name)'"),
      wayOut: Text(nl: "er zijn: \(list.nl)", en: "there are: \(list.en)"),
      suggestion: NearestWord.best(name, among: names))
  }

  /// Keeps judgements under a name; nil throws the copy of that name away.
  mutating func keep(_ needs: CircleNeeds?, as name: String, in workspace: WorkspaceHandle) throws {
    if name == Self.circle, let needs { return try needs.store(in: workspace) }
    copies[name] = needs?.kept
    workspace.setMembers(Self.piece, to: try copies.json(CircleNeeds.json))
  }

  /// Takes a set into use by name; nil leaves it to what is there.
  static func choose(_ name: String?, in workspace: WorkspaceHandle) {
    workspace.setDocument(choicePiece, to: name.map { ["name": .string($0)] })
  }
}
