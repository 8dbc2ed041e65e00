import WorkbenchKit

/// Which health indicator stands for which group, as the circle names it: the piece `key` of the plugin's document.
///
/// `{GROUP: {indicator, age, share, low, high, by, source}}`: so large a share of the people of that age under the indicator
/// belongs to the group.
struct GroupKeys: Sendable {
  static let piece = "key"

  struct Entry: FieldItem, Sendable {
    let indicator: String
    let age: String
    let share: Double
    let range: GivenRange
    let giver: Giver
    private(set) var rest: [String: JSON] = [:]

    init(indicator: String, age: String, share: Double, range: GivenRange, giver: Giver) {
      self.indicator = indicator
      self.age = age
      self.share = share
      self.range = range
      self.giver = giver
    }

    init(_ fields: Fields) throws {
      indicator = try fields["indicator"]
      age = try fields["age"]
      share = try fields["share"]
      range = try GivenRange(fields)
      giver = try Giver(fields)
      rest = fields.rest
    }

    var json: JSON {
      .members(
        [
          "indicator": .string(indicator), "age": .string(age), "share": .number(share), "low": range.lowJSON,
          "high": range.highJSON, "by": giver.roleJSON, "source": giver.sourceJSON,
        ], rest: rest)
    }
  }

  private var groups: ReadMembers<Entry>
  var entries: [String: Entry] { groups.members }

  init(_ workspace: WorkspaceHandle) throws {
    groups = try workspace.given(Self.piece, Text(nl: "opgegeven sleutels", en: "keys given"))
  }

  mutating func set(_ group: String, _ entry: Entry?) { groups[group] = entry }

  func store(in workspace: WorkspaceHandle) throws {
    workspace.setMembers(Self.piece, to: try groups.json(\.json))
  }
}
