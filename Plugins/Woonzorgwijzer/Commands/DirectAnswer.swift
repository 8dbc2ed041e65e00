import Methods
import WorkbenchKit

/// The answer of `wzw estimate` by the direct method.
struct DirectAnswer {
  let request: EstimateRequest
  let search: IndicatorSearch
  /// The stems of the indicators.
  let chosen: [String]
  let ages: AskedAges
  /// What is known of the indicators together, where that is asked for.
  let together: Together?
  /// Where the indicators were named.
  let place: Place?
  let context: Context

  func output() throws -> Output {
    let stems = chosen + (together?.more ?? [])
    let asked = try ages.estimated(of: stems)
    let count = request.areas.count * stems.count * asked.count
    if count > EstimateRequest.rowLimit {
      throw EstimateRequest.tooMany(
        request.areas.count, Text(nl: "\(stems.count) indicatoren", en: "\(stems.count) indicators"),
        naming: Text(nl: "indicator", en: "an indicator"), "indicator")
    }
    var estimator = Estimator(search, in: request.atlas, stems: stems, ages: asked)
    try estimator.estimate(request.areas, context: context)
    if ages.hasMiddle { estimator.addMiddleAges(keeping: ages.shown) }
    if estimator.estimates.isEmpty { throw notForAge(stems, asked) }
    return try output(estimator)
  }

  private func output(_ estimator: Estimator) throws -> Output {
    let counts = SmallCounts(context.workspace)
    let origins = try EstimateOrigins(estimator, in: context.workspace)
    let margins = together == nil ? EditionMargins(estimator) : nil
    let report = EstimateReport(estimator: estimator, origins: origins, margins: margins)
    context.workspace.note(origins.whole)
    var blocks: [Block] = []
    if let kind = together?.kind {
      let table = TogetherTable(
        estimator, stems: chosen, kind, origin: origins.words.joined(separator: " · "), small: counts)
      blocks.append(.table(table.table))
      blocks += table.notices + report.notices(table.held, counts)
      try offer(table.table, estimator)
    } else {
      let ranking = try request.rankedBy.map { try self.ranking(estimator, by: $0) }
      let table = EstimateTable(
        estimator, origins: origins.words, small: counts, ranking: ranking, margins: margins,
        title: heading(estimator))
      if let sentence = report.sentence(beside: table) { blocks.append(.paragraph(sentence)) }
      blocks.append(.table(table.table))
      if let ranking, let measure = request.rankedBy {
        blocks.append(
          ranking.notice(
            measure, seed: request.seed ?? context.seed,
            certainty: estimator.ownStems.count == estimator.stems.count ? OwnNotice.certainty : Self.certainty))
      }
      blocks += Contradictions(estimator, try KnownCombinations(context)).notices(estimator.codebook)
      blocks += report.notices(table.held, counts)
      try offer(table.table, estimator)
    }
    if request.isOffered { blocks.append(Offer.notice) }
    blocks += Demo.notice(for: request.areas)
    blocks.append(OriginNotes(origins.whole).sources)
    return Output(blocks)
  }

  // MARK: Ranks

  private static let certainty = Text(
    nl:
      "Het percentage zelf geldt hier als zeker, want het bestand geeft geen marge: alleen het toeval van de telling telt mee, en de echte intervallen zijn breder.",
    en:
      "The percentage itself counts as certain here, because the file gives no margin: only chance in the count goes in, and the real intervals are wider."
  )

  private func ranking(_ estimator: Estimator, by measure: Ranking.Measure) throws -> Ranking {
    let rows = estimator.estimates
    let draws = request.draws
    let seed = request.seed ?? context.seed
    return try Ranking(
      values: rows.map {
        $0.figures.population > 0 ? (measure == .rate ? $0.figures.rate : $0.figures.estimate) : .nan
      },
      classes: EstimateTable.classes(estimator), draws: draws, context: context, at: request.rankPlace
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
    guard request.isOffered else { return }
    let areas = Dictionary(
      estimator.estimates.map { ($0.area.code, $0.area) }, uniquingKeysWith: { first, _ in first })
    try Offer.put(table, areas: areas, in: context.workspace) { area in
      area.places.contains { Demo.isInvented($0.code) } ? .illustrative : .modelled
    }
  }

  // MARK: Words

  private func heading(_ estimator: Estimator) -> Text {
    let stems = estimator.stems
    let ages = Text.joined(estimator.ages.map(\.short))
    let what =
      stems.count == 1
      ? Text.verbatim(stems.first ?? "") : Text(nl: "\(stems.count) indicatoren", en: "\(stems.count) indicators")
    let rates = Set(estimator.origins.map(\.healthYear)).sorted().map(String.init).joined(separator: ", ")
    let people = Set(estimator.origins.map(\.areasYear)).sorted().map(String.init).joined(separator: ", ")
    let isCounted = !estimator.origins.isEmpty && estimator.origins.allSatisfy(\.isCount)
    let method =
      rates.isEmpty
      ? Text(nl: "methode direct", en: "method direct")
      : isCounted
        ? Text(nl: "eigen telling \(rates), inwoners \(people)", en: "own count \(rates), people \(people)")
        : Text(
          nl: "methode: percentage \(rates) × inwoners \(people)", en: "method: percentage \(rates) × people \(people)")
    return Text(nl: "\(what.nl), \(ages.nl) · \(method.nl)", en: "\(what.en), \(ages.en) · \(method.en)")
  }

  private func notForAge(_ stems: [String], _ ages: [Codebook.Age]) -> Diagnostic {
    let age = ages.map(\.name).joined(separator: ", ")
    return Diagnostic(
      "indicator.unknown",
      Text(
        nl: "'\(stems.joined(separator: ", "))' is niet ingelezen voor \(age)",
        en: "'\(stems.joined(separator: ", "))' is not imported for \(age)"),
      wayOut: Text(nl: "'wzw indicators' noemt wat er is", en: "'wzw indicators' lists what there is"), place: place)
  }
}
