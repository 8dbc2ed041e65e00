import WorkbenchKit

/// Which health indicator stands for which group, as the circle names it: the piece `key` of the plugin's document.
///
/// `{GROUP: {indicator, age, share, low, high, by, source}}`: so large a share of the people of that age under the indicator
/// belongs to the group.
struct GroupKeys: Sendable {
  static let piece = "key"

  struct Entry: Sendable {
    let indicator: String
    let age: String
    let share: Double
    /// NaN where none was given.
    let low: Double
    let high: Double
    let giver: Giver
  }

  private(set) var entries: [String: Entry] = [:]

  init(_ workspace: WorkspaceHandle) throws {
    for (group, json) in try workspace.document(Self.piece)?.object ?? [:] {
      guard let indicator = json["indicator"]?.string, let age = json["age"]?.string,
        let share = json["share"]?.number
      else { continue }
      entries[group] = Entry(
        indicator: indicator, age: age, share: share, low: json["low"]?.number ?? .nan,
        high: json["high"]?.number ?? .nan, giver: Giver(json))
    }
  }

  mutating func set(_ group: String, _ entry: Entry?) { entries[group] = entry }

  func store(in workspace: WorkspaceHandle) {
    let json = JSON.object(
      entries.mapValues { entry in
        var members = entry.giver.members
        members["indicator"] = .string(entry.indicator)
        members["age"] = .string(entry.age)
        members["share"] = .number(entry.share)
        if !entry.low.isNaN { members["low"] = .number(entry.low) }
        if !entry.high.isNaN { members["high"] = .number(entry.high) }
        return .object(members)
      })
    workspace.setDocument(Self.piece, to: entries.isEmpty ? nil : json)
  }
}
