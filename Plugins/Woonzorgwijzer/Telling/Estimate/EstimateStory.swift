import WorkbenchKit

/// What is said around a table of estimates: the one sentence, the cautions, the sources.
struct EstimateStory {
  let estimator: Estimator
  let records: [String: [ImportRecord]]
  let knowledge: Knowledge
  /// What was taken for granted.
  let assumptions: [Text]

  init(_ estimator: Estimator, records: [String: [ImportRecord]]) {
    self.estimator = estimator
    self.records = records
    knowledge = estimator.knowledge
    assumptions = Self.assumptions(estimator) + Self.crossed(estimator, records)
  }

  /// The files behind an estimator's figures.
  static func records(_ estimator: Estimator, _ context: Context) throws -> [String: [ImportRecord]] {
    var records: [String: [ImportRecord]] = [:]
    for origin in estimator.origins {
      let crossing = origin.crossing.map { [$0.bridge] } ?? []
      for name in [Holdings.areas(origin.areasYear), origin.health] + crossing where records[name] == nil {
        records[name] = try Holdings.records(of: name, in: context.workspace)
      }
    }
    return records
  }

  /// Which of the inputs are measured, modelled, assumed or illustrative.
  var evidence: InputEvidence {
    var evidence = evidence(ofRatesAlone: false)
    if !assumptions.isEmpty { evidence.add(Text(nl: "zie 'Aanname'", en: "see 'Assumption'"), .assumed) }
    return evidence
  }

  /// The same without what is assumed.
  ///
  /// - Parameter ofRatesAlone: whether the people do not enter either, as in a map of percentages.
  func evidence(ofRatesAlone: Bool) -> InputEvidence {
    var evidence = InputEvidence()
    for origin in estimator.origins {
      let areas = ofRatesAlone ? nil : record(Holdings.areas(origin.areasYear), origin.areasRecord)
      let health = record(origin.health, origin.healthRecord)
      for record in [areas, health, crossing(origin)] { if let record { evidence.add(record) } }
    }
    return evidence
  }

  /// The files and columns behind each origin, in words.
  var origins: [String] {
    estimator.origins.map { ([$0] + $0.less).map(words).joined(separator: " − ") }
  }

  private func words(_ origin: Estimator.Origin) -> String {
    let areas = record(Holdings.areas(origin.areasYear), origin.areasRecord)?.fileName ?? "?"
    let health = record(origin.health, origin.healthRecord)?.fileName ?? "?"
    let columns = origin.areasColumns.joined(separator: " + ")
    let over = crossing(origin).map { " → \($0.fileName)" } ?? ""
    return
      "\(areas) \(columns) (\(origin.areasYear)) × \(health) \(origin.healthColumn) (\(origin.healthYear))\(over)"
  }

  /// "Berflo Es Noord: 192 van de 650 65-plussers hebben moeite met bewegen (29,6 %; Hengelo 22,6 %)", for a single figure.
  func sentence(beside table: EstimateTable) -> Text? {
    guard estimator.estimates.count == 1, let one = estimator.estimates.first, table.held.hidden.isEmpty,
      !one.figures.estimate.isNaN, !one.figures.rate.isNaN
    else { return nil }
    let people = Shown.number(one.figures.population, decimals: 0)
    let number = Shown.number(one.figures.estimate, decimals: 0)
    let share = Shown.share(one.figures.rate)
    let stem = estimator.stems[one.stem]
    let who = estimator.ages[one.age].people
    let phrase = knowledge.indicators[stem]?.phrase ?? Text(nl: "vallen onder \(stem)", en: "come under \(stem)")
    let beside = comparison(one).map { Text(nl: "; \($0.name) \($0.share.nl)", en: "; \($0.name) \($0.share.en)") }
    let more = beside ?? .verbatim("")
    return Text(
      nl:
        "\(one.area.name): \(number.nl) van de \(people.nl) \(who.nl) \(phrase.nl) (\(share.nl)\(more.nl))",
      en: "\(one.area.name): \(number.en) of the \(people.en) \(who.en) \(phrase.en) (\(share.en)\(more.en))"
    )
  }

  /// The percentage of the area around: the municipality, of a municipality the country.
  private func comparison(_ one: Estimator.Estimate) -> (name: String, share: Text)? {
    guard let code = one.area.members.first else { return nil }
    let around = one.area.level == .gemeente ? "NL00" : AreaCode.municipality(of: code)
    guard let around, around != one.area.code,
      one.area.members.allSatisfy({ AreaCode.holds(around, $0) })
    else { return nil }
    for table in estimator.tables where table.age == estimator.ages[one.age].name {
      guard let row = table.rows[around], let percent = table.indicator(estimator.stems[one.stem])?.percentages[row],
        !percent.isNaN
      else { continue }
      let name = (around == "NL00" ? "Nederland" : table.municipalities[row]) ?? around
      return (name, Shown.share(DirectMethod.rate(percent: percent)))
    }
    return nil
  }

  /// What bridges take for granted.
  private static func crossed(_ estimator: Estimator, _ records: [String: [ImportRecord]]) -> [Text] {
    let files = Set(
      estimator.origins.compactMap { origin in
        origin.crossing.flatMap { crossing in
          records[crossing.bridge].flatMap { $0.indices.contains(crossing.record) ? $0[crossing.record].fileName : nil }
        }
      })
    return files.sorted().map(Bridge.assumption)
  }

  private static func assumptions(_ estimator: Estimator) -> [Text] {
    var texts: [Text] = []
    let pairs = Set(estimator.origins.map { [$0.healthYear, $0.areasYear] }).sorted { $0.lexicographicallyPrecedes($1) }
    for pair in pairs where pair[0] != pair[1] {
      texts.append(
        Text(
          nl: "het percentage van \(pair[0]) geldt in \(pair[1])",
          en: "the percentage of \(pair[0]) holds in \(pair[1])"))
    }
    texts += estimator.ages.compactMap(\.assumption)
    if let first = estimator.estimates.first(where: { $0.figures.covered < 1 && !$0.figures.estimate.isNaN }) {
      texts.append(
        Text(
          nl: "buurten zonder percentage hebben dat van de andere buurten van '\(first.area.name)'",
          en: "neighbourhoods without a percentage have that of the others in '\(first.area.name)'"))
    }
    return texts
  }

  /// The cautions under the table.
  func notices(_ held: Disclosure, _ counts: SmallCounts) -> [Block] {
    var blocks: [Block] = []
    var caution = Text(
      nl:
        "De percentages zijn modelschattingen; het bestand geeft er geen marge bij, daarom zijn 'laag' en 'hoog' leeg.",
      en: "The percentages are model estimates; the file gives no margin, so 'low' and 'high' are empty.")
    for assumption in assumptions {
      caution = caution + Text(nl: " Aanname: \(assumption.nl).", en: " Assumption: \(assumption.en).")
    }
    blocks.append(.notice(Notice(.caution, caution)))
    blocks += evidence.blocks
    // Of a few origins all are said; of many each row has its own in 'origin'.
    let shown = Set(estimator.estimates.compactMap(\.origin)).sorted().map { origins[$0] }
    let said = shown.count <= 2 ? shown : []
    blocks += said.map { .notice(Notice(.info, Text(nl: "herkomst: \($0)", en: "origin: \($0)"))) }
    blocks += missing
    blocks += carried
    blocks += counts.notice(held)
    return blocks
  }

  /// What stands in the areas of one year and was carried over to those of another.
  var carried: [Block] {
    let over = estimator.estimates.filter { $0.origin.map { estimator.origins[$0].crossing != nil } ?? false }
    let files = Set(over.compactMap { $0.origin.flatMap { crossing(estimator.origins[$0])?.fileName } })
    let codes = Set(over.map(\.area.code))
    return CarriedNotice.blocks(codes.count, files: files.sorted())
  }

  private var missing: [Block] {
    let unknown = estimator.estimates.filter { $0.figures.estimate.isNaN && $0.origin == nil && !$0.area.isOwn }
    let lacking = estimator.estimates.filter { $0.figures.estimate.isNaN && !($0.origin == nil && !$0.area.isOwn) }
    return BoundaryNotice.blocks(unknown.map(\.area), years: Set(estimator.tables.map(\.year))) + without(lacking)
  }

  private func without(_ lacking: [Estimator.Estimate]) -> [Block] {
    guard !lacking.isEmpty else { return [] }
    let number = Shown.count(lacking.count)
    var seen: Set<String> = []
    let list = Shown.list(lacking.map(\.area.code).filter { seen.insert($0).inserted }, atMost: 3)
    return [
      .notice(
        Notice(
          .info,
          Text(
            nl: lacking.count == 1
              ? "zonder schatting, omdat percentage of inwonertal ontbreekt: \(list.nl)"
              : "\(number.nl) zonder schatting, omdat percentage of inwonertal ontbreekt: \(list.nl)",
            en: lacking.count == 1
              ? "without an estimate, because the percentage or the population is missing: \(list.en)"
              : "\(number.en) without an estimate, because the percentage or the population is missing: \(list.en)")))
    ]
  }

  /// The publications behind the figures.
  var sources: [Source] {
    var found: [Source] = []
    for origin in estimator.origins {
      for (kind, table, index, year) in [
        ("cbs-kwb", Holdings.areas(origin.areasYear), origin.areasRecord, origin.areasYear),
        ("rivm-health", origin.health, origin.healthRecord, origin.healthYear),
      ] {
        let isInvented = record(table, index)?.isInvented ?? false
        let source = isInvented ? knowledge.source("demo", year: nil) : knowledge.source(kind, year: year)
        if let source, !found.contains(source) { found.append(source) }
      }
    }
    return found
  }

  /// Notes in the result what it came from.
  ///
  /// - Parameter column: the column of the result that holds the estimates.
  func note(in workspace: WorkspaceHandle, column: String = "estimate") {
    var used: [ImportRecord: [String]] = [:]
    for origin in estimator.origins {
      if let areas = record(Holdings.areas(origin.areasYear), origin.areasRecord) {
        used[areas, default: []] += origin.areasColumns
      }
      if let health = record(origin.health, origin.healthRecord) {
        used[health, default: []].append(origin.healthColumn)
      }
      if let over = crossing(origin) { used[over, default: []] += over.columns }
    }
    for (record, columns) in used.sorted(by: { ($0.key.file, $0.key.sha256) < ($1.key.file, $1.key.sha256) }) {
      var seen: Set<String> = []
      workspace.note(record.input(columns: columns.filter { seen.insert($0).inserted }))
    }
    for assumption in assumptions { workspace.note(assumption: assumption) }
    for source in sources { workspace.note(source) }
    for (origin, words) in zip(estimator.origins, origins) { workspace.note(derivation(origin, words, column)) }
  }

  private func derivation(_ origin: Estimator.Origin, _ words: String, _ column: String) -> Derivation {
    let areas = record(Holdings.areas(origin.areasYear), origin.areasRecord)
    let health = record(origin.health, origin.healthRecord)
    return Derivation(
      column: column, key: "area", variant: "origin", when: words,
      method: Text(nl: "direct: inwoners × percentage", en: "direct: people × percentage"),
      factors: [
        Derivation.Factor(
          column: "population", label: Text(nl: "inwoners", en: "people"), file: areas?.file ?? "?",
          fileColumns: origin.areasColumns, year: origin.areasYear, evidence: areas?.evidence,
          remark: Text(nl: "afgerond op vijftallen", en: "rounded to fives")),
        Derivation.Factor(
          column: "rate", label: Text(nl: "percentage", en: "percentage"), file: health?.file ?? "?",
          fileColumns: [origin.healthColumn], year: origin.healthYear, evidence: health?.evidence,
          remark: crossing(origin).map {
            Text(
              nl: "met \($0.fileName) overgezet van de gebieden van \(origin.healthYear)",
              en: "carried over with \($0.fileName) from the areas of \(origin.healthYear)")
          }),
      ])
  }

  private func crossing(_ origin: Estimator.Origin) -> ImportRecord? {
    origin.crossing.flatMap { record($0.bridge, $0.record) }
  }

  private func record(_ table: String, _ index: Int) -> ImportRecord? {
    records[table].flatMap { $0.indices.contains(index) ? $0[index] : nil }
  }
}
