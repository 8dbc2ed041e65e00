import WorkbenchKit

/// The comparison of a target group as it is shown: the sentence, the table, what makes the difference.
struct GroupBenchmarkReport {
  private let found: GroupBenchmark
  private let origins: GroupOrigins
  private let counts: SmallCounts
  private let held: Disclosure
  private let context: Context

  init(_ found: GroupBenchmark, _ context: Context) throws {
    self.found = found
    self.context = context
    origins = try GroupOrigins(found.run, context.codebook, in: context.workspace)
    counts = SmallCounts(context.workspace)
    let estimates = found.run.rows.map(\.estimate)
    held = AreaDisclosure.rows(
      estimates.map(\.area), [estimates.map(\.estimate), estimates.map(\.people)], found.run.atlas, counts)
  }

  var blocks: [Block] {
    get throws {
      if let starting = origins.starting { context.workspace.note(assumption: starting) }
      context.workspace.note(origins.whole)
      var blocks: [Block] = sentence.map { [.paragraph($0)] } ?? []
      blocks.append(.table(table))
      if let peers = found.comparators.search {
        blocks.append(.table(peers.table(found.area)))
        blocks += peers.notices
      }
      if let cause { blocks.append(cause) }
      // The table has no bounds to speak of.
      blocks += GroupReport(run: found.run, origins: origins).notices(withBounds: false) + counts.notice(held)
      blocks += Demo.notice(for: found.run.areas)
      return blocks + [OriginNotes(origins.whole).sources]
    }
  }

  private var others: Text { found.comparators.inWords }

  /// "Berflo Es Noord: naar schatting 51 mensen met dementie; met het aandeel van Hengelo zouden dat er 44 zijn."
  private var sentence: Text? {
    guard let own = found.own, own.gap == nil, !found.share.isNaN, held.hidden.isEmpty else { return nil }
    let expected = found.expected(own)
    guard expected > 0 else { return nil }
    let (now, other) = (Text.number(own.estimate, decimals: 0), Text.number(expected, decimals: 0))
    let ratio = Text.number(own.estimate / expected, decimals: 2)
    let people = found.group.people
    return Text(
      nl:
        "\(found.area.name): naar schatting \(now.nl) \(people.nl); met het aandeel van \(others.nl) zouden dat er \(other.nl) zijn, dus \(ratio.nl) keer zoveel.",
      en:
        "\(found.area.name): an estimated \(now.en) \(people.en); with the share of \(others.en) it would be \(other.en), so \(ratio.en) times as many."
    )
  }

  /// Where the difference can come from at all.
  private var cause: Block? {
    let rows = found.run.rows.map(\.estimate).filter { $0.gap == nil }
    guard rows.count > 1, !found.share.isNaN else { return nil }
    if rows.contains(where: \.usesPercentage) {
      return .caution(
        nl:
          "Het verschil komt van de leeftijd van de inwoners en van de percentages van RIVM, die modelschattingen zijn; geteld is er niets.",
        en:
          "The difference comes from the age of the people and from the percentages of RIVM, which are model estimates; nothing was counted."
      )
    }
    return .caution(
      nl:
        "Het verschil komt alleen van de leeftijd van de inwoners: de kansen zijn overal dezelfde. Geteld is er niets.",
      en:
        "The difference comes from the age of the people alone: the rates are the same everywhere. Nothing was counted."
    )
  }

  private var table: Table {
    let estimates = found.run.rows.map(\.estimate)
    let persons = { (name: String, values: [Double], label: Text) in
      counts.column(name, values, label: label, held: held)
    }
    let expected = estimates.map(found.expected)
    let title = found.group.people.capitalised
    return Table(
      title: Text(nl: "\(title.nl) tegenover \(others.nl)", en: "\(title.en) against \(others.en)"),
      columns: [
        .texts("area", estimates.map(\.area.code), label: Text(nl: "gebied", en: "area")).asDetail(),
        .texts("name", estimates.map(\.area.name), label: Text(nl: "naam", en: "name")),
        persons("population", estimates.map(\.people), found.group.base),
        counts.column(
          "rate", estimates.map(\.rate), label: .verbatim("%"), held: held, as: .rates, unit: .share,
          format: .share(1)),
        persons("observed", estimates.map(\.estimate), Text(nl: "schatting", en: "estimate")),
        persons("expected", expected, Text(nl: "verwacht", en: "expected")),
        counts.column(
          "ratio", zip(estimates, expected).map { $1 > 0 ? $0.estimate / $1 : .nan },
          label: Text(nl: "keer zoveel", en: "times as many"), held: held, as: .rates, unit: nil,
          format: .decimals(2)),
        .texts("origin", origins.rows, label: Text(nl: "herkomst", en: "origin")).asDetail(),
      ])
  }
}
