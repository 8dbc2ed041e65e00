import WorkbenchKit

/// `--group` of commands that otherwise take an indicator: one target group, or one with national rates.
enum GroupChoice {
  static let argument = Argument(
    flag: "group", .named(.counted),
    about: Text(
      nl: "in plaats van een percentage een doelgroep: 3, 4a, dementie, …",
      en: "instead of a percentage a target group: 3, 4a, dementia, …"))

  /// The groups of which there are rates.
  static func candidates(_ context: Context) -> [Candidate] {
    guard let rates = try? RateTable.load(context.workspace), let known = try? context.countedGroups else { return [] }
    return known.filter { rates.cells[$0.id] != nil }.map { Candidate($0.id, $0.label) }
  }

  /// Returns the group of a word, of which there are rates.
  ///
  /// - Throws: `group.unknown`; `rates.group` with a group that has to do with it.
  static func found(_ name: NameOf<CountedGroup>, among estimates: GroupEstimates, in context: Context) throws
    -> CountedGroup
  {
    let group = try name.item(in: context)
    guard estimates.groups.contains(group.id) else {
      throw RateTable.missing(
        group.id, known: estimates.groups,
        near: try near(group.id, context.startingFigures, among: estimates.groups))
    }
    return group
  }

  /// The group with national rates in use that has to do with a target group; a bound before what is only related.
  private static func near(
    _ group: String, _ figures: StartingFigures, among known: [String]
  ) -> (group: String, match: StartingGroup.Relation.Match)? {
    let related = figures.groups.filter { known.contains($0.id) }.flatMap { starting in
      starting.relations.filter { $0.group == group }.map { (group: starting.id, match: $0.match) }
    }
    return related.first { $0.match != .proxy } ?? related.first
  }
}
