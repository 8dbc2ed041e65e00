import WorkbenchKit

/// Makes the tables of the national starting values that are in use, each with the file that ships as its origin.
struct StartingTables {
  static let fileName = "starting"

  let figures: StartingFigures
  let context: Context

  /// Takes these sets into use and no others.
  func keep(_ ids: [String]) throws {
    let shipped = try context.files.read("\(context.knowledge.folder)/\(Self.fileName).json", at: nil)
    // Where the program lies on this machine tells nobody anything; the digest says which edition it is.
    let file = ReadFile(path: shipped.name, bytes: shipped.bytes, sha256: shipped.sha256)
    let workspace = context.workspace
    let used = Set(ids)
    let groups = figures.groups.filter { used.contains($0.id) }
    try keep(groups.isEmpty ? nil : rates(groups), StartingValues.rates, .rates, file)
    let survival = figures.survival.filter { used.contains($0.id) }
    try keep(survival.isEmpty ? nil : self.survival(survival), StartingValues.survival, .survival, file)
    let population = figures.population
    let year = Int(population.head.year) ?? 0
    try keep(
      used.contains(population.id) ? people(population) : nil, StartingValues.population(year), .population, file, year)
    StartingValues.keep(try context.startingSets.map(\.id).filter(used.contains), in: workspace)
  }

  private func keep(
    _ table: Table?, _ name: String, _ kind: ImportRecord.Kind, _ file: ReadFile, _ year: Int? = nil
  ) throws {
    guard let table else { return try ImportedTables.remove(name, in: context.workspace) }
    let columns = table.columns.map(\.name).filter { ["rate", "survival", "births", "people"].contains($0) }
    var record = ImportRecord(
      kind: kind, file: file, year: year, style: ImportRecord.starting, only: nil, columns: columns, evidence: .assumed)
    record.rows = table.rowCount
    try ImportedTables.store(table, as: name, record, key: [], in: context.workspace)
    context.workspace.note(record.input(columns: columns))
  }

  private func rates(_ groups: [StartingGroup]) -> Table {
    let rows = groups.flatMap { group in group.cells.map { (group, $0) } }
    return Table(
      title: Text(nl: "Landelijke kansen", en: "National rates"),
      columns: [.texts("group", rows.map(\.0.id))] + Self.ages(rows.map(\.1.ages)) + [
        .texts("sex", rows.map { _ in nil }), .texts("household", rows.map { _ in nil }),
        .numbers("rate", rows.map(\.1.rate)), .numbers("low", rows.map { $0.1.low ?? .nan }),
        .numbers("high", rows.map { $0.1.high ?? .nan }), .texts("cited", rows.map(\.1.source)),
        .texts("indicator", rows.map(\.0.indicator)),
      ] + Self.heads(rows.map(\.0.head)))
  }

  private func survival(_ sets: [StartingFigures.Survival]) -> Table {
    let rows = sets.flatMap { set in set.bands.map { (set, $0) } }
    return Table(
      title: Text(nl: "Landelijke overleving", en: "National survival"),
      columns: [.texts("set", rows.map(\.0.id))] + Self.ages(rows.map(\.1.ages)) + [
        .numbers("survival", rows.map(\.1.survival)), .numbers("migration", rows.map { _ in 0 }),
        .numbers("births", rows.map(\.1.births)),
      ] + Self.heads(rows.map(\.0.head)))
  }

  private func people(_ population: StartingFigures.Population) -> Table {
    let both = population.bands.map { (ages: $0.ages, sex: String?.none, people: $0.people) }
    let apart = ["male", "female"].flatMap { sex in
      population.bands.map { (ages: $0.ages, sex: Optional(sex), people: $0.sexes[sex] ?? .nan) }
    }
    let rows = both + apart
    return Table(
      title: Text(
        nl: "Bevolking van Nederland \(population.head.year)", en: "People of the country \(population.head.year)"),
      columns: [.texts("code", rows.map { _ in "NL00" })] + Self.ages(rows.map(\.ages)) + [
        .texts("sex", rows.map(\.sex)), .texts("household", rows.map { _ in nil }),
        .numbers("people", rows.map(\.people), unit: .persons),
      ] + Self.heads(rows.map { _ in population.head }))
  }

  private static func ages(_ ages: [AgeRange]) -> [Column] {
    [
      .numbers("age_from", ages.map { Double($0.from) }, format: .plain),
      .numbers("age_below", ages.map { $0.below.map(Double.init) ?? .nan }, format: .plain),
    ]
  }

  /// What a result says of each row: see `StartingMark`.
  private static func heads(_ heads: [StartingHead]) -> [Column] {
    [
      .texts("label_nl", heads.map(\.label.nl)), .texts("label_en", heads.map(\.label.en)),
      .texts("years", heads.map(\.year)), .texts("publications", heads.map { $0.sources.joined(separator: " ") }),
    ]
  }
}
