import WorkbenchKit

/// The sheet of one target group: who they are, what they cannot do, who is around them, what they need.
struct GroupSheet {
  let group: TargetGroup
  let library: Library
  let context: Context

  func output() throws -> Output {
    var citations = [group.source]
    var blocks: [Block] = [.heading(Heading(group.label, level: 2)), .facts(try facts())]
    let lists: [(Text, String, [Statement])] = [
      (Text(nl: "Kenmerken", en: "Traits"), "trait", group.traits),
      (Text(nl: "Sociaal netwerk", en: "Social network"), "network", group.network?.items ?? []),
      (Text(nl: "Wat helpt", en: "What helps"), "helps", group.helps),
    ]
    if let limitations = try limitations() { blocks.append(.table(limitations)) }
    for (title, name, items) in lists where !items.isEmpty {
      blocks.append(LibraryColumns.statements(title, name, items, context))
      citations += items.map(\.source)
    }
    citations += (group.limitations ?? []).map(\.source)
    if group.limitations == nil {
      blocks.append(
        .notice(
          Notice(
            .caution,
            Text(
              nl: "de bron beschrijft deze groep niet: beperkingen en netwerk zijn onbekend",
              en: "the source does not describe this group: limitations and network are unknown (onbekend)"))))
    }
    let needs = try GroupNeeds(group: group, library: library, context: context)
    let main = blocks.count
    blocks.append(.table(needs.table()))
    blocks += LibraryColumns.legend(needs.used, try library.grades(context), context)
    blocks += needs.notices
    blocks.append(try library.sources(citations + needs.citations, context))
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
    let domains = try library.file("groups", context)["domains"]?.array ?? []
    // Where the source names no domain at all, it leaves none of them open either.
    let undivided = "niet-ingedeeld"
    let isDivided = known.contains { $0.domain != undivided }
    var rows: [(domain: Text, item: TargetGroup.Limitation?)] = []
    for domain in domains {
      guard let id = domain["id"]?.string, let label = domain["label"].flatMap(Text.init(json:)) else { continue }
      let items = known.filter { $0.domain == id }
      rows += items.map { (label, $0) }
      if items.isEmpty, id != undivided, isDivided { rows.append((label, nil)) }
    }
    let unknown = Text(nl: Necessity.unknown.rawValue, en: "unknown (onbekend)")
    return Table(
      title: Text(nl: "Beperkingen", en: "Limitations"),
      columns: [
        LibraryColumns.text("domain", rows.map(\.domain), Text(nl: "domein", en: "domain"), context),
        LibraryColumns.text("degree", rows.map { $0.item?.degree }, Text(nl: "mate", en: "degree"), context),
        LibraryColumns.text(
          "limitation", rows.map { $0.item?.text ?? unknown }, Text(nl: "beperking", en: "limitation"), context),
        LibraryColumns.place(rows.map { $0.item?.source }, context),
      ])
  }
}
