import Decisions
import WorkbenchKit

/// All decision tables: those that come with the plugin, and those of the circle, which go before by the same name.
///
/// Those of the circle are the piece `rules` of the plugin's document: `{NAME: TABLE}`.
struct RuleBook {
  private static let piece = "rules"

  private let shipped: [DecisionTable]
  private var own: ReadMembers<DecisionTable>

  init(_ context: Context) throws {
    shipped = try Self.shipped(context)
    own = try context.workspace.members(Self.piece)
  }

  /// Those that come with the plugin.
  static func shipped(_ context: Context) throws -> [DecisionTable] {
    try context.knowledge.items("rules", list: "tables", in: context)
  }

  /// Those that come with the plugin first, in their order, then the others by name.
  var tables: [DecisionTable] {
    let names = Set(shipped.map(\.name))
    return shipped.map { own[$0.name] ?? $0 }
      + own.members.values.filter { !names.contains($0.name) }.sorted { $0.name < $1.name }
  }

  func isOwn(_ name: String) -> Bool { own[name] != nil }
  func isShipped(_ name: String) -> Bool { shipped.contains { $0.name == name } }

  /// Returns the table that a person means, upper and lower case, blanks, hyphens and underscores alike.
  ///
  /// - Throws: `rules.unknown` with the nearest.
  func table(_ word: String) throws -> DecisionTable {
    let tables = tables
    let names = tables.map(\.name).joined(separator: ", ")
    return try Vocabulary<DecisionTable>(
      "rules", none: Text(nl: "geen beslistabel", en: "no decision table"),
      wayOut: Text(nl: "er is: \(names)", en: "there is: \(names)")
    ).one(word, among: tables)
  }

  mutating func keep(_ table: DecisionTable) { own[table.name] = table }

  mutating func drop(_ name: String) { own[name] = nil }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try own.json(\.json))
  }

  /// Names what could not be read; of a table that it is the circle's own version, or our reading of a source.
  func remarks(on table: DecisionTable? = nil) -> [Block] {
    var remarks: [Block] = []
    if let table, isOwn(table.name), isShipped(table.name) {
      remarks.append(
        .info(
          nl: "de versie van de kring; 'rules drop \(table.typedName)' haalt de meegeleverde terug",
          en: "the circle's version; 'rules drop \(table.typedName)' brings the shipped one back"))
    } else if table?.isReading == true {
      remarks.append(
        .caution(
          nl: "deze tabel is onze lezing van de bron, niet haar woorden",
          en: "this table is our reading of the source, not its words"))
    }
    if let table, !table.undecidable.isEmpty { remarks.append(.notice(Notice(.caution, table.undecidableRules))) }
    let unread = Notice.unread(own, Text(nl: "beslistabellen van de kring", en: "decision tables of the circle"))
    return remarks + (unread.map { [.notice($0)] } ?? [])
  }
}
