import WorkbenchKit

/// How many people of a group live in an area, as the table counted them: the piece `people` of the plugin's document.
///
/// `{AREA: {GROUP: {people, low, high, by, source}}}`.
struct GivenPeople: Sendable {
  static let piece = "people"

  struct Count: FieldItem, Sendable {
    let people: Double
    /// The range that whoever gave it holds for likely.
    let range: GivenRange
    let giver: Giver
    private(set) var rest: [String: JSON] = [:]

    init(people: Double, range: GivenRange, giver: Giver) {
      self.people = people
      self.range = range
      self.giver = giver
    }

    init(_ fields: Fields) throws {
      people = try fields["people"]
      range = try GivenRange(fields)
      giver = try Giver(fields)
      rest = fields.rest
    }

    var json: JSON {
      .members(
        [
          "people": .number(people), "low": range.lowJSON, "high": range.highJSON, "by": giver.roleJSON,
          "source": giver.sourceJSON,
        ], rest: rest)
    }
  }

  private var areas: ReadMembers<ReadMembers<Count>>
  var counts: [String: [String: Count]] { areas.members.mapValues(\.members) }

  init(_ workspace: WorkspaceHandle) throws {
    areas = try workspace.given(Self.piece, Text(nl: "opgegeven mensen", en: "people given"))
  }

  var groups: Set<String> { Set(areas.members.values.flatMap(\.members.keys)) }

  mutating func set(_ area: String, _ group: String, _ count: Count?) { areas.change(area) { $0[group] = count } }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try areas.json { try $0.json(\.json) })
  }
}
