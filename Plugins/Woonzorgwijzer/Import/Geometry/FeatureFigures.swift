import WorkbenchKit

/// The figures that come with outlines: PDOK gives about two hundred for each area.
struct FeatureFigures {
  private let properties: FeatureProperties
  private let codes: FeatureCodes
  /// Each area with its features.
  private let areas: [(code: String, features: [Int])]
  private let file: ReadFile
  private let evidence: Evidence
  private let only: String?
  private let names: [String]
  private let limits: AreaLimits

  private static let keys: Set<String> = [
    "statcode", "statnaam", "jrstatcode", "rubriek", "id", "fid", "objectid", "gid", "naam", "name", "jaar", "year",
    "buurtcode", "buurtnaam", "wijkcode", "wijknaam", "gemeentecode", "gemeentenaam", "bu_code", "bu_naam", "wk_code",
    "wk_naam", "gm_code", "gm_naam", "gwb_code", "gwb_code_10", "water", "h2o",
  ]

  init(
    _ properties: FeatureProperties, codes: FeatureCodes, areas: [(code: String, features: [Int])], file: ReadFile,
    evidence: Evidence, only: String?, codebook: Codebook
  ) {
    self.properties = properties
    self.codes = codes
    self.areas = areas
    self.file = file
    self.evidence = evidence
    self.only = only
    names = ColumnNames.usual(properties.all.map(\.name), codebook)
    limits = AreaLimits(codebook, header: names)
  }

  /// The year that a feature says it is of: `jrstatcode` begins with it.
  func year(_ row: Int) -> Int? {
    if let word = properties["jrstatcode"]?.values[row].word { return Period.year(String(word.prefix(4))) }
    return properties.word(["jaar", "year"], row).flatMap(Period.year)
  }

  /// What becomes of each property where the figures are not asked for.
  var accounts: [ColumnAccount] {
    all.map { $0.fate == .words ? ColumnAccount(name: $0.name, fate: .unused) : $0 }
  }

  private var all: [ColumnAccount] {
    properties.all.map { property in
      ColumnAccount(name: property.name, fate: fate(property, values: property.values.map(Self.number)))
    }
  }

  private func fate(_ property: FeatureProperties.Property, values: [Double?]) -> ColumnAccount.Fate {
    if property.isNested { return .nested }
    if property.key == codes.property || Self.keys.contains(property.key) { return .key }
    if property.values.allSatisfy({ $0.word == nil }) { return .empty }
    return values.contains { $0.map { !$0.isNaN } ?? false } && !values.contains { $0 == nil } ? .offered : .words
  }

  /// NaN where there is nothing; nil where it is no number.
  private static func number(_ value: FeatureProperties.Value) -> Double? {
    switch value {
    case .missing: return .nan
    case .number(let number): return number
    case .flag: return nil
    case .text(let text):
      let text = text.trimmedOfPadding
      if text.isEmpty || text == "." { return .nan }
      // `0758` is a code.
      if text.count > 1, text.hasPrefix("0"), text.dropFirst().first?.isNumber == true { return nil }
      return NumberText.parse(text)
    }
  }

  /// A table of key figures for each year.
  ///
  /// - Throws: `argument.missing` where no year is given or said; `import.figures` where there are none.
  func read(year given: Int?) throws -> [Imported] {
    var counts = ImportCounts()
    counts.columns = all
    var columns: [Column] = []
    var differing = 0
    for (place, property) in properties.all.enumerated() where counts.columns[place].fate == .offered {
      let numbers = property.values.map { Self.number($0) ?? .nan }
      var held = 0
      var values: [Double] = []
      for area in areas {
        let said = area.features.map { numbers[$0] }.filter { !$0.isNaN }
        let known = said.filter { !RegionFile.sentinels.contains($0) }
        if known.isEmpty, !said.isEmpty { held += 1 }
        if Set(known).count > 1 { differing += 1 }
        let value = known.first ?? .nan
        let isPossible = value.isNaN || limits.allow(place, value)
        if !isPossible { counts.refuse(cell(place, area), in: place, named: cellName(place, area)) }
        values.append(isPossible ? value : .nan)
      }
      counts.sentinels += held
      if values.allSatisfy(\.isNaN) {
        counts.columns[place].fate = counts.columns[place].cells > 0 ? .words : .empty
      } else {
        if counts.columns[place].fate == .offered { counts.columns[place].fate = .taken }
        columns.append(.numbers(names[place], values))
      }
    }
    limits.refuseMoreThanAll(
      &columns, &counts, cell: { cell($0, areas[$1]) }, name: { cellName($0, areas[$1]) })
    guard !columns.isEmpty else { throw nothing }
    if differing > 0 {
      counts.remarks.append(
        .counted(
          differing,
          Text(
            nl: "cijfer verschilt tussen de onderdelen van een gebied; dat van het eerste is genomen",
            en: "figure differs between the features of an area; that of the first was taken"),
          Text(
            nl: "cijfers verschillen tussen de onderdelen van een gebied; die van het eerste zijn genomen",
            en: "figures differ between the features of an area; those of the first were taken")))
    }
    let years = areas.map { $0.features.first.flatMap(year) ?? given }
    guard !years.contains(nil) else { throw ImportProblem.missingYear(file.name) }
    // What became of the columns is told once, with the first year.
    return Set(years.compactMap { $0 }).sorted().enumerated().map { place, year in
      let rows = areas.indices.filter { years[$0] == year }
      return imported(year, rows, columns.map { $0.rows(rows) }, place == 0 ? counts : ImportCounts())
    }
  }

  /// What the first feature of an area that says anything writes.
  private func cell(_ property: Int, _ area: (code: String, features: [Int])) -> String {
    area.features.lazy.compactMap { properties.all[property].values[$0].word?.trimmedOfPadding }.first ?? ""
  }

  private func cellName(_ property: Int, _ area: (code: String, features: [Int])) -> String {
    "\(properties.all[property].name) '\(cell(property, area))' (\(area.code))"
  }

  private func imported(_ year: Int, _ rows: [Int], _ figures: [Column], _ counts: ImportCounts) -> Imported {
    var counts = counts
    counts.read = rows.count
    for row in rows { if let level = AreaLevel(code: areas[row].code) { counts.levels[level, default: 0] += 1 } }
    for (place, row) in rows.enumerated() where figures.allSatisfy({ $0.numbers?[place].isNaN ?? true }) {
      counts.suppressed.append(areas[row].code)
    }
    let codes = rows.map { areas[$0].code }
    let first = rows.map { areas[$0].features[0] }
    let table = Table(
      title: Text(
        nl: "Kerncijfers wijken en buurten \(year)", en: "Key figures of districts and neighbourhoods \(year)"),
      columns: [
        .texts("code", codes),
        .texts("name", zip(codes, first).map { FeatureNames.name(of: $1, AreaLevel(code: $0), in: properties) }),
        .texts("level", codes.map { AreaLevel(code: $0)?.rawValue }),
        .texts("municipality", first.map { FeatureNames.municipality(of: $0, in: properties) }),
      ] + figures)
    let record = ImportRecord(
      kind: .areas, file: file, year: year, style: "outlines", only: only, columns: table.figureNames,
      evidence: evidence)
    return Imported(name: ImportedTables.areas(year), table: table, record: record, counts: counts, adds: true)
  }

  private var nothing: Diagnostic {
    Diagnostic(
      "import.figures",
      Text(
        nl: "'\(file.name)' geeft bij de grenzen geen cijfers", en: "'\(file.name)' has no figures beside its outlines"),
      wayOut: Text(
        nl: "laat --attributes weg; er is niets ingelezen", en: "leave --attributes out; nothing was imported"),
      suggestion: nil)
  }
}
