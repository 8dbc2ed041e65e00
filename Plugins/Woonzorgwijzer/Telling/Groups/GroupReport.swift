import WorkbenchKit

/// What is said around estimates of target groups: the sentence, the cautions.
struct GroupReport {
  let run: GroupRun
  let origins: GroupOrigins

  /// "Berflo Es Noord: naar schatting 52 mensen in doelgroep 3 (31 tot 80), 8,0 % van 650", for a single figure.
  func sentence(beside table: GroupTable, _ known: [CountedGroup]) -> Text? {
    guard run.rows.count == 1, let one = run.rows.first?.estimate, one.gap == nil, table.held.hidden.isEmpty else {
      return nil
    }
    let (estimate, low, high) = (
      Text.number(one.estimate, decimals: 0), Text.number(one.low, decimals: 0), Text.number(one.high, decimals: 0)
    )
    let people = Text.number(one.people, decimals: 0)
    let group = known.first { $0.id == one.group }
    let label = group?.label ?? .verbatim(one.group)
    let share = Text.share(one.rate)
    if let group, group.starting != nil {
      let of = group.base
      return Text(
        nl:
          "\(one.area.name): naar schatting \(estimate.nl) \(label.nl) (\(low.nl) tot \(high.nl)); \(share.nl) van de \(people.nl) \(of.nl)",
        en:
          "\(one.area.name): an estimated \(estimate.en) \(label.en) (\(low.en) to \(high.en)); \(share.en) of \(people.en) \(of.en)"
      )
    }
    return Text(
      nl:
        "\(one.area.name): naar schatting \(estimate.nl) mensen in doelgroep \(one.group), \(label.nl) (\(low.nl) tot \(high.nl)); \(share.nl) van \(people.nl)",
      en:
        "\(one.area.name): an estimated \(estimate.en) people in target group \(one.group), \(label.en) (\(low.en) to \(high.en)); \(share.en) of \(people.en)"
    )
  }

  /// - Parameter withBounds: whether low and high show, so that what they are made of has to be known.
  func notices(withBounds: Bool = true) -> [Block] {
    let kindsOfOutcome = Set(run.rows.filter { $0.estimate.gap == nil }.map(\.estimate.evidence))
    let kinds = Evidence.allCases.filter(kindsOfOutcome.contains).map(\.label)
    let kind = Text.joined(kinds, by: ", ")
    var caution = Text(
      nl: "Uitkomst: \(kind.nl). \(run.method.caution.nl)",
      en: "Outcome: \(kind.en). \(run.method.caution.en)")
    if kinds.isEmpty { caution = run.method.caution }
    if run.method == .synthetic, run.rows.contains(where: \.estimate.usesPercentage) {
      let isOwn = !run.rows.contains(where: \.estimate.usesStart)
      caution = Text(nl: "Uitkomst: \(kind.nl). ", en: "Outcome: \(kind.en). ") + Self.caution(isOwn: isOwn)
    }
    if withBounds, run.method != .composite { caution = caution + drawn }
    let notes = OriginNotes(origins.whole)
    let start = origins.starting.map { [Block.caution(nl: "\($0.nl).", en: "\($0.en).")] } ?? []
    return start + [notes.caution(caution)] + percentages + notes.evidence + run.notices
      + OriginNotes.ways(origins.words) + (withBounds ? widened : []) + gaps
  }

  /// What cannot be seen where percentages of RIVM went before national rates, in all rows or in some.
  private static func caution(isOwn: Bool) -> Text {
    isOwn
      ? Text(
        nl: "Het percentage is dat van RIVM voor het gebied zelf, een modelschatting zonder marge.",
        en: "The percentage is that of RIVM for the area itself, a model's estimate without a margin.")
      : Text(
        nl: "Waar RIVM geen percentage geeft, geldt het landelijke: daar maakt alleen leeftijd verschil.",
        en: "Where RIVM gives no percentage the national one holds: there age alone makes a difference.")
  }

  /// That what RIVM publishes of an area itself went before a national rate.
  private var percentages: [Block] {
    let found = run.rows.count { $0.estimate.usesPercentage }
    if found == 0 { return [] }
    if found == run.rows.count {
      return [
        .info(
          nl: "gerekend met het percentage dat RIVM van het gebied zelf geeft, niet met het landelijke",
          en: "worked out with the percentage that RIVM gives of the area itself, not with the national one")
      ]
    }
    let count = Text.count(found)
    return [
      .info(
        nl:
          "bij \(count.nl) van de \(Text.count(run.rows.count).nl) regels telt het percentage dat RIVM van het gebied zelf geeft",
        en:
          "in \(count.en) of the \(Text.count(run.rows.count).en) rows the percentage counts that RIVM gives of the area itself"
      )
    ]
  }

  /// What the range is made of, and how sure its ends are.
  private var drawn: Text {
    let certain = origins.cells.count { $0.uncertain == nil }
    let isChance = run.rows.allSatisfy { $0.estimate.usesPercentage && !$0.estimate.usesStart }
    let made = DrawnWords.draws(run.estimates.draws, seed: run.estimates.seed)
    let what =
      isChance
      ? Text(nl: "alleen toeval", en: "chance alone")
      : certain == 0
        ? Text(nl: "onzekere kans en toeval", en: "an uncertain rate and chance")
        : .plural(
          certain,
          Text(
            nl: "1 van de \(origins.cells.count) kansen heeft geen marge, daar is alleen toeval",
            en: "1 of the \(origins.cells.count) rates has no interval, there it is chance alone"),
          Text(
            nl: "\(certain) van de \(origins.cells.count) kansen hebben geen marge, daar is alleen toeval",
            en: "\(certain) of the \(origins.cells.count) rates have no interval, there it is chance alone"))
    let errors = run.rows.flatMap { [$0.estimate.lowError, $0.estimate.highError] }.filter { !$0.isNaN }
    return Text(
      nl: " Laag-hoog is 95 % uit \(made.nl): \(what.nl)\(DrawnWords.error(errors.max()).nl).",
      en: " Low-high is 95% of \(made.en): \(what.en)\(DrawnWords.error(errors.max()).en).")
  }

  private var widened: [Block] {
    let rows = run.rows.filter { $0.estimate.gap == nil && $0.estimate.isWidened }
    if rows.isEmpty { return [] }
    let list = Text.list(rows.map(\.estimate.area.code), atMost: 3)
    return [
      .caution(
        nl:
          "de kansen liggen aan een kant van hun gepubliceerde marge: wat getrokken is ligt bijna geheel daarboven of daaronder, en laag-hoog is tot de schatting verruimd (\(list.nl))",
        en:
          "the rates lie at one end of their published range: what was drawn lies nearly all above or below, and low-high was widened to the estimate (\(list.en))"
      )
    ]
  }

  /// Why rows have no estimate, reason by reason.
  private var gaps: [Block] {
    let missing = Dictionary(grouping: run.rows.filter { $0.estimate.gap != nil }, by: \.estimate.gap)
    return missing.sorted { $0.value.count > $1.value.count }.compactMap { gap, rows in
      guard let gap else { return nil }
      var seen: Set<String> = []
      let names = rows.map { "\($0.estimate.area.code) (\($0.estimate.group))" }.filter { seen.insert($0).inserted }
      let list = Text.list(names, atMost: 3)
      let text = gap.text()
      return .notice(
        Notice(
          gap == .figure ? .info : .warning,
          Text(nl: "zonder schatting: \(list.nl): \(text.nl)", en: "without an estimate: \(list.en): \(text.en)")))
    }
  }
}
