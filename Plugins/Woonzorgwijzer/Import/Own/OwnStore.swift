import WorkbenchKit

/// Puts figures of one's own beside those that are there: an area that is new is added, the same figure again is no change, and
/// another figure of the same area is refused, or takes the place where that was asked for.
struct OwnStore {
  /// What became of the rows of a year.
  struct Kept {
    let year: Int
    var added: [String] = []
    var replaced = 0
    var same = 0
    var heldBack = 0
  }

  let figure: OwnFigure
  let file: ReadFile
  let cited: String?
  /// Whether another figure of an area takes the place of the one that is there.
  let replaces: Bool
  /// Counts below this are small, and no error shows them.
  let threshold: Int
  let atlas: Atlas
  let codebook: Codebook
  let workspace: WorkspaceHandle

  /// - Throws: `add.conflict` with its line.
  func keep(_ rows: OwnRows) throws -> [Kept] {
    var problems = RowProblems(file: file.name, nothing: OwnRows.nothing)
    var kept: [Kept] = []
    var due: [(table: OwnTable, rows: [OwnRows.Row], cited: String?)] = []
    for (year, these) in rows.years.sorted(by: { $0.key < $1.key }) {
      let table = OwnTable(year: year, base: figure.base, figure: figure.name)
      let before = try Before(table, in: workspace)
      var one = Kept(year: year)
      // By what is said of where they come from: a row that is completed keeps what was said of it.
      var incoming: [String?: [OwnRows.Row]] = [:]
      for row in these {
        if row.value.isNaN { one.heldBack += 1 }
        guard let known = before.rows[row.code] else {
          one.added.append(row.code)
          incoming[cited, default: []].append(row)
          continue
        }
        let isSame = row.agrees(with: known.value, known.mark)
        if isSame, known.holds(row), cited == nil || cited == known.cited {
          one.same += 1
        } else if isSame, row.agreesBeside(known.sample, known.error) || replaces {
          one.replaced += 1
          incoming[cited ?? known.cited, default: []].append(known.completing(row))
        } else if !isSame, known.value.isNaN || replaces {
          one.replaced += 1
          incoming[cited, default: []].append(row)
        } else {
          problems.refuse(
            row.line, "add.conflict", isSame ? otherBeside(row, known) : otherFigure(row, known),
            wayOut: Text(
              nl: "maak de bestanden gelijk, of laat het nieuwe cijfer gelden met --replace",
              en: "make the files alike, or let the new figure hold with --replace"),
            suggestion: "--replace")
        }
      }
      kept.append(one)
      for (said, these) in incoming.sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
        due.append((table: table, rows: these, cited: said))
      }
    }
    try problems.demandNone()
    for one in due { try store(one.rows, as: one.table, column: rows.column, cited: one.cited) }
    if !due.isEmpty {
      try CarriedTables.renew(codebook, ofPercentages: Set(due.map(\.table.year)), in: workspace)
    }
    return kept
  }

  private func otherFigure(_ row: OwnRows.Row, _ known: Before.Row) -> Text {
    let words = { (value: Double, mark: String?) -> Text in
      if let mark, value.isNaN { return .verbatim("'\(mark)'") }
      if figure.measure == .count, value > 0, value < Double(threshold) { return .verbatim("<\(threshold)") }
      return .number(value)
    }
    let (new, old) = (words(row.value, row.mark), words(known.value, known.mark))
    let from = known.from
    return Text(
      nl: "\(row.code) heeft nu \(new.nl), en \(from.nl) \(old.nl)",
      en: "\(row.code) has \(new.en) now, and \(from.en) \(old.en)")
  }

  /// The same figure with another number of people asked, or another standard error.
  private func otherBeside(_ row: OwnRows.Row, _ known: Before.Row) -> Text {
    let from = known.from
    if OwnRows.differ(row.sample, known.sample) {
      let (new, old) = (Text.number(row.sample), Text.number(known.sample))
      return Text(
        nl: "van \(row.code) zijn nu \(new.nl) mensen ondervraagd, en \(from.nl) \(old.nl)",
        en: "of \(row.code) \(new.en) people were asked now, and \(from.en) \(old.en)")
    }
    let (new, old) = (Text.number(row.error), Text.number(known.error))
    return Text(
      nl: "\(row.code) heeft nu een standaardfout van \(new.nl), en \(from.nl) \(old.nl)",
      en: "\(row.code) has a standard error of \(new.en) now, and \(from.en) \(old.en)")
  }

  private func store(_ rows: [OwnRows.Row], as table: OwnTable, column: String, cited: String?) throws {
    let codes = rows.map(\.code)
    let taken = ["code", "level", "municipality", "source", RowSources.column]
    let name = taken.contains(column) || OwnTable.isBeside(column) ? figure.name : column
    var columns: [Column] = [
      .texts("code", codes), .texts("level", codes.map { AreaLevel(code: $0)?.rawValue }),
      .texts("municipality", codes.map { atlas.area($0)?.municipality }),
      .numbers(
        name, rows.map(\.value), unit: figure.measure == .count && figure.isOfPeople ? .persons : nil),
    ]
    if rows.contains(where: { $0.mark != nil }) { columns.append(.texts(OwnTable.mark, rows.map(\.mark))) }
    if rows.contains(where: \.isOfShare) {
      columns.append(.texts(OwnTable.scale, rows.map { $0.isOfShare ? OwnScale.share : nil }))
    }
    for (name, values) in [(OwnTable.sample, rows.map(\.sample)), (OwnTable.error, rows.map(\.error))]
    where !values.allSatisfy(\.isNaN) {
      columns.append(.numbers(name, values))
    }
    var record = ImportRecord(
      kind: .own, file: file, year: table.year, age: figure.base, only: nil, columns: [name],
      evidence: codes.allSatisfy(Demo.isInvented) ? .illustrative : .measured)
    record.isOwn = true
    record.measure = figure.measure
    record.figure = figure.name
    record.unit = figure.unit
    record.cited = cited
    record.rows = rows.count
    try ImportedTables.store(Table(columns: columns), as: table.name, record, in: workspace)
    workspace.note(record.input(columns: [name]))
  }
}

/// What is there of a figure and year, by area.
private struct Before {
  struct Row {
    let value: Double
    let mark: String?
    let sample: Double
    let error: Double
    /// The file that it came from.
    let file: String?
    /// Where it comes from in the user's own words.
    let cited: String?

    /// Whether all that a row gives beside its figure is here too.
    func holds(_ row: OwnRows.Row) -> Bool {
      row.agreesBeside(sample, error) && (row.sample.isNaN || !sample.isNaN) && (row.error.isNaN || !error.isNaN)
    }

    /// A row with the same figure, and beside it what the row itself does not say.
    func completing(_ row: OwnRows.Row) -> OwnRows.Row {
      var whole = row
      if row.sample.isNaN { whole.sample = sample }
      if row.error.isNaN { whole.error = error }
      return whole
    }

    var from: Text {
      file.map { Text(nl: "'\($0)' gaf", en: "'\($0)' gave") } ?? Text(nl: "er was al", en: "there was")
    }
  }

  let rows: [String: Row]

  init(_ own: OwnTable, in workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table(own.name) else {
      rows = [:]
      return
    }
    let values = JoinedColumns(table.figureColumns.filter { !OwnTable.isBeside($0.name) }).values
    let marks = table.column(OwnTable.mark)?.texts
    let beside = { (name: String, row: Int) -> Double in table.column(name)?.numbers?[row] ?? .nan }
    let records = try ImportedTables.records(of: own.name, in: workspace)
    let sources = RowSources(table)
    var rows: [String: Row] = [:]
    for (row, code) in (table.column("code")?.texts ?? []).enumerated() {
      guard let code else { continue }
      let number = sources.record(row)
      let record = records.indices.contains(number) ? records[number] : nil
      rows[code] = Row(
        value: values.indices.contains(row) ? values[row] : .nan, mark: marks?[row],
        sample: beside(OwnTable.sample, row), error: beside(OwnTable.error, row), file: record?.fileName,
        cited: record?.cited)
    }
    self.rows = rows
  }
}
