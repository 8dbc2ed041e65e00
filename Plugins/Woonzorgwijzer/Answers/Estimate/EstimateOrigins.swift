import WorkbenchKit

/// Where the estimates of an estimator come from: of each row in words, and of all together.
struct EstimateOrigins {
  /// The files and columns behind each of the estimator's origins.
  private(set) var words: [String] = []
  private(set) var whole = FigureOrigin()
  /// The kinds of knowledge behind the percentages alone: people do not enter, and nothing is assumed of them.
  private(set) var rates = FigureOrigin()
  private let records: ImportRecords

  /// - Parameter column: the column of the result that holds the estimates.
  init(_ estimator: Estimator, column: String = "estimate", in workspace: WorkspaceHandle) throws {
    records = try ImportRecords(
      estimator.origins.flatMap { origin in
        [ImportedTables.areas(origin.areasYear), origin.health] + (origin.crossing.map { [$0.bridge] } ?? [])
      }, in: workspace)
    var inputs = FigureOrigin()
    for input in try addParts(estimator, column, in: workspace) { inputs.add(input) }
    words = estimator.origins.map { ([$0] + $0.less).map(inWords).joined(separator: " − ") }
    for (origin, words) in zip(estimator.origins, words) {
      let (areas, health) = files(origin)
      let over = crossing(origin)
      for (record, columns) in [(areas, origin.areasColumns), (health, [origin.healthColumn]), (over, over?.columns)] {
        guard let record else { continue }
        inputs.add(record.input(columns: columns ?? []))
        let ingredient = FigureOrigin.Ingredient(record.what, record.evidence)
        whole.add(ingredient)
        if record != areas { rates.add(ingredient) }
      }
      let codebook = estimator.codebook
      if let source = codebook.publication(of: areas, year: origin.areasYear) { whole.add(source) }
      if let source = codebook.publication(of: health, .health, year: origin.healthYear) { whole.add(source) }
      whole.add(derivation(origin, words, column))
    }
    for input in inputs.inputs.sorted(by: { ($0.path, $0.sha256) < ($1.path, $1.sha256) }) { whole.add(input) }
    for assumption in Self.assumptions(estimator, records) { whole.add(assumption: assumption) }
  }

  /// The file by which an origin was carried over from the areas of another year.
  func crossing(_ origin: Estimator.Origin) -> ImportRecord? {
    origin.crossing.flatMap { records[$0.bridge, $0.record] }
  }

  private func files(_ origin: Estimator.Origin) -> (areas: ImportRecord?, health: ImportRecord?) {
    (records[ImportedTables.areas(origin.areasYear), origin.areasRecord], records[origin.health, origin.healthRecord])
  }

  private func inWords(_ origin: Estimator.Origin) -> String {
    let (areas, health) = files(origin)
    let columns = origin.areasColumns.joined(separator: " + ")
    let over = crossing(origin).map { " → \($0.fileName)" } ?? ""
    return
      "\(areas?.fileName ?? "?") \(columns) (\(origin.areasYear)) × \(health?.fileName ?? "?") \(origin.healthColumn) (\(origin.healthYear))\(over)"
  }

  private static func assumptions(_ estimator: Estimator, _ records: ImportRecords) -> [Text] {
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
    let bridges = Set(
      estimator.origins.compactMap { origin in
        origin.crossing.flatMap { records[$0.bridge, $0.record]?.fileName }
      })
    let weighed = Set(
      estimator.origins.compactMap { $0.crossing?.weighing.assumption(from: $0.healthYear) })
    return texts + bridges.sorted().map(Bridge.assumption) + weighed.sorted { $0.nl < $1.nl }
  }

  /// Adds how each percentage that was carried over was put together, where these are few, and returns the files behind it.
  private mutating func addParts(
    _ estimator: Estimator, _ column: String, in workspace: WorkspaceHandle
  ) throws -> [InputFile] {
    let carried = estimator.estimates.filter { one in
      one.origin.map { estimator.origins[$0].crossing != nil } ?? false
    }
    guard !carried.isEmpty, carried.count <= CarriedParts.mostCells else { return [] }
    var parts = try CarriedParts(records, estimator, in: workspace)
    for estimate in carried {
      guard let rate = try parts.factor(estimate),
        let origin = estimate.origin.map({ estimator.origins[$0] })
      else {
        continue
      }
      whole.add(
        Derivation(
          column: column, key: "area", variant: "origin", when: inWords(origin),
          only: estimate.area.code,
          method: Self.method, factors: [people(origin), rate]))
    }
    return parts.inputs
  }

  private static let method = Text(
    nl: "direct: inwoners × percentage", en: "direct: people × percentage")

  private func people(_ origin: Estimator.Origin) -> Derivation.Factor {
    let areas = files(origin).areas
    return Derivation.Factor(
      column: "population", label: Text(nl: "inwoners", en: "people"), file: areas?.file ?? "?",
      fileColumns: origin.areasColumns, year: origin.areasYear, evidence: areas?.evidence,
      remark: Text(nl: "afgerond op vijftallen", en: "rounded to fives"))
  }

  private func derivation(
    _ origin: Estimator.Origin, _ words: String, _ column: String
  ) -> Derivation {
    let health = files(origin).health
    return Derivation(
      column: column, key: "area", variant: "origin", when: words,
      method: Self.method,
      factors: [
        people(origin),
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
}
