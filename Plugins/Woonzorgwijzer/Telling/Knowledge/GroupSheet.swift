import WorkbenchKit

/// The sheet of one target group: who they are, what they cannot do, who is around them, what they need.
struct GroupSheet {
  let group: TargetGroup
  let context: Context

  func output() throws -> Output {
    var citations: [Citation?] = [group.source]
    var blocks: [Block] = [.heading(Heading(group.label, level: 2)), .facts(try facts())]
    let lists: [(Text, String, [Statement])] = [
      (Text(nl: "Kenmerken", en: "Traits"), "trait", group.traits),
      (Text(nl: "Sociaal netwerk", en: "Social network"), "network", group.network?.items ?? []),
      (Text(nl: "Wat helpt", en: "What helps"), "helps", group.helps),
    ]
    if let limitations = try limitations() { blocks.append(.table(limitations)) }
    for (title, name, items) in lists where !items.isEmpty {
      blocks.append(.statements(title, name, items, in: context))
      citations += items.map(\.source)
    }
    citations += (group.limitations ?? []).map(\.source)
    if group.limitations == nil {
      blocks.append(
        group.traits.isEmpty
          ? .caution(
            nl: "de bron beschrijft deze groep niet: beperkingen en netwerk zijn onbekend",
            en: "the source does not describe this group: limitations and network are unknown (onbekend)")
          : .caution(
            nl: "de bron geeft van deze groep niet meer dan dit: beperkingen en netwerk zijn onbekend",
            en: "the source gives no more of this group than this: limitations and network are unknown (onbekend)"))
    }
    let needs = try GroupNeeds(group: group, context: context)
    let main = blocks.count
    blocks.append(.table(needs.table()))
    blocks += try Block.legend(needs.used, in: context)
    blocks += needs.notices
    let law = group.sector == "GGZ" ? try context.legalItems : []
    blocks += law.map(\.notice)
    blocks.append(
      try context.knowledge.sources(citations + needs.citations + law.map(\.what.source), in: context))
    var output = Output(blocks)
    output.main = main
    return output
  }

  private func facts() throws -> Facts {
    var facts = Facts()
    facts.add("group", .text(group.id), label: Text(nl: "doelgroep", en: "group"))
    facts.add("sector", .text(group.sector), label: .verbatim("sector"))
    if let share = group.share {
      facts.add(
        "share", .number(share.value, unit: .share),
        label: share.isExact
          ? Text(nl: "deel van groep \(share.of)", en: "share of group \(share.of)")
          : Text(nl: "deel van groep \(share.of), ongeveer", en: "share of group \(share.of), about"),
        format: .share(1))
    }
    facts.add(
      "network", .text(group.network?.quality(context.language) ?? Necessity.unknown.rawValue),
      label: Text(nl: "sociaal netwerk", en: "social network"))
    return facts
  }

  /// Every domain, also those of which the source says nothing: they are `onbekend`.
  private func limitations() throws -> Table? {
    guard let known = group.limitations else { return nil }
    // Where the source names no domain at all, it leaves none of them open either.
    let undivided = "niet-ingedeeld"
    let isDivided = known.contains { $0.domain != undivided }
    var rows: [(domain: Text, item: TargetGroup.Limitation?)] = []
    for domain in try context.domains {
      let items = known.filter { $0.domain == domain.id }
      rows += items.map { (domain.label, $0) }
      if items.isEmpty, domain.id != undivided, isDivided { rows.append((domain.label, nil)) }
    }
    let unknown = Text(nl: Necessity.unknown.rawValue, en: "unknown (onbekend)")
    return Table(
      title: Text(nl: "Beperkingen", en: "Limitations"),
      columns: [
        .texts("domain", rows.map(\.domain), label: Text(nl: "domein", en: "domain"), in: context),
        .texts("degree", rows.map { $0.item?.degree }, label: Text(nl: "mate", en: "degree"), in: context),
        .texts(
          "limitation", rows.map { $0.item?.text ?? unknown }, label: Text(nl: "beperking", en: "limitation"),
          in: context),
        .placesInSource(rows.map { $0.item?.source }, in: context),
      ])
  }
}
