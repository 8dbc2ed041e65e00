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
      estimator.origins.flatMap(\.all).flatMap { origin in
        [ImportedTables.areas(origin.areasYear), origin.health] + (origin.crossing.map { [$0.bridge] } ?? [])
      }, in: workspace)
    var inputs = FigureOrigin()
    for input in try addParts(estimator, column, in: workspace) { inputs.add(input) }
    words = estimator.origins.map(inWords)
    for (origin, words) in zip(estimator.origins, words) {
      let (areas, health) = (areas(origin), rates(origin))
      for (record, columns) in areas + health + crossings(origin).map({ ($0, $0.columns) }) {
        inputs.add(record.input(columns: columns))
        let ingredient = FigureOrigin.Ingredient(record.what, record.evidence)
        whole.add(ingredient)
        if record.kind != .areas { rates.add(ingredient) }
      }
      let codebook = estimator.codebook
      for (record, _) in areas {
        if let source = codebook.publication(of: record, year: origin.areasYear) { whole.add(source) }
      }
      for (record, _) in health {
        if let source = codebook.publication(of: record, .health, year: origin.healthYear) { whole.add(source) }
      }
      whole.add(derivation(origin, words, column))
    }
    for input in inputs.inputs.sorted(by: { ($0.path, $0.sha256) < ($1.path, $1.sha256) }) { whole.add(input) }
    for assumption in Self.assumptions(estimator, records) { whole.add(assumption: assumption) }
  }

  /// The files by which an origin was carried over from the areas of another year.
  func crossings(_ origin: Estimator.Origin) -> [ImportRecord] { Self.crossings(origin, records) }

  private static func crossings(_ origin: Estimator.Origin, _ records: ImportRecords) -> [ImportRecord] {
    origin.crossing.map { crossing in crossing.records.compactMap { records[crossing.bridge, $0] } } ?? []
  }

  private typealias Used = (file: ImportRecord, columns: [String])

  private func areas(_ origin: Estimator.Origin) -> [Used] {
    used(origin.areas, of: ImportedTables.areas(origin.areasYear))
  }

  private func rates(_ origin: Estimator.Origin) -> [Used] { used(origin.rates, of: origin.health) }

  private func used(_ sources: [FigureSource], of table: String) -> [Used] {
    sources.compactMap { source in records[table, source.record].map { ($0, source.columns) } }
  }

  private func inWords(_ origin: Estimator.Origin) -> String {
    let words = { (used: [Used]) in
      used.isEmpty
        ? "?" : used.map { "\($0.file.fileName) \($0.columns.joined(separator: " + "))" }.joined(separator: " + ")
    }
    let bridges = crossings(origin).map(\.fileName).joined(separator: " + ")
    let over = bridges.isEmpty ? "" : " → \(bridges)"
    if origin.isCount {
      let count = "\(words(rates(origin))) (\(origin.healthYear))\(over)"
      let all = "\(count) / \(words(areas(origin))) (\(origin.areasYear))"
      return ([all] + origin.also.map(inWords)).joined(separator: "; ")
    }
    let own = "\(words(areas(origin))) (\(origin.areasYear)) × \(words(rates(origin))) (\(origin.healthYear))\(over)"
    return ([([own] + origin.less.map(inWords)).joined(separator: " − ")] + origin.also.map(inWords))
      .joined(separator: "; ")
  }

  private static func assumptions(_ estimator: Estimator, _ records: ImportRecords) -> [Text] {
    var texts: [Text] = []
    for isCount in [false, true] {
      let pairs = Set(estimator.origins.filter { $0.isCount == isCount }.map { [$0.healthYear, $0.areasYear] })
      for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) where pair[0] != pair[1] {
        texts.append(
          isCount
            ? Text(
              nl: "het aantal van \(pair[0]) is een deel van de inwoners van \(pair[1])",
              en: "the count of \(pair[0]) is a part of the people of \(pair[1])")
            : Text(
              nl: "het percentage van \(pair[0]) geldt in \(pair[1])",
              en: "the percentage of \(pair[0]) holds in \(pair[1])"))
      }
    }
    texts += estimator.ages.compactMap(\.assumption)
    if let first = estimator.estimates.first(where: { $0.figures.covered < 1 && !$0.figures.estimate.isNaN }) {
      texts.append(
        Text(
          nl: "buurten zonder percentage hebben dat van de andere buurten van '\(first.area.name)'",
          en: "neighbourhoods without a percentage have that of the others in '\(first.area.name)'"))
    }
    let bridges = Set(
      estimator.origins.flatMap { crossings($0, records) }.map(\.fileName))
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

  private static let count = Text(nl: "zoals het is geteld", en: "as it was counted")
  private static let method = Text(
    nl: "direct: inwoners × percentage", en: "direct: people × percentage")

  private func people(_ origin: Estimator.Origin) -> Derivation.Factor {
    factor(
      "population", Text(nl: "inwoners", en: "people"), origin,
      remark: areas(origin).contains(where: \.file.isOwn)
        ? nil : Text(nl: "afgerond op vijftallen", en: "rounded to fives")
    ) { one in areas(one).map { ($0.file, $0.columns, one.areasYear) } }
  }

  private func derivation(
    _ origin: Estimator.Origin, _ words: String, _ column: String
  ) -> Derivation {
    let bridges = crossings(origin).map(\.fileName).joined(separator: " + ")
    let remark = Text(
      nl: "met \(bridges) overgezet van de gebieden van \(origin.healthYear)",
      en: "carried over with \(bridges) from the areas of \(origin.healthYear)")
    if origin.isCount {
      return Derivation(
        column: column, key: "area", variant: "origin", when: words, method: Self.count,
        factors: [
          factor(
            column, Text(nl: "eigen telling", en: "own count"), origin,
            remark: origin.isAddedUp
              ? Text(nl: "opgeteld uit de delen", en: "added up out of the parts") : bridges.isEmpty ? nil : remark
          ) { one in rates(one).map { ($0.file, $0.columns, one.healthYear) } }
        ])
    }
    return Derivation(
      column: column, key: "area", variant: "origin", when: words,
      method: Self.method,
      factors: [
        people(origin),
        factor("rate", Text(nl: "percentage", en: "percentage"), origin, remark: bridges.isEmpty ? nil : remark) {
          one in
          rates(one).map { ($0.file, $0.columns, one.healthYear) }
        },
      ])
  }

  /// A factor out of one file; of several, which have to do with the parts of an own area or with old areas, each is a part of it.
  private func factor(
    _ column: String, _ label: Text, _ origin: Estimator.Origin, remark: Text?,
    of files: (Estimator.Origin) -> [(file: ImportRecord, columns: [String], year: Int)]
  ) -> Derivation.Factor {
    let whole = [origin] + origin.also
    let used = whole.flatMap(files)
    func made(_ column: String, _ label: Text, _ one: Int, _ remark: Text?, _ parts: [Derivation.Factor])
      -> Derivation.Factor
    {
      let one = used[one]
      return Derivation.Factor(
        column: column, label: label, file: one.file.file, fileColumns: one.columns, year: one.year,
        evidence: one.file.evidence, remark: remark, parts: parts)
    }
    if used.isEmpty {
      return Derivation.Factor(column: column, label: label, file: "?", fileColumns: [], remark: remark)
    }
    if used.count == 1 { return made(column, label, 0, remark, []) }
    var seen: Set<ImportRecord> = []
    let bridges = whole.flatMap(crossings).filter { seen.insert($0).inserted }.map { bridge in
      Derivation.Factor(
        column: "", label: Text(nl: "overzetting", en: "carrying over"), file: bridge.file, fileColumns: bridge.columns,
        evidence: bridge.evidence)
    }
    return made(column, label, 0, remark, used.indices.map { made("", label, $0, nil, []) } + bridges)
  }
}
