import WorkbenchKit

/// What is said around estimates of target groups: the sentence, the cautions, where it all came from.
struct GroupStory {
  let run: GroupRun
  let knowledge: Knowledge
  /// The origin of each row.
  let origins: [String?]
  private let rates: [ImportRecord]
  private let records: [String: [ImportRecord]]
  private let used: [Origin: String]

  private struct Origin: Hashable {
    let group: String
    let year: Int
    let record: Int
    let ways: PeopleByAge.Ways
  }

  init(_ run: GroupRun, _ knowledge: Knowledge, _ workspace: WorkspaceHandle) throws {
    self.run = run
    self.knowledge = knowledge
    rates = try Holdings.records(of: Holdings.rates, in: workspace)
    var records: [String: [ImportRecord]] = [:]
    for name in workspace.names(.tables, prefix: Holdings.areasPrefix)
      + workspace.names(.tables, prefix: Holdings.populationPrefix) + [Holdings.margins, Holdings.counts]
    {
      records[name] = try Holdings.records(of: name, in: workspace)
    }
    self.records = records
    let sources = Dictionary(
      uniqueKeysWithValues: run.atlas.tables.map { ($0.year, $0.table.column("source")?.numbers ?? []) })
    var used: [Origin: String] = [:]
    var origins: [String?] = []
    origins.reserveCapacity(run.rows.count)
    for row in run.rows {
      guard row.estimate.gap == nil, let place = row.estimate.area.places.first else {
        origins.append(nil)
        continue
      }
      let record = sources[place.year].flatMap { $0.indices.contains(place.row) ? Int($0[place.row]) : nil } ?? 0
      let origin = Origin(group: row.estimate.group, year: place.year, record: record, ways: row.estimate.ways)
      if used[origin] == nil { used[origin] = Self.words(origin, run, rates, records) }
      origins.append(used[origin])
    }
    self.used = used
    self.origins = origins
  }

  private static func words(
    _ origin: Origin, _ run: GroupRun, _ rates: [ImportRecord], _ records: [String: [ImportRecord]]
  ) -> String {
    let cells = run.estimates.rates.cells[origin.group] ?? []
    let files = Set(cells.compactMap { rates.indices.contains($0.record) ? rates[$0.record].fileName : nil }).sorted()
    var people: [String] = []
    if origin.ways.contains(.keyFigures) {
      let all = records[Holdings.areas(origin.year)] ?? []
      people.append("\(all.indices.contains(origin.record) ? all[origin.record].fileName : "?") (\(origin.year))")
    }
    if !origin.ways.isDisjoint(with: [.fine, .asAround]) {
      people += records.filter { $0.key.hasPrefix(Holdings.populationPrefix) }.flatMap(\.value).map(\.fileName).sorted()
    }
    var parts = ["\(files.joined(separator: " + ")) (\(origin.group))", people.joined(separator: " + ")]
    let extra = run.method == .calibrated ? Holdings.margins : run.method == .composite ? Holdings.counts : nil
    if let extra { parts.append((records[extra] ?? []).map(\.fileName).joined(separator: " + ")) }
    return parts.filter { !$0.isEmpty }.joined(separator: " × ")
  }

  private var ways: PeopleByAge.Ways {
    run.rows.reduce(into: []) { if $1.estimate.gap == nil { $0.formUnion($1.estimate.ways) } }
  }

  private var cells: [RateCell] { run.groups.flatMap { run.estimates.rates.cells[$0] ?? [] } }

  private var assumptions: [Text] {
    var texts = ways.assumptions(run.estimates.people.splits)
    let uncited = cells.count { $0.cited == nil }
    if uncited > 0 {
      texts.append(
        Text(
          nl: "\(uncited) van de \(cells.count) kansen zijn zonder bron",
          en: "\(uncited) of the \(cells.count) rates have no source"))
    }
    return texts
  }

  /// "Berflo Es Noord: naar schatting 52 mensen in doelgroep 3 (31 tot 80), 8,0 % van 650", for a single figure.
  func sentence(beside table: GroupTable, _ labels: [String: Text]) -> Text? {
    guard run.rows.count == 1, let one = run.rows.first?.estimate, one.gap == nil, table.held.hidden.isEmpty else {
      return nil
    }
    let (estimate, low, high) = (
      Shown.number(one.estimate, decimals: 0), Shown.number(one.low, decimals: 0), Shown.number(one.high, decimals: 0)
    )
    let people = Shown.number(one.people, decimals: 0)
    let label = labels[one.group] ?? .verbatim(one.group)
    let share = Shown.share(one.rate)
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
    let kind = Shown.joined(kinds, by: ", ")
    var caution = Text(
      nl: "Uitkomst: \(kind.nl). \(run.method.caution.nl)",
      en: "Outcome: \(kind.en). \(run.method.caution.en)")
    if kinds.isEmpty { caution = run.method.caution }
    if run.method != .composite {
      let certain = cells.count { $0.shapes == nil }
      let interval =
        certain == 0
        ? Text(
          nl: " Laag-hoog is 95 % uit \(run.estimates.draws) trekkingen: onzekere kans en toeval.",
          en: " Low-high is 95% of \(run.estimates.draws) draws: an uncertain rate and chance.")
        : Text(
          nl:
            " Laag-hoog is 95 % uit \(run.estimates.draws) trekkingen; \(certain) van de \(cells.count) kansen hebben geen marge, daar is alleen toeval.",
          en:
            " Low-high is 95% of \(run.estimates.draws) draws; \(certain) of the \(cells.count) rates have no interval, there it is chance alone."
        )
      caution = caution + interval
    }
    for assumption in assumptions {
      caution = caution + Text(nl: " Aanname: \(assumption.nl).", en: " Assumption: \(assumption.en).")
    }
    var blocks: [Block] = [.notice(Notice(.caution, caution))]
    blocks += evidence.blocks + run.notices.map(Block.notice)
    let said = Set(used.values).sorted()
    if said.count <= 2 {
      blocks += said.map { .notice(Notice(.info, Text(nl: "herkomst: \($0)", en: "origin: \($0)"))) }
    }
    return blocks + gaps
  }

  /// Which of the inputs are measured, modelled, assumed or illustrative.
  private var evidence: InputEvidence {
    var evidence = InputEvidence()
    for record in inputs.map(\.record) where record.kind != .rates { evidence.add(record) }
    let uncited = cells.contains { $0.cited == nil }
    let cited = cells.contains { $0.cited != nil }
    let files = Set(cells.compactMap { rates.indices.contains($0.record) ? rates[$0.record].fileName : nil }).sorted()
    let listed = files.joined(separator: ", ")
    if cited { evidence.add(Text(nl: "kansen met bron (\(listed))", en: "rates with a source (\(listed))"), .modelled) }
    if uncited {
      evidence.add(Text(nl: "kansen zonder bron (\(listed))", en: "rates without a source (\(listed))"), .assumed)
    }
    if !assumptions.isEmpty { evidence.add(Text(nl: "zie 'Aanname'", en: "see 'Assumption'"), .assumed) }
    return evidence
  }

  /// The files that went in, each with its columns.
  private var inputs: [(record: ImportRecord, columns: [String])] {
    var found: [(record: ImportRecord, columns: [String])] = []
    for index in Set(cells.map(\.record)).sorted() where rates.indices.contains(index) {
      found.append((rates[index], rates[index].columns))
    }
    var seen: Set<[Int]> = []
    for origin in used.keys.sorted(by: { ($0.year, $0.record) < ($1.year, $1.record) }) {
      let all = records[Holdings.areas(origin.year)] ?? []
      if origin.ways.contains(.keyFigures), all.indices.contains(origin.record),
        seen.insert([origin.year, origin.record]).inserted
      {
        found.append((all[origin.record], run.estimates.people.columnNames(origin.year)))
      }
    }
    var extra: [ImportRecord] = []
    if !ways.isDisjoint(with: [.fine, .asAround]) {
      extra += records.filter { $0.key.hasPrefix(Holdings.populationPrefix) }.sorted { $0.key < $1.key }.flatMap(
        \.value)
    }
    if run.method == .calibrated { extra += records[Holdings.margins] ?? [] }
    if run.method == .composite { extra += records[Holdings.counts] ?? [] }
    return found + extra.map { ($0, $0.columns) }
  }

  /// Why rows have no estimate, reason by reason.
  private var gaps: [Block] {
    let missing = Dictionary(grouping: run.rows.filter { $0.estimate.gap != nil }, by: \.estimate.gap)
    return missing.sorted { $0.value.count > $1.value.count }.compactMap { gap, rows in
      guard let gap else { return nil }
      var seen: Set<String> = []
      let names = rows.map { "\($0.estimate.area.code) (\($0.estimate.group))" }.filter { seen.insert($0).inserted }
      let list = Shown.list(names, atMost: 3)
      let text = gap.text
      return .notice(
        Notice(
          gap == .figure ? .info : .warning,
          Text(nl: "zonder schatting: \(list.nl): \(text.nl)", en: "without an estimate: \(list.en): \(text.en)")))
    }
  }

  /// The publications behind the figures, the analyst's own among them.
  var sources: [Source] {
    var found: [Source] = []
    func add(_ source: Source?) { if let source, !found.contains(source) { found.append(source) } }
    for origin in used.keys.sorted(by: { ($0.year, $0.record) < ($1.year, $1.record) })
    where origin.ways.contains(.keyFigures) {
      let all = records[Holdings.areas(origin.year)] ?? []
      let isInvented = all.indices.contains(origin.record) && all[origin.record].isInvented
      add(isInvented ? knowledge.source("demo", year: nil) : knowledge.source("cbs-kwb", year: origin.year))
    }
    for cell in cells {
      guard let cited = cell.cited else { continue }
      let file = rates.indices.contains(cell.record) ? rates[cell.record].fileName : "?"
      add(Source(id: "rates", title: cited, publisher: file, date: ""))
    }
    for source in run.sources { add(source) }
    return found
  }

  /// Notes in the result what it came from.
  func note(in workspace: WorkspaceHandle) {
    for input in inputs { workspace.note(input.record.input(columns: input.columns)) }
    for assumption in assumptions { workspace.note(assumption: assumption) }
    for source in sources { workspace.note(source) }
    for (origin, words) in used.sorted(by: { $0.value < $1.value }) { workspace.note(derivation(origin, words)) }
  }

  private func derivation(_ origin: Origin, _ words: String) -> Derivation {
    let all = records[Holdings.areas(origin.year)] ?? []
    let areas = all.indices.contains(origin.record) ? all[origin.record] : nil
    let own = (run.estimates.rates.cells[origin.group] ?? []).first.flatMap {
      rates.indices.contains($0.record) ? rates[$0.record] : nil
    }
    return Derivation(
      column: "estimate", key: "area", variant: "origin", when: words,
      method: run.method.label,
      factors: [
        Derivation.Factor(
          column: "population", label: Text(nl: "inwoners", en: "people"), file: areas?.file ?? "?",
          fileColumns: run.estimates.people.columnNames(origin.year), year: origin.year, evidence: areas?.evidence,
          remark: Text(nl: "afgerond op vijftallen", en: "rounded to fives")),
        Derivation.Factor(
          column: "rate", label: Text(nl: "kans", en: "rate"), file: own?.file ?? "?", fileColumns: ["rate"],
          evidence: own?.evidence),
      ])
  }
}
