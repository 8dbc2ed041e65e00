import WorkbenchKit

/// How many people of a group live in an area, as the table counted them: the piece `people` of the plugin's document.
///
/// `{AREA: {GROUP: {people, low, high, by, source}}}`.
struct GivenPeople: Sendable {
  static let piece = "people"

  struct Count: Sendable {
    let people: Double
    /// The range that whoever gave it holds for likely; NaN where none was given.
    let low: Double
    let high: Double
    let giver: Giver
  }

  private(set) var counts: [String: [String: Count]] = [:]

  init(_ workspace: WorkspaceHandle) throws {
    for (area, groups) in try workspace.document(Self.piece)?.object ?? [:] {
      for (group, json) in groups.object ?? [:] {
        guard let people = json["people"]?.number else { continue }
        counts[area, default: [:]][group] = Count(
          people: people, low: json["low"]?.number ?? .nan, high: json["high"]?.number ?? .nan, giver: Giver(json))
      }
    }
  }

  var groups: Set<String> { Set(counts.values.flatMap(\.keys)) }

  mutating func set(_ area: String, _ group: String, _ count: Count?) {
    counts[area, default: [:]][group] = count
    if counts[area]?.isEmpty == true { counts[area] = nil }
  }

  func store(in workspace: WorkspaceHandle) {
    let json = JSON.object(
      counts.mapValues { groups in
        .object(
          groups.mapValues { count in
            var members = count.giver.members
            members["people"] = .number(count.people)
            if !count.low.isNaN { members["low"] = .number(count.low) }
            if !count.high.isNaN { members["high"] = .number(count.high) }
            return .object(members)
          })
      })
    workspace.setDocument(Self.piece, to: counts.isEmpty ? nil : json)
  }
}
