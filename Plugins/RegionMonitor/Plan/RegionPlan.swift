import Methods
import WorkbenchKit

/// Something that has to be done, with how many days it takes.
struct PlanActivity: Sendable, Hashable, FieldItem {
  let id: String
  let what: String
  let who: String?
  let least: Double
  let likely: Double
  let most: Double
  /// The ids of those that must be done before it.
  let after: [String]

  init(id: String, what: String, who: String?, days: (least: Double, likely: Double, most: Double), after: [String]) {
    (self.id, self.what, self.who, self.after) = (id, what, who, after)
    (least, likely, most) = days
  }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    what = try fields["what"]
    who = try fields["who"]
    least = try fields["min"]
    likely = try fields["likely"]
    most = try fields["max"]
    after = try fields.list("after")
  }

  var json: JSON {
    .members([
      "id": .string(id), "what": .string(what), "who": who.map(JSON.string), "min": .number(least),
      "likely": .number(likely), "max": .number(most), "after": .array(after.map(JSON.string)),
    ])
  }

  var distribution: DriverDistribution {
    least < most ? .triangular(low: least, mode: likely, high: most) : .constant(likely)
  }
}

/// What a region has to do until all its councils have decided. The piece `plan.NAME`.
struct RegionPlan: Sendable, Hashable, FieldItem {
  var activities: [PlanActivity]
  var windows: [CouncilWindow]

  init(activities: [PlanActivity], windows: [CouncilWindow]) { (self.activities, self.windows) = (activities, windows) }

  init(_ fields: Fields) throws {
    activities = try fields.list("activities")
    windows = try fields.list("windows")
  }

  var json: JSON {
    .members(["activities": .array(activities.map(\.json)), "windows": .array(windows.map(\.json))])
  }

  /// Which activity comes after which.
  ///
  /// - Throws: `plan.after` where one is named that is not there, `plan.cycle`.
  func network(at place: Place?) throws -> ActivityNetwork {
    let ids = activities.map(\.id)
    let before = try activities.map { activity in
      try activity.after.map { id in
        guard let index = ids.firstIndex(of: id) else {
          throw Diagnostic(
            "plan.after",
            Text(
              nl: "'\(activity.id)' komt na '\(id)', en die is er niet",
              en: "'\(activity.id)' comes after '\(id)', which is not there"),
            wayOut: Text(nl: "noem in 'after' alleen id's uit de tabel", en: "name in 'after' ids of the table only"),
            suggestion: NearestWord.best(id, among: ids), place: place)
        }
        return index
      }
    }
    do { return try ActivityNetwork(before: before) } catch {
      guard case .circle(let members) = error else { throw Self.circle([], place) }
      throw Self.circle(members.map { ids[$0] }, place)
    }
  }

  private static func circle(_ ids: [String], _ place: Place?) -> Diagnostic {
    let names = Text.list(ids, atMost: 8)
    return Diagnostic(
      "plan.cycle", Text(nl: "deze wachten op elkaar: \(names.nl)", en: "these wait for each other: \(names.en)"),
      wayOut: Text(nl: "haal in 'after' één stap uit de kring", en: "take one step out of the circle in 'after'"),
      place: place)
  }
}

extension WorkspaceHandle {
  /// - Throws: `document.damaged`.
  func plan(of region: String) throws -> RegionPlan? { try document("plan.\(region)", as: RegionPlan.self) }

  func store(_ plan: RegionPlan, of region: String) { setDocument("plan.\(region)", to: plan.json) }
}
