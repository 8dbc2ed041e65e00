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

  /// What a word is the name of: a percentage, a key figure, figures of one's own, or a target group.
  ///
  /// - Throws: `argument.missing` where there is none; what the search for it throws.
  static func figure(_ word: String?, _ search: MapSearch, in context: Context) throws -> MapSearch.Found {
    if let word { return try search.find(word, in: context) }
    throw Diagnostic(
      "argument.missing",
      Text(nl: "er staat niet bij om welk cijfer het gaat", en: "it is not said which figure is meant"),
      wayOut: Text(
        nl: "noem een percentage of kerncijfer ('wzw indicators' noemt ze), of een doelgroep met --group",
        en: "name a percentage or key figure ('wzw indicators' lists them), or a target group with --group"))
  }

  /// What `--group` asks for in the place of a figure.
  ///
  /// - Parameter figure: what was asked for beside it; nil for nothing.
  /// - Throws: `argument.clash`; what the search for a group throws.
  static func group(_ name: NameOf<CountedGroup>?, beside figure: String?, _ search: MapSearch, in context: Context)
    throws -> MapSearch.Found
  {
    guard let name else { return try self.figure(figure, search, in: context) }
    if figure != nil { throw GroupClash.with(Text(nl: "een ander cijfer", en: "another figure"), at: nil) }
    let estimates = try search.estimates(context)
    return .group(try found(name, among: estimates, in: context), estimates)
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
