import WorkbenchKit

/// Tables of what the circle said.
enum NeedTables {
  /// One row a question: the median with its spread, the agreement, who does not know, and what the text says beside it.
  static func agreement(
    _ cells: [NeedCell], _ set: JudgementSets.Found, _ stated: [StatedNeed], _ context: Context
  ) -> Table {
    let circle = set.needs
    let judgements = cells.map(circle.judgement)
    let needed = Set(stated.map { [$0.group, $0.precondition] })
    let known = { (value: Necessity?) in (value ?? .unknown).rawValue }
    let columns =
      identity(cells) + [
        .texts("median", judgements.map { known($0.median) }, label: Text(nl: "mediaan", en: "median")),
        .texts("spread", judgements.map(spread), label: Text(nl: "spreiding", en: "spread"), in: context),
        .numbers(
          "unknown", judgements.map { Double($0.unknown) }, label: .verbatim("open"),
          format: .decimals(0)),
        .numbers(
          "agreement", judgements.map { $0.agreement ?? .nan }, label: .verbatim("A"),
          format: .decimals(2)),
        .texts(
          "text", cells.map { needed.contains([$0.group, $0.precondition]) ? Necessity.needed.rawValue : nil },
          label: Text(nl: "tekst", en: "text")),
        .numbers(
          "roles", judgements.map { Double($0.votes.count) }, label: Text(nl: "rollen", en: "roles"),
          format: .decimals(0)
        ).asDetail(),
        .texts("low", judgements.map { known($0.lowest) }, label: Text(nl: "laagste", en: "lowest")).asDetail(),
        .texts("high", judgements.map { known($0.highest) }, label: Text(nl: "hoogste", en: "highest")).asDetail(),
        .texts(
          "median_high", judgements.map { $0.upperMedian == $0.median ? nil : known($0.upperMedian) },
          label: Text(nl: "bovenste midden", en: "upper middle")
        ).asDetail(),
      ]
    // A role may be one person: then the circle shows medians and agreement only.
    let hidden: Set<String> =
      context.workspace.setting("kring.show-roles")?.plain == "off" ? ["spread", "low", "high", "median_high"] : []
    return Table(title: title(of: set), columns: columns.filter { !hidden.contains($0.name) })
  }

  /// Whose judgements a table shows.
  static func title(of set: JudgementSets.Found) -> Text {
    set.name == JudgementSets.circle
      ? Text(nl: "Noodzaak volgens de kring", en: "Necessity by the circle")
      : Text(nl: "Noodzaak volgens de set '\(set.name)'", en: "Necessity by the set '\(set.name)'")
  }

  /// From the lowest to the highest grade, with the two in the middle where they differ; nil where all are one.
  private static func spread(_ judgement: Judgement) -> Text? {
    guard let low = judgement.lowest?.rawValue, let high = judgement.highest?.rawValue, low != high else { return nil }
    let span = Text(nl: "\(low) tot \(high)", en: "\(low) to \(high)")
    guard judgement.graded.count > 2, let median = judgement.median, let upper = judgement.upperMedian, median != upper
    else { return span }
    return span
      + Text(
        nl: "; midden \(median.rawValue) en \(upper.rawValue)", en: "; middle \(median.rawValue) and \(upper.rawValue)")
  }

  /// What is said where no role has spoken.
  static let nobody = Block.info(
    nl: "nog geen rol heeft iets gezegd; zie 'help wzw need set'",
    en: "no role has said anything yet; see 'help wzw need set'")

  static func identity(_ cells: [NeedCell]) -> [Column] {
    [
      .texts("group", cells.map(\.group), label: Text(nl: "groep", en: "group"))
        .asDetail(Set(cells.map(\.group)).count == 1),
      .texts("precondition", cells.map(\.precondition), label: Text(nl: "randvoorwaarde", en: "precondition")),
      .texts("situation", cells.map(\.situation), label: Text(nl: "situatie", en: "situation")),
    ]
  }

  /// The questions that were answered, in the order of the knowledge base; what it does not know any more comes last.
  static func answered(_ circle: CircleNeeds, group: TargetGroup?, _ context: Context) throws -> [NeedCell] {
    let order = { (ids: [String]) in
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let groups = order(try context.groups.map(\.id))
    let preconditions = order(try context.preconditions.map(\.id))
    let situations = order(try context.situations.map(\.id))
    let key = { (cell: NeedCell) in
      (
        groups[cell.group] ?? .max, preconditions[cell.precondition] ?? .max, situations[cell.situation] ?? .max,
        cell.precondition
      )
    }
    return circle.votes.keys.filter { group == nil || $0.group == group?.id }.sorted { key($0) < key($1) }
  }
}
