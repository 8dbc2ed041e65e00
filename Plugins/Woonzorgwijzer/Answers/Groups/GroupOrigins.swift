import WorkbenchKit

/// Where estimates of target groups come from: of each row in words, and of all together.
struct GroupOrigins {
  /// Of each row; nil where there is no estimate.
  private(set) var rows: [String?] = []
  /// All that stands in rows, each once.
  private(set) var words: [String] = []
  private(set) var whole = FigureOrigin()
  /// What the estimates say where they rest on national starting values; nil where they rest on none.
  private(set) var starting: Text?
  /// The rates that went in.
  let cells: [RateCell]
  private let run: GroupRun
  private let records: ImportRecords
  /// The files of finer bands that had part in it.
  private let fine: [ImportRecord]
  /// The files of percentages that went before national rates, each with its columns.
  private var percentages: [(file: ImportRecord, year: Int, columns: [String])] = []

  /// What rows share that come from the same files in the same way.
  private struct Way: Hashable {
    let group: String
    let year: Int
    /// The key figures' files, each with its columns that people come out of.
    let people: [Int: [String]]
    let ways: PeopleByAge.Ways
    let usesStart: Bool
    let usesPercentage: Bool
  }

  init(_ run: GroupRun, _ codebook: Codebook, in workspace: WorkspaceHandle) throws {
    self.run = run
    cells = run.groups.flatMap { run.estimates.rates.cells[$0] ?? [] }
    records = try ImportRecords(
      [ImportedTables.rates, StartingValues.rates] + workspace.names(.tables, prefix: ImportedTables.healthPrefix)
        + workspace.names(.tables, prefix: ImportedTables.areasPrefix)
        + [ImportedTables.margins, ImportedTables.counts],
      in: workspace)
    fine = try run.estimates.people.files(in: workspace)
    let used = Dictionary(grouping: run.estimates.percentages.used) { [$0.table, String($0.record)] }
    percentages = used.values.compactMap { uses in
      guard let first = uses.first, let file = records[first.table, first.record] else { return nil }
      return (file, first.year, uses.map(\.column).sorted())
    }.sorted { $0.file.file < $1.file.file }
    let ages = run.estimates.rates.cells.mapValues { $0.map(\.ages) }
    var words: [Way: String] = [:]
    rows.reserveCapacity(run.rows.count)
    for row in run.rows {
      guard row.estimate.gap == nil, let place = row.estimate.area.places.first else {
        rows.append(nil)
        continue
      }
      let columns = run.estimates.people.columnNames(place, of: ages[row.estimate.group] ?? [])
      let table = run.atlas.table(place.year)
      let sources = (table?.ownRows(place.row) ?? []).flatMap { own in
        columns.map { (record: table?.sources.record(own, $0) ?? 0, column: $0) }
      }
      let people = Dictionary(
        uniqueKeysWithValues: FigureSource.joined(sources).map { ($0.record, $0.columns) })
      let way = Way(
        group: row.estimate.group, year: place.year, people: people, ways: row.estimate.ways,
        usesStart: row.estimate.usesStart, usesPercentage: row.estimate.usesPercentage)
      if words[way] == nil { words[way] = inWords(way) }
      rows.append(words[way])
    }
    self.words = Set(words.values).sorted()
    starting = StartingMark.sentence(
      run.groups.filter { group in words.keys.contains { $0.group == group && $0.usesStart } }
        .compactMap { run.estimates.rates.cells[$0]?.first?.start } + run.estimates.people.starting,
      ofCountry: run.areas.allSatisfy { $0.level == .land })
    trace(words, codebook)
  }

  /// The table that a method reads beside rates and people.
  private var extra: String? {
    switch run.method {
    case .calibrated: ImportedTables.margins
    case .composite: ImportedTables.counts
    case .synthetic: nil
    }
  }

  private func areas(_ way: Way) -> [(file: ImportRecord, columns: [String])] {
    way.people.sorted { $0.key < $1.key }.compactMap { number, columns in
      records[ImportedTables.areas(way.year), number].map { ($0, columns) }
    }
  }

  private func fileNames(_ cells: [RateCell]) -> [String] {
    Set(cells.compactMap { records[$0.table, $0.record]?.fileName }).sorted()
  }

  private func inWords(_ origin: Way) -> String {
    let cells = run.estimates.rates.cells[origin.group] ?? []
    var files = origin.usesPercentage && !origin.usesStart ? [] : fileNames(cells)
    if origin.usesPercentage {
      files += percentages.map { "\($0.file.fileName) \($0.columns.joined(separator: ", ")) (\($0.year))" }
    }
    var people: [String] = []
    if origin.ways.contains(.keyFigures) {
      let files = areas(origin).map(\.file.fileName)
      people.append("\(files.isEmpty ? "?" : files.joined(separator: " + ")) (\(origin.year))")
    }
    if !origin.ways.isDisjoint(with: [.fine, .asAround, .otherYear, .sexAsAround]) {
      people += fine.map(\.fileName).sorted()
    }
    var parts = ["\(files.joined(separator: " + ")) (\(origin.group))", people.joined(separator: " + ")]
    if let extra { parts.append(records[extra].map(\.fileName).joined(separator: " + ")) }
    return parts.filter { !$0.isEmpty }.joined(separator: " × ")
  }

  private mutating func trace(_ used: [Way: String], _ codebook: Codebook) {
    let groups = Set(used.keys.filter { $0.usesStart || !$0.usesPercentage }.map(\.group))
    let cells = run.groups.filter(groups.contains).flatMap { run.estimates.rates.cells[$0] ?? [] }
    // The rates count by whether they have a source, and not by their file.
    for table in [ImportedTables.rates, StartingValues.rates] {
      for number in Set(cells.filter { $0.table == table }.map(\.record)).sorted() {
        if let file = records[table, number] { whole.add(file.input(columns: file.columns)) }
      }
    }
    for (file, year, columns) in percentages {
      whole.add(file, columns: columns)
      if let source = codebook.publication(of: file, .health, year: year) { whole.add(source) }
    }
    let people = used.filter { $0.key.ways.contains(.keyFigures) }.sorted {
      ($0.key.year, $0.value) < ($1.key.year, $1.value)
    }
    for (way, _) in people {
      for (file, columns) in areas(way) {
        whole.add(file, columns: columns)
        if let source = codebook.publication(of: file, year: way.year) { whole.add(source) }
      }
    }
    let ways: PeopleByAge.Ways = run.rows.reduce(into: []) {
      if $1.estimate.gap == nil { $0.formUnion($1.estimate.ways) }
    }
    for file in fine + (extra.map { records[$0] } ?? []) {
      whole.add(file, columns: file.columns)
      if file.isOwn { whole.add(.own(file.fileName, year: file.year)) }
    }

    let uncited = cells.count { $0.cited == nil }
    let listed = fileNames(cells.filter { $0.start == nil }).joined(separator: ", ")
    if cells.contains(where: { $0.start == nil && $0.cited != nil }) {
      whole.add(.init(Text(nl: "kansen met bron (\(listed))", en: "rates with a source (\(listed))"), .modelled))
    }
    if uncited > 0 {
      whole.add(
        .init(
          Text(nl: "kansen zonder bron (\(listed))", en: "rates without a source (\(listed))"),
          .assumed))
    }
    if starting != nil {
      whole.add(.init(Text(nl: "landelijke beginwaarden", en: "national starting values"), .assumed))
    }
    for assumption in ways.assumptions(run.estimates.people, withStart: false) { whole.add(assumption: assumption) }
    if uncited > 0 {
      whole.add(
        assumption: .plural(
          uncited,
          Text(
            nl: "1 van de \(cells.count) kansen is zonder bron", en: "1 of the \(cells.count) rates has no source"),
          Text(
            nl: "\(uncited) van de \(cells.count) kansen zijn zonder bron",
            en: "\(uncited) of the \(cells.count) rates have no source")))
    }
    for cell in cells {
      guard let cited = cell.cited else { continue }
      if let start = cell.start {
        whole.add(sourcesOf: [start], codebook)
        continue
      }
      let file = records[cell.table, cell.record]?.fileName ?? "?"
      whole.add(Source(id: "rates", title: cited, publisher: file, date: ""))
    }
    whole.add(sourcesOf: run.estimates.people.starting, codebook)
    for source in run.sources { whole.add(source) }
    for (way, words) in used.sorted(by: { $0.value < $1.value }) { whole.add(derivation(way, words)) }
  }

  private func derivation(_ origin: Way, _ words: String) -> Derivation {
    // Finer bands alone are of their own year.
    let isKeyed = origin.ways.contains(.keyFigures) || fine.isEmpty
    let keyed = areas(origin).first
    let people = isKeyed ? keyed?.file : fine.first
    let columns = isKeyed ? keyed?.columns : fine.first?.columns
    let isPublished = origin.usesPercentage && !origin.usesStart
    let own = (run.estimates.rates.cells[origin.group] ?? []).first.flatMap {
      isPublished ? percentages.first?.file : records[$0.table, $0.record]
    }
    return Derivation(
      column: "estimate", key: "area", variant: "origin", when: words,
      method: run.method.label,
      factors: [
        Derivation.Factor(
          column: "population", label: Text(nl: "inwoners", en: "people"),
          file: people?.file ?? "?",
          fileColumns: columns ?? [],
          year: isKeyed ? origin.year : people?.year, evidence: people?.evidence,
          remark: isKeyed && people?.isOwn != true ? Text(nl: "afgerond op vijftallen", en: "rounded to fives") : nil),
        Derivation.Factor(
          column: "rate", label: Text(nl: "kans", en: "rate"), file: own?.file ?? "?",
          fileColumns: isPublished ? percentages.first?.columns ?? [] : ["rate"], evidence: own?.evidence,
          row: own?.style == ImportRecord.starting ? origin.group : nil),
      ])
  }
}
