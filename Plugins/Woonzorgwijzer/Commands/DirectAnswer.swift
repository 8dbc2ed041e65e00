import Methods
import WorkbenchKit

/// The answer of `wzw estimate` by the direct method.
struct DirectAnswer {
  /// More rows than this are asked for by accident.
  private static let rowLimit = 200_000
  private static let middle = ["18-64", "18-65", "18–64"]

  let reference: Reference
  let call: Call
  let context: Context

  func output() throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let areas = try AreaParameters.areas(call, atlas)
    let search = try IndicatorSearch(context.workspace, knowledge)
    let chosen =
      call.has("indicator")
      ? try call.all("indicator").map { try search.stem($0.value.text ?? $0.value.plain, at: $0.place) } : search.stems
    let ages = try ages(search)
    var stems = chosen
    let kind = call.flag("together") ? try together(chosen, search, &stems) : nil
    let count = areas.count * stems.count * ages.estimated.count
    if count > Self.rowLimit { throw tooMany(areas.count, stems.count, call.place) }
    var estimator = Estimator(
      atlas: atlas, tables: search.tables, knowledge: knowledge, stems: stems, ages: ages.estimated)
    try estimator.estimate(areas, context: context)
    if ages.hasMiddle { estimator.addMiddleAges(keeping: ages.shown) }
    if estimator.estimates.isEmpty { throw notForAge(stems, ages.estimated, at: call.place(of: "indicator")) }
    return try output(estimator, chosen, kind, areas)
  }

  private func output(
    _ estimator: Estimator, _ chosen: [String], _ kind: KnownCombinations.Kind?, _ areas: [Area]
  ) throws -> Output {
    let counts = SmallCounts(context.workspace)
    let origins = try EstimateOrigins(estimator, in: context.workspace)
    let story = EstimateStory(estimator: estimator, origins: origins)
    context.workspace.note(origins.whole)
    var blocks: [Block] = []
    if let kind {
      let table = TogetherTable(
        estimator, stems: chosen, kind, origin: origins.words.joined(separator: " · "), small: counts)
      blocks.append(.table(table.table))
      blocks += table.notices.map(Block.notice) + story.notices(table.held, counts)
      try offer(table.table, estimator)
    } else {
      let ranking = try call.flag("rank") ? ranking(estimator) : nil
      let table = EstimateTable(
        estimator, origins: origins.words, small: counts, ranking: ranking, title: heading(estimator))
      if let sentence = story.sentence(beside: table) { blocks.append(.paragraph(sentence)) }
      blocks.append(.table(table.table))
      if let ranking { blocks.append(.notice(ranking.notice(measure, certainty: Self.certainty))) }
      blocks += story.notices(table.held, counts)
      try offer(table.table, estimator)
    }
    if call.flag("offer") { blocks.append(.notice(Offer.notice)) }
    blocks += Demo.notice(for: areas)
    blocks.append(OriginNotes(origins.whole).sources)
    return Output(blocks)
  }

  // MARK: Ages

  private func ages(_ search: IndicatorSearch) throws -> (estimated: [Knowledge.Age], shown: [String], hasMiddle: Bool)
  {
    let asked = call.all("age")
    guard !asked.isEmpty else { return (try search.ages(nil, at: nil), [], false) }
    var estimated: [Knowledge.Age] = []
    var shown: [String] = []
    var hasMiddle = false
    for word in asked {
      let text = word.value.text ?? word.value.plain
      let isMiddle = Self.middle.contains(text)
      hasMiddle = hasMiddle || isMiddle
      for part in isMiddle ? ["18+", "65+"] : [text] {
        for age in try search.ages(part, at: word.place) where !estimated.contains(where: { $0.name == age.name }) {
          estimated.append(age)
        }
      }
      shown.append(isMiddle ? Estimator.middleAges : search.knowledge.age(text)?.name ?? text)
    }
    return (estimated, shown, hasMiddle)
  }

  // MARK: Indicators together

  /// What is known of the indicators together; `stems` gets those that tell it.
  private func together(
    _ chosen: [String], _ search: IndicatorSearch, _ stems: inout [String]
  ) throws -> KnownCombinations.Kind {
    guard call.has("indicator"), (2...6).contains(Set(chosen).count), Set(chosen).count == chosen.count else {
      throw Diagnostic(
        "argument.missing",
        Text(
          nl: "--together vraagt twee tot zes verschillende indicatoren",
          en: "--together asks for two to six different indicators"),
        wayOut: Text(
          nl: "noem ze met --indicator, gescheiden door een komma",
          en: "name them with --indicator, with a comma between"),
        suggestion: "--indicator Eenzaam,BeperkingInBewegen", place: call.place(of: "together"))
    }
    var kind = KnownCombinations(try reference.library.file("combinations", context)).kind(chosen)
    let needed: String? =
      switch kind {
      case .given(let stem): stem
      case .unknown(let union): union
      case .within, .apart: String?.none
      }
    if let needed, !stems.contains(needed) {
      if search.stems.contains(needed) { stems.append(needed) } else { kind = .unknown(union: nil) }
    }
    return kind
  }

  // MARK: Ranks

  private var measure: Ranking.Measure { call.text("by").flatMap(Ranking.Measure.init) ?? .estimate }
  private var seed: UInt64 { call.integer("seed").map { UInt64($0) } ?? context.seed }

  private static let certainty = Text(
    nl:
      "Het percentage zelf geldt hier als zeker, want het bestand geeft geen marge: alleen het toeval van de telling telt mee, en de echte intervallen zijn breder.",
    en:
      "The percentage itself counts as certain here, because the file gives no margin: only chance in the count goes in, and the real intervals are wider."
  )

  private func ranking(_ estimator: Estimator) throws -> Ranking {
    let rows = estimator.estimates
    let draws = call.integer("draws") ?? GroupEstimates.usualDraws
    let seed = seed
    return try Ranking(
      values: rows.map {
        $0.figures.population > 0 ? (measure == .rate ? $0.figures.rate : $0.figures.estimate) : .nan
      },
      classes: EstimateTable.classes(estimator), draws: draws, context: context, at: call.place(of: "rank")
    ) { row in
      let one = rows[row]
      let people = one.figures.population
      let counts = SyntheticMethod.counts(
        expected: [Double](repeating: one.figures.estimate, count: draws), people: people, seed: seed,
        stream: SyntheticMethod.stream(
          "direct", estimator.stems[one.stem], estimator.ages[one.age].name, one.area.code))
      return measure == .rate ? counts.map { $0 / Float(people) } : counts
    }
  }

  // MARK: Offering

  private func offer(_ table: Table, _ estimator: Estimator) throws {
    guard call.flag("offer") else { return }
    let areas = Dictionary(
      estimator.estimates.map { ($0.area.code, $0.area) }, uniquingKeysWith: { first, _ in first })
    try Offer.put(table, areas: areas, in: context.workspace) { area in
      area.places.contains { Demo.isInvented($0.code) } ? .illustrative : .modelled
    }
  }

  // MARK: Words

  private func heading(_ estimator: Estimator) -> Text {
    let stems = estimator.stems
    let ages = estimator.ages.map(\.name).joined(separator: ", ")
    let what =
      stems.count == 1
      ? Text.verbatim(stems.first ?? "") : Text(nl: "\(stems.count) indicatoren", en: "\(stems.count) indicators")
    let rates = Set(estimator.origins.map(\.healthYear)).sorted().map(String.init).joined(separator: ", ")
    let people = Set(estimator.origins.map(\.areasYear)).sorted().map(String.init).joined(separator: ", ")
    let method =
      rates.isEmpty
      ? Text(nl: "methode direct", en: "method direct")
      : Text(
        nl: "methode: percentage \(rates) × inwoners \(people)", en: "method: percentage \(rates) × people \(people)")
    return Text(nl: "\(what.nl), \(ages) · \(method.nl)", en: "\(what.en), \(ages) · \(method.en)")
  }

  private func tooMany(_ areas: Int, _ indicators: Int, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "argument.missing",
      Text(
        nl: "\(indicators) indicatoren voor \(Shown.count(areas).nl) gebieden is te veel voor één tabel",
        en: "\(indicators) indicators for \(Shown.count(areas).en) areas are too many for one table"),
      wayOut: Text(
        nl: "noem een indicator met --indicator, of een gebied met --in",
        en: "name an indicator with --indicator, or an area with --in"),
      suggestion: "--indicator", place: place)
  }

  private func notForAge(_ stems: [String], _ ages: [Knowledge.Age], at place: Place?) -> Diagnostic {
    let age = ages.map(\.name).joined(separator: ", ")
    return Diagnostic(
      "indicator.unknown",
      Text(
        nl: "'\(stems.joined(separator: ", "))' is niet ingelezen voor \(age)",
        en: "'\(stems.joined(separator: ", "))' is not imported for \(age)"),
      wayOut: Text(nl: "'wzw indicators' noemt wat er is", en: "'wzw indicators' lists what there is"), place: place)
  }
}
