import WorkbenchKit

/// Which part of a group has an informal carer at home, elsewhere, or none: the piece `shares` of the plugin's document.
///
/// `{GROUP: {shares: {SITUATION: SHARE}, by, source}}`.
struct CareShares: Sendable {
  static let piece = "shares"
  /// By how much shares may miss one together.
  static let tolerance = 0.0005

  struct Entry: Sendable {
    /// Of each situation the share of one.
    let shares: [String: Double]
    let giver: Giver
  }

  private(set) var entries: [String: Entry] = [:]

  init(_ workspace: WorkspaceHandle) throws {
    for (group, json) in try workspace.document(Self.piece)?.object ?? [:] {
      let shares = (json["shares"]?.object ?? [:]).compactMapValues(\.number)
      if !shares.isEmpty { entries[group] = Entry(shares: shares, giver: Giver(json)) }
    }
  }

  mutating func set(_ group: String, _ entry: Entry?) { entries[group] = entry }

  func store(in workspace: WorkspaceHandle) {
    let json = JSON.object(
      entries.mapValues { entry in
        var members = entry.giver.members
        members["shares"] = .object(entry.shares.mapValues(JSON.number))
        return .object(members)
      })
    workspace.setDocument(Self.piece, to: entries.isEmpty ? nil : json)
  }
}
