import WorkbenchKit

/// Where estimates of target groups come from: of each row in words, and of all together.
struct GroupOrigins {
  /// Of each row; nil where there is no estimate.
  private(set) var rows: [String?] = []
  /// All that stands in rows, each once.
  private(set) var words: [String] = []
  private(set) var whole = FigureOrigin()
  /// The rates that went in.
  let cells: [RateCell]
  private let run: GroupRun
  private let records: ImportRecords
  /// The files of finer bands that had part in it.
  private let fine: [ImportRecord]

  /// What rows share that come from the same files in the same way.
  private struct Way: Hashable {
    let group: String
    let year: Int
    /// The key figures' files, each with its columns that people come out of.
    let people: [Int: [String]]
    let ways: PeopleByAge.Ways
  }

  init(_ run: GroupRun, _ codebook: Codebook, in workspace: WorkspaceHandle) throws {
    self.run = run
    cells = run.groups.flatMap { run.estimates.rates.cells[$0] ?? [] }
    records = try ImportRecords(
      [ImportedTables.rates] + workspace.names(.tables, prefix: ImportedTables.areasPrefix)
        + [ImportedTables.margins, ImportedTables.counts],
      in: workspace)
    fine = try run.estimates.people.files(in: workspace)
    let ages = run.estimates.rates.cells.mapValues { $0.map(\.ages) }
    var used: [Way: String] = [:]
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
      let way = Way(group: row.estimate.group, year: place.year, people: people, ways: row.estimate.ways)
      if used[way] == nil { used[way] = inWords(way) }
      rows.append(used[way])
    }
    words = Set(used.values).sorted()
    trace(used, codebook)
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
    Set(cells.compactMap { records[ImportedTables.rates, $0.record]?.fileName }).sorted()
  }

  private func inWords(_ origin: Way) -> String {
    let cells = run.estimates.rates.cells[origin.group] ?? []
    let files = fileNames(cells)
    var people: [String] = []
    if origin.ways.contains(.keyFigures) {
      let files = areas(origin).map(\.file.fileName)
      people.append("\(files.isEmpty ? "?" : files.joined(separator: " + ")) (\(origin.year))")
    }
    if !origin.ways.isDisjoint(with: [.fine, .asAround, .otherYear]) {
      people += fine.map(\.fileName).sorted()
    }
    var parts = ["\(files.joined(separator: " + ")) (\(origin.group))", people.joined(separator: " + ")]
    if let extra { parts.append(records[extra].map(\.fileName).joined(separator: " + ")) }
    return parts.filter { !$0.isEmpty }.joined(separator: " × ")
  }

  private mutating func trace(_ used: [Way: String], _ codebook: Codebook) {
    // The rates count by whether they have a source, and not by their file.
    for number in Set(cells.map(\.record)).sorted() {
      if let file = records[ImportedTables.rates, number] { whole.add(file.input(columns: file.columns)) }
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
    let listed = fileNames(cells).joined(separator: ", ")
    if uncited < cells.count {
      whole.add(.init(Text(nl: "kansen met bron (\(listed))", en: "rates with a source (\(listed))"), .modelled))
    }
    if uncited > 0 {
      whole.add(
        .init(
          Text(nl: "kansen zonder bron (\(listed))", en: "rates without a source (\(listed))"),
          .assumed))
    }
    for assumption in ways.assumptions(run.estimates.people) { whole.add(assumption: assumption) }
    if uncited > 0 {
      whole.add(
        assumption: Text(
          nl: "\(uncited) van de \(cells.count) kansen zijn zonder bron",
          en: "\(uncited) of the \(cells.count) rates have no source"))
    }
    for cell in cells {
      guard let cited = cell.cited else { continue }
      let file = records[ImportedTables.rates, cell.record]?.fileName ?? "?"
      whole.add(Source(id: "rates", title: cited, publisher: file, date: ""))
    }
    for source in run.sources { whole.add(source) }
    for (way, words) in used.sorted(by: { $0.value < $1.value }) { whole.add(derivation(way, words)) }
  }

  private func derivation(_ origin: Way, _ words: String) -> Derivation {
    // Finer bands alone are of their own year.
    let isKeyed = origin.ways.contains(.keyFigures) || fine.isEmpty
    let keyed = areas(origin).first
    let people = isKeyed ? keyed?.file : fine.first
    let columns = isKeyed ? keyed?.columns : fine.first?.columns
    let own = (run.estimates.rates.cells[origin.group] ?? []).first.flatMap {
      records[ImportedTables.rates, $0.record]
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
          column: "rate", label: Text(nl: "kans", en: "rate"), file: own?.file ?? "?", fileColumns: ["rate"],
          evidence: own?.evidence),
      ])
  }
}
