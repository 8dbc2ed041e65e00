import WorkbenchKit

/// The groups with national rates that stand for target groups of which nothing is given; none is quite the same group.
struct StandIns: Sendable {
  struct Found: Sendable {
    let group: StartingGroup
    let match: StartingGroup.Relation.Match

    /// What a result says of the number.
    var words: Text {
      let label = group.label
      return switch match {
      case .upper:
        Text(nl: "ten hoogste zoveel, geteld zijn \(label.nl)", en: "at most so many, counted are \(label.en)")
      case .lower:
        Text(nl: "ten minste zoveel, geteld zijn \(label.nl)", en: "at least so many, counted are \(label.en)")
      case .proxy:
        Text(
          nl: "bij benadering, geteld zijn \(label.nl)", en: "by approximation, counted are \(label.en)")
      }
    }
  }

  private let byGroup: [String: Found]

  init(_ context: Context) throws {
    let used = Set(try StartingValues.inUse(context.workspace))
    guard StartingValues.areOn(context.workspace), !used.isEmpty else {
      byGroup = [:]
      return
    }
    byGroup = Dictionary(
      try context.startingFigures.groups.filter { used.contains($0.id) }.flatMap { group in
        group.standsFor.compactMap { target in
          group.relations.first { $0.group == target }.map { (target, Found(group: group, match: $0.match)) }
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether any is there.
  var areInUse: Bool { !byGroup.isEmpty }

  subscript(group: String) -> Found? { byGroup[group] }
}
