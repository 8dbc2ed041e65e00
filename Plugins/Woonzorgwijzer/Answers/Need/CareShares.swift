import WorkbenchKit

/// Which part of a group has an informal carer at home, elsewhere, or none: the piece `shares` of the plugin's document.
///
/// `{GROUP: {shares: {SITUATION: SHARE}, by, source}}`.
struct CareShares: Sendable {
  static let piece = "shares"
  /// By how much shares may miss one together.
  static let tolerance = 0.0005

  struct Entry: FieldItem, Sendable {
    /// Of each situation the share of one.
    let shares: [String: Double]
    let giver: Giver
    private(set) var rest: [String: JSON] = [:]

    init(shares: [String: Double], giver: Giver) {
      self.shares = shares
      self.giver = giver
    }

    init(_ fields: Fields) throws {
      shares = try fields["shares"]
      giver = try Giver(fields)
      rest = fields.rest
    }

    var json: JSON {
      .members(
        ["shares": .object(shares.mapValues(JSON.number)), "by": giver.roleJSON, "source": giver.sourceJSON], rest: rest
      )
    }
  }

  private var groups: ReadMembers<Entry>
  var entries: [String: Entry] { groups.members }

  init(_ workspace: WorkspaceHandle) throws {
    groups = try workspace.given(Self.piece, Text(nl: "opgegeven verdelingen", en: "shares given"))
  }

  mutating func set(_ group: String, _ entry: Entry?) { groups[group] = entry }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try groups.json(\.json))
  }
}
