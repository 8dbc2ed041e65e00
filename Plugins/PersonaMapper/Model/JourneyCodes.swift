import WorkbenchKit

/// The ids and names that a file of journeys gave, where ours are others: they go out again as they came in.
struct JourneyCodes: Sendable, Hashable, FieldItem {
  /// Somebody who takes part.
  struct Actor: Sendable, Hashable, FieldItem {
    let id: String
    let name: String

    init(id: String, name: String) { (self.id, self.name) = (id, name) }

    init(_ fields: Fields) throws { (id, name) = (try fields["id"], try fields["name"]) }

    var json: JSON { ["id": .string(id), "name": .string(name)] }
  }

  /// The journey as it was planned.
  var planned: String?
  /// The journey as it was lived.
  var actual: String?
  /// By our words for who takes part.
  var actors: [String: Actor] = [:]
  private var rest: [String: JSON] = [:]

  init() {}

  init(_ fields: Fields) throws {
    planned = try fields["planned"]
    actual = try fields["actual"]
    actors = try fields["actors"] ?? [:]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "planned": planned.map(JSON.string), "actual": actual.map(JSON.string),
        "actors": .object(actors.mapValues(\.json)),
      ], rest: rest)
  }
}
