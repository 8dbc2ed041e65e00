import WorkbenchKit

/// What a percentage was carried over from: the old areas' percentages, each with what it weighed.
struct CarriedParts {
  /// More cells than this are not told one by one: nobody asks why of each.
  static let mostCells = 1000

  private let records: ImportRecords
  private let estimator: Estimator
  private let workspace: WorkspaceHandle
  private var links: [String: [String: [Bridge.Link]]] = [:]
  private var people: [String: OldPeople] = [:]
  /// What old areas weigh by, by year and age, and the files of a year.
  private var weighers: [String: PopulationSource] = [:]
  private var files: [Int: ImportRecords] = [:]
  /// The files that had part in it, with their columns.
  private(set) var inputs: [InputFile] = []

  init(_ records: ImportRecords, _ estimator: Estimator, in workspace: WorkspaceHandle) throws {
    self.records = records
    self.estimator = estimator
    self.workspace = workspace
    for bridge in try Bridge.all(workspace)
    where estimator.origins.contains(where: { $0.crossing?.bridge == bridge.name }) {
      let whole = try CarriedTables.withWholes(bridge, in: workspace)
      links[bridge.name] = Dictionary(
        whole.byNew.map { ($0.new, $0.links) }, uniquingKeysWith: { first, _ in first })
      for age in estimator.ages {
        people["\(bridge.name) \(age.name)"] = try OldPeople(
          of: whole, age, estimator.codebook, in: workspace)
      }
    }
  }

  /// The percentage of an area as it was put together; nil where it was not carried over, or is one of several taken together.
  mutating func factor(_ estimate: Estimator.Estimate) throws -> Derivation.Factor? {
    guard let place = estimate.area.place,
      let origin = estimate.origin.map({ estimator.origins[$0] }), origin.less.isEmpty, !origin.isCount,
      let crossing = origin.crossing, let links = links[crossing.bridge]?[place.code],
      let file = crossing.records.first.flatMap({ records[crossing.bridge, $0] }),
      let health = estimator.tables.first(where: { $0.tableName == origin.health }),
      let indicator = health.indicator(estimator.stems[estimate.stem])
    else { return nil }
    let age = estimator.ages[estimate.age]
    let weights = (people["\(crossing.bridge) \(age.name)"] ?? .none).weights(links).weights
    let percent = { (link: Bridge.Link) in health.ownRow(link.old).map { indicator.percentages[$0] } ?? .nan }
    // What weighs nothing or has no percentage had no part in it.
    let took = links.indices.filter { (links.count == 1 || weights[$0] > 0) && !percent(links[$0]).isNaN }
    let without = links.indices.filter { weights[$0] > 0 && percent(links[$0]).isNaN }.map { links[$0].old }
    let whole = took.reduce(0) { $0 + weights[$1] }
    var table: AreaTable?
    if case .people(let year) = crossing.weighing {
      table = try AreaTable.load(ImportedTables.areas(year), from: workspace)
    }
    var parts: [Derivation.Factor] = []
    for (link, weight) in took.map({ (links[$0], weights[$0]) }) {
      let row = health.ownRow(link.old)
      let column = row.map(indicator.columns.name) ?? indicator.name
      let record = row.flatMap { records[origin.health, health.record($0, indicator)] }
      if let record { inputs.append(record.input(columns: [column])) }
      let share = Text.share(took.count == 1 ? 1 : weight / whole)
      let name = name(link.old, table, health, row)
      parts.append(
        Derivation.Factor(
          column: "",
          label: Text(nl: "\(name), weegt \(share.nl)", en: "\(name), weighs \(share.en)"),
          file: record?.file ?? "?", fileColumns: [column], year: origin.healthYear,
          evidence: record?.evidence, row: link.old,
          figure: DirectMethod.rate(percent: percent(link)),
          format: .share(1), parts: try weighing(link, table, age, records[crossing.bridge, link.record] ?? file)))
    }
    var how = crossing.weighing.words.map { Text.verbatim(", ") + $0 } ?? .verbatim("")
    if !without.isEmpty {
      let list = Text.list(without, atMost: 3)
      how =
        how
        + Text(
          nl: "; zonder percentage en niet meegewogen: \(list.nl)",
          en: "; without a percentage and not weighed: \(list.en)")
    }
    return Derivation.Factor(
      column: "rate", label: Text(nl: "percentage", en: "percentage"), file: file.file,
      fileColumns: file.columns,
      evidence: file.evidence,
      remark: Text(
        nl: "overgezet van de gebieden van \(origin.healthYear)" + how.nl,
        en: "carried over from the areas of \(origin.healthYear)" + how.en
      ), parts: parts)
  }

  /// The people and the share that an old area weighs by.
  private mutating func weighing(
    _ link: Bridge.Link, _ table: AreaTable?, _ age: Codebook.Age, _ file: ImportRecord
  ) throws -> [Derivation.Factor] {
    let share = Derivation.Factor(
      column: "", label: Text(nl: "aandeel dat overgaat", en: "share that goes over"),
      file: file.file,
      fileColumns: file.columns, evidence: file.evidence, row: link.old, figure: link.share,
      format: .share(1))
    inputs.append(file.input(columns: file.columns))
    guard let table, let row = table.rows[link.old] else { return [share] }
    let key = "\(table.year) \(age.name)"
    let source = weighers[key] ?? PopulationSource(table, age, estimator.codebook)
    weighers[key] = source
    let name = ImportedTables.areas(table.year)
    let files = try files[table.year] ?? ImportRecords([name], in: workspace)
    self.files[table.year] = files
    let record = files[name, source.record(row)]
    let columns = source.columnNames(row)
    if let record { inputs.append(record.input(columns: columns)) }
    return [
      Derivation.Factor(
        column: "", label: Text(nl: "inwoners \(age.name)", en: "people \(age.name)"),
        file: record?.file ?? "?",
        fileColumns: columns, year: table.year, evidence: record?.evidence, row: link.old,
        figure: source.people(row),
        format: .decimals(0)), share,
    ]
  }

  private func name(_ code: String, _ table: AreaTable?, _ health: HealthTable, _ row: Int?)
    -> String
  {
    if let table, let row = table.rows[code] { return table.names[row] }
    if AreaLevel(code: code) == .gemeente, let row, let name = health.municipalities[row] {
      return name
    }
    return code
  }
}
