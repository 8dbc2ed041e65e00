import WorkbenchKit

/// What is said around estimates of target groups: the sentence, the cautions.
struct GroupReport {
  let run: GroupRun
  let origins: GroupOrigins

  /// "Berflo Es Noord: naar schatting 52 mensen in doelgroep 3 (31 tot 80), 8,0 % van 650", for a single figure.
  func sentence(beside table: GroupTable, _ labels: [String: Text]) -> Text? {
    guard run.rows.count == 1, let one = run.rows.first?.estimate, one.gap == nil, table.held.hidden.isEmpty else {
      return nil
    }
    let (estimate, low, high) = (
      Text.number(one.estimate, decimals: 0), Text.number(one.low, decimals: 0), Text.number(one.high, decimals: 0)
    )
    let people = Text.number(one.people, decimals: 0)
    let label = labels[one.group] ?? .verbatim(one.group)
    let share = Text.share(one.rate)
    return Text(
      nl:
        "\(one.area.name): naar schatting \(estimate.nl) mensen in doelgroep \(one.group), \(label.nl) (\(low.nl) tot \(high.nl)); \(share.nl) van \(people.nl)",
      en:
        "\(one.area.name): an estimated \(estimate.en) people in target group \(one.group), \(label.en) (\(low.en) to \(high.en)); \(share.en) of \(people.en)"
    )
  }

  func notices() -> [Block] {
    let kindsOfOutcome = Set(run.rows.filter { $0.estimate.gap == nil }.map(\.estimate.evidence))
    let kinds = Evidence.allCases.filter(kindsOfOutcome.contains).map(\.label)
    let kind = Text.joined(kinds, by: ", ")
    var caution = Text(
      nl: "Uitkomst: \(kind.nl). \(run.method.caution.nl)",
      en: "Outcome: \(kind.en). \(run.method.caution.en)")
    if kinds.isEmpty { caution = run.method.caution }
    if run.method != .composite {
      let certain = origins.cells.count { $0.shapes == nil }
      let interval =
        certain == 0
        ? Text(
          nl: " Laag-hoog is 95 % uit \(run.estimates.draws) trekkingen: onzekere kans en toeval.",
          en: " Low-high is 95% of \(run.estimates.draws) draws: an uncertain rate and chance.")
        : Text(
          nl:
            " Laag-hoog is 95 % uit \(run.estimates.draws) trekkingen; \(certain) van de \(origins.cells.count) kansen hebben geen marge, daar is alleen toeval.",
          en:
            " Low-high is 95% of \(run.estimates.draws) draws; \(certain) of the \(origins.cells.count) rates have no interval, there it is chance alone."
        )
      caution = caution + interval
    }
    let notes = OriginNotes(origins.whole)
    return [notes.caution(caution)] + notes.evidence + run.notices
      + OriginNotes.ways(origins.words) + gaps
  }

  /// Why rows have no estimate, reason by reason.
  private var gaps: [Block] {
    let missing = Dictionary(grouping: run.rows.filter { $0.estimate.gap != nil }, by: \.estimate.gap)
    return missing.sorted { $0.value.count > $1.value.count }.compactMap { gap, rows in
      guard let gap else { return nil }
      var seen: Set<String> = []
      let names = rows.map { "\($0.estimate.area.code) (\($0.estimate.group))" }.filter { seen.insert($0).inserted }
      let list = Text.list(names, atMost: 3)
      let text = gap.text
      return .notice(
        Notice(
          gap == .figure ? .info : .warning,
          Text(nl: "zonder schatting: \(list.nl): \(text.nl)", en: "without an estimate: \(list.en): \(text.en)")))
    }
  }
}
