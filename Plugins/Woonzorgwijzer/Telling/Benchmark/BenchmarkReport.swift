import WorkbenchKit

/// A benchmark as it is shown: the sentence, the figures, the table, the picture.
struct BenchmarkReport {
  let benchmark: Benchmark
  let area: Area
  let comparators: Comparators
  let held: Disclosure
  let counts: SmallCounts
  /// The areas that neither the table nor the picture tells of.
  let hidden: Set<String>
  private let rows: [Area]

  let context: Context

  init(_ found: AreaBenchmark, _ atlas: Atlas, _ context: Context) {
    benchmark = found.benchmark
    area = found.area
    comparators = found.comparators
    counts = SmallCounts(context.workspace)
    self.context = context
    rows = [area] + comparators.areas.filter { $0.code != found.area.code }
    var seen = Set(rows.map(\.code))
    // What the picture shows tells as much as what the table does.
    let drawn = rows + comparators.siblings.filter { seen.insert($0.code).inserted }
    let all = drawn.map(benchmark.count)
    let held = AreaDisclosure.rows(drawn, [all.map(\.observed), all.map(\.people)], atlas, counts)
    self.held = held.only(Set(rows.indices))
    hidden = Set(held.hidden.map { drawn[$0].code })
  }

  /// - Parameter hasPicture: whether the funnel shows.
  func told(hasPicture: Bool = true) throws -> Told {
    let origins = try EstimateOrigins(benchmark.estimator, column: "observed", in: context.workspace)
    var whole = origins.whole
    for method in ["breslow-day-1987", "spiegelhalter-2005"] {
      if let source = benchmark.estimator.codebook.source(method, year: nil) { whole.add(source) }
    }
    context.workspace.note(whole)
    let notes = OriginNotes(whole)
    let ways = rows.map { benchmark.estimate($0)?.origin.map { origins.words[$0] } }
    var told = Told(sources: whole.sources)
    told.answer = answer
    if let sentence { told.shown.append(.paragraph(sentence)) }
    told.shown += [.facts(facts), .table(table(origins: ways))]
    if hasPicture, let chart { told.shown.append(.chart(chart)) }
    if let peers = comparators.search {
      told.shown.append(.table(peers.table(area)))
      told.say(peers.notices)
    }
    let report = EstimateReport(estimator: benchmark.estimator, origins: origins)
    told.say(report.otherYears + report.carried)
    told.say(
      notices(notes) + counts.notice(held) + notes.evidence + Demo.notice(for: [area] + comparators.areas))
    var seen: Set<String> = []
    told.origins = ways.compactMap { $0 }.filter { seen.insert($0).inserted }
    return told
  }

  /// What the figures are, where they are one's own: then a share gives its count away.
  var figure: OwnFigure? { benchmark.estimator.stems.first.flatMap(benchmark.estimator.search.own) }
  var own: ExpectedCount { benchmark.count(area) }
  private var isHeld: Bool { held.hidden.contains(0) }

  /// What is compared with, in words.
  var others: Text { comparators.inWords }

  private var subject: Text {
    let stem = benchmark.estimator.stems.first ?? ""
    return benchmark.estimator.codebook.indicators[stem]?.phrase
      ?? Text(nl: "vallen onder \(stem)", en: "come under \(stem)")
  }

  /// "Berflo Es Noord: 384 van de 650 65-plussers zijn eenzaam; met het percentage van Hengelo zouden dat er 347 zijn…"
  private var sentence: Text? {
    guard !isHeld, !own.observed.isNaN, own.expected > 0 else { return nil }
    let number = { (value: Double) in Text.number(value, decimals: 0) }
    let who = benchmark.bands.whole.people
    return Text(
      nl:
        "\(area.name): \(number(own.observed).nl) van de \(number(own.people).nl) \(who.nl) \(subject.nl); met het percentage van \(others.nl) zouden dat er \(number(own.expected).nl) zijn. \(own.verdict.nl)",
      en:
        "\(area.name): \(number(own.observed).en) of the \(number(own.people).en) \(who.en) \(subject.en); at the rate of \(others.en) it would be \(number(own.expected).en). \(own.verdict.en)"
    )
  }

  /// "145 van de 680 65-plussers hebben moeite met bewegen (21,3 %; Wilgendal 19,3 %)"
  private var answer: Text? {
    guard !isHeld, !own.observed.isNaN, own.expected > 0 else { return nil }
    let (observed, people) = (Text.number(own.observed, decimals: 0), Text.number(own.people, decimals: 0))
    let who = benchmark.bands.whole.people
    let (share, beside) = (Text.share(own.rate), Text.share(own.expectedRate))
    return Text(
      nl:
        "\(observed.nl) van de \(people.nl) \(who.nl) \(subject.nl) (\(share.nl); \(others.nl) \(beside.nl))",
      en:
        "\(observed.en) of the \(people.en) \(who.en) \(subject.en) (\(share.en); \(others.en) \(beside.en))")
  }

  /// Observed and expected in persons, the funnel limits as shares of one.
  private var facts: Facts {
    var facts = Facts(isDetail: sentence != nil)
    let limits = own.funnel
    let value = { (number: Double, unit: Unit?) in
      number.isNaN ? Value.missing : Value.number(number, unit: unit)
    }
    let persons = { (number: Double) -> Value in
      counts.mark(of: number, isHeld: isHeld).map(Value.text) ?? value(number, .persons)
    }
    facts.add(
      "observed", persons(own.observed), label: Text(nl: "waargenomen", en: "observed"), format: .decimals(1))
    facts.add("expected", persons(own.expected), label: Text(nl: "verwacht", en: "expected"), format: .decimals(1))
    let ratio = isHeld && figure != nil && !own.ratio.isNaN ? Value.text(SmallCounts.complement) : value(own.ratio, nil)
    facts.add("ratio", ratio, label: Text(nl: "verhouding", en: "ratio"), format: .decimals(3))
    let shares: [(String, Double, Text)] = [
      ("funnel_low", limits.low, Text(nl: "ondergrens", en: "lower limit")),
      ("funnel_high", limits.high, Text(nl: "bovengrens", en: "upper limit")),
      ("observed_rate", own.rate, Text(nl: "aandeel", en: "share")),
      ("expected_rate", own.expectedRate, Text(nl: "verwacht aandeel", en: "expected share")),
    ]
    for (name, number, label) in shares {
      // The limits with the share between them give how many people there are.
      let isTelling = isHeld && (name.hasPrefix("funnel") || figure != nil) && !number.isNaN
      let shown = isTelling ? Value.text(SmallCounts.complement) : value(number, .share)
      facts.add(name, shown, label: label, format: .share(1))
    }
    facts.add(
      "position", own.position.map(Value.text) ?? .missing, label: Text(nl: "ligt", en: "lies"),
      shown: own.position.flatMap { Self.positions[$0] })
    return facts
  }

  /// Where the observed lies between the limits.
  private static let positions: [String: Text] = [
    "above": Text(nl: "erboven", en: "above"), "within": Text(nl: "erbinnen", en: "within"),
    "below": Text(nl: "eronder", en: "below"),
  ]

  private func table(origins: [String?]) -> Table {
    let all = rows.map(benchmark.count)
    let persons = { (name: String, values: [Double], label: Text) in
      counts.column(name, values, label: label, held: held)
    }
    let share = { (name: String, values: [Double], label: Text) in
      counts.column(
        name, values, label: label, held: figure == nil ? .nothing : held, as: .rates, unit: .share, format: .share(1))
    }
    let limit = { (name: String, values: [Double], label: Text) in
      counts.column(name, values, label: label, held: held, as: .rates, unit: .share, format: .share(1))
    }
    let places = all.map { $0.position.flatMap { Self.positions[$0] } }
    return Table(
      title: Text(
        nl: "\(benchmark.estimator.stems.first ?? ""), \(benchmark.bands.whole.short.nl), tegenover \(others.nl)",
        en: "\(benchmark.estimator.stems.first ?? ""), \(benchmark.bands.whole.short.en), against \(others.en)"),
      columns: [
        .texts("area", rows.map(\.code), label: Text(nl: "gebied", en: "area")).asDetail(),
        .texts("name", rows.map(\.name), label: Text(nl: "naam", en: "name")),
        persons("population", all.map(\.people), benchmark.bands.whole.short),
        share("rate", all.map(\.rate), .verbatim("%")),
        persons("observed", all.map(\.observed), Text(nl: "is", en: "is")),
        persons("expected", all.map(\.expected), Text(nl: "verwacht", en: "expected")),
        counts.column(
          "ratio", all.map(\.ratio), label: .verbatim("O/E"), held: figure == nil ? .nothing : held, as: .rates,
          unit: nil, format: .decimals(2)),
        limit("funnel_low", all.map(\.funnel.low), Text(nl: "van %", en: "from %")),
        limit("funnel_high", all.map(\.funnel.high), Text(nl: "tot %", en: "to %")),
        share("expected_rate", all.map(\.expectedRate), Text(nl: "verwacht %", en: "expected %")).asDetail(),
        .texts("position", all.map(\.position)).asDetail(),
        .texts("origin", origins, label: Text(nl: "herkomst", en: "origin")).asDetail(),
        .texts("lies", places, label: Text(nl: "ligt", en: "lies"), in: context),
      ] + (figure == nil ? [] : counted))
  }

  /// Of which figure of one's own and which people the counts are, as 'wzw estimate' says it: what a session shows of
  /// them is looked at together.
  private var counted: [Column] {
    [
      .texts("indicator", rows.map { _ in benchmark.estimator.stems.first }).asDetail(),
      .texts("age", rows.map { _ in benchmark.bands.whole.name }).asDetail(),
      .texts("method", rows.map { _ in "count" }).asDetail(),
    ] + Column.nesting(of: rows)
  }
}
