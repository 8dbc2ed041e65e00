import WorkbenchKit

/// Reads a file, finds out what it is, and puts it into the workspace.
struct Importer {
  let codebook: Codebook
  let context: Context
  /// The target groups that an analyst's table may name.
  var groups: [CountedGroup] = []
  var wanted: String?
  var year: Int?
  var scope = Scope(word: nil, place: nil)
  var encoding: DelimitedText.Encoding?
  /// The signs within numbers, as far as they are known.
  var marks = GivenMarks()
  var evidence: Evidence?
  var place: Place?
  var protection = Protection.strict
  /// The kinds of facilities that are known, and the one that was given for all points of a file.
  var kinds: [FacilityKind] = []
  var kind: String?
  /// Files with what the codes of CBS's open data are called.
  var codes: [String] = []
  /// The level of areas that the file names only.
  var level: AreaLevel?
  /// The parts that are wanted of what figures are told apart by.
  var wishes: [RowDimensions.Wish] = []
  /// Which table of a file that holds several, and how it is taken.
  var choice = SourceChoice()
  /// Whether figures that come with outlines are wanted.
  var withFigures = false

  /// Takes a file in; nothing is kept where it throws.
  ///
  /// - Throws: what the readers throw, `import.unrecognised`, `personal.found`.
  func take(_ path: String) throws -> [Imported] {
    var choice = choice
    choice.decimal = marks.decimal
    let opened = try context.openText(path, choice, at: place)
    let file = opened.file
    var imported: [Imported]
    do { imported = try read(opened) } catch let problem as Diagnostic { throw problem.at(place) }
    accountOnce(&imported)
    if let year, !imported.isEmpty, let problem = contradiction(year, file) {
      imported[0].counts.remarks.insert(problem, at: 0)
    }
    for index in imported.indices {
      try context.checkInterrupt()
      try compare(&imported[index])
      imported[index].record.rows = imported[index].counts.read
      if !imported[index].record.isInvented,
        OwnFigures.areIn(imported[index].table, imported[index].record.kind, codebook)
      {
        imported[index].record.isOwn = true
        imported[index].counts.remarks.append(OwnFigures.remark)
      }
      let one = imported[index]
      let meaning = one.adds ? self.meaning(one.record.kind) : nil
      imported[index].counts.emptied = try ImportedTables.store(
        one.table, as: one.name, one.record, key: one.key, adding: meaning,
        in: context.workspace)
      context.workspace.note(one.record.input(columns: one.record.columns))
    }
    if imported.contains(where: { $0.record.kind == .areas }) {
      try CarriedTables.renew(codebook, in: context.workspace)
    } else {
      let years = Set(imported.filter { $0.record.kind == .health }.compactMap(\.record.year))
      if !years.isEmpty { try CarriedTables.renew(codebook, ofPercentages: years, in: context.workspace) }
    }
    return imported
  }

  /// What a column holds, whatever number a file gives it: of percentages that no list knows the stem tells, but not the last word
  /// of a title of the website.
  private func meaning(_ kind: ImportRecord.Kind) -> (String) -> FigureMeaning? {
    { name in
      if let known = codebook.meaning(of: name) { return FigureMeaning(name: known) }
      guard kind == .health, StatLineTitle(name) == nil else { return nil }
      return FigureMeaning(name: Stem.of(name), isKnown: false)
    }
  }

  /// What became of the columns, and how numbers were read, is told once for a file, not with each of its years and ages.
  private func accountOnce(_ imported: inout [Imported]) {
    for index in imported.indices.dropFirst() {
      let told = imported[0].counts.numbers
      imported[0].counts.numbers += imported[index].counts.numbers.filter { !told.contains($0) }
      imported[index].counts.numbers = []
    }
    let ofFigures = imported.indices.filter { !imported[$0].counts.columns.isEmpty }
    guard let first = ofFigures.first, ofFigures.count > 1 else { return }
    imported[first].counts.columns = ColumnAccount.merged(ofFigures.map { imported[$0].counts.columns })
    for index in ofFigures.dropFirst() { imported[index].counts.columns = [] }
  }

  /// What is to be said where the file's name speaks of another year than the one that was given.
  private func contradiction(_ given: Int, _ file: ReadFile) -> Text? {
    let named = Period.years(in: file.name)
    guard let said = named.last, !named.contains(given) else { return nil }
    return ImportProblem.yearDiffers(given: given, said: said, by: .name)
  }

  /// Reads a file without keeping it.
  func read(_ opened: OpenedFile) throws -> [Imported] {
    let file = opened.file
    if let sourced = opened.sourced, let features = GeoJSONFeatures(sourced) {
      try sourced.features?.checkSystem(file.name)
      var imported = try read(features, file)
      imported[0].counts.remarks += opened.notices.map(\.text)
      return imported
    }
    let shape = FileShape(
      opened: opened, encoding: encoding, marks: marks, protection: protection, codes: codes, year: year, place: place,
      context: context
    )
    if opened.sourced == nil, file.isJSON {
      let features = try file.bytes.withUnsafeBufferPointer { try GeoJSONFeatures($0) }
      if features.features == nil, let table = try shape.openData() { return try read(table, file) }
      return try read(features, file)
    }
    var table = try shape.table()
    if let sourced = opened.sourced {
      table.around = (sourced.titleLines, sourced.footLines)
    }
    table.remarks += opened.notices.map(\.text)
    return try read(table, file)
  }

  private func read(_ features: GeoJSONFeatures, _ file: ReadFile) throws -> [Imported] {
    let holds = features.arePoints ? "facilities" : "geometry"
    if let wanted, wanted != holds { throw FileKind.unrecognised(file.name, header: [], wanted: wanted) }
    var admitted = features
    admitted.properties = try features.properties.admitted(by: protection, file.name)
    if features.arePoints { return try facilities(file).read(admitted, year: year) }
    return try GeometryReader(
      file: file, scope: scope, evidence: evidence ?? .measured, codebook: codebook, withFigures: withFigures
    ).read(admitted, year: year)
  }

  private func read(_ table: FileShape.Table, _ file: ReadFile) throws -> [Imported] {
    var imported = try read(table.text, file)
    guard !imported.isEmpty else { return [] }
    imported[0].counts.remarks += table.remarks
    imported[0].counts.columns += table.columns
    if !table.turned.isEmpty {
      accountOnce(&imported)
      imported[0].counts.columns = ColumnAccount.turned(imported[0].counts.columns, into: table.turned)
    }
    if let year, let said = Set(Period.years(in: table.around.title.joined(separator: " "))).only, said != year {
      imported[0].counts.remarks.append(ImportProblem.yearDiffers(given: year, said: said, by: .title))
    }
    imported[0].counts.linesAround = table.around.title.count + table.around.foot.count
    return imported
  }

  private func read(_ text: DelimitedText, _ file: ReadFile) throws -> [Imported] {
    let kind = FileKind.recognise(text.header, codebook)
    let words = AreaWords(context.workspace, year: year, level: level)
    switch kind {
    case .areas(let style)? where wanted == nil || wanted == "areas":
      return try areas(text, file, style, words)
    case nil where wanted == "areas":
      // It is nothing else, and the user says so: the codes may stand under any name.
      return try areas(text, file, .statline, words)
    case .health? where wanted == nil || wanted == "health":
      return try HealthReader(
        file: file, scope: scope, codebook: codebook, evidence: evidence ?? .modelled, words: words, wishes: wishes
      ).read(text, year: year)
    case .analyst(let sheet)? where wanted == nil || wanted == sheet.rawValue:
      return try read(text, file, as: sheet, words)
    case _ where wanted.flatMap(FileKind.AnalystSheetKind.init) != nil:
      // The reader itself names the column that is lacking.
      return try read(text, file, as: wanted.flatMap(FileKind.AnalystSheetKind.init) ?? .rates, words)
    case .forecast? where wanted == nil || wanted == "forecast":
      guard let columns = ForecastColumns(text.header) else { break }
      return try ForecastReader(file: file, scope: scope, evidence: evidence ?? .modelled).read(text, columns)
    case .supply? where wanted == nil || wanted == "supply":
      return try SupplyReader(
        file: file, scope: scope, evidence: evidence ?? .measured,
        atlas: try? Atlas(context.workspace)
      ).read(text, year: year)
    case .facilities? where wanted == nil || wanted == "facilities":
      return try facilities(file).read(text, year: year)
    default: break
    }
    throw FileKind.unrecognised(file.name, header: text.header, wanted: wanted)
  }

  private func areas(_ text: DelimitedText, _ file: ReadFile, _ style: FileKind.AreasStyle, _ words: AreaWords) throws
    -> [Imported]
  {
    try AreasReader(
      file: file, scope: scope, codebook: codebook, evidence: evidence ?? .measured, anyColumn: wanted == "areas",
      words: words, wishes: wishes
    ).read(text, style: style, year: year)
  }

  private func facilities(_ file: ReadFile) -> FacilitiesReader {
    FacilitiesReader(file: file, kinds: kinds, kind: kind, evidence: evidence ?? .measured, marks: marks)
  }

  private func read(_ text: DelimitedText, _ file: ReadFile, as kind: FileKind.AnalystSheetKind, _ words: AreaWords)
    throws -> [Imported]
  {
    switch kind {
    case .rates:
      try RatesReader(file: file, groups: groups, evidence: evidence ?? .assumed).read(text)
    case .margins:
      try MarginsReader(file: file, groups: groups, evidence: evidence ?? .measured, words: words).read(text)
    case .population:
      try PopulationReader(file: file, scope: scope, evidence: evidence ?? .measured, words: words).read(
        text, year: year)
    case .counts:
      try CountsReader(file: file, groups: groups, evidence: evidence ?? .measured, words: words).read(text)
    case .survival:
      try SurvivalReader(file: file, evidence: evidence ?? .assumed).read(text)
    }
  }

  /// Counts the areas that what was imported before does not know.
  private func compare(_ imported: inout Imported) throws {
    let counterparts =
      imported.record.kind == .areas
      ? context.workspace.names(.tables, prefix: ImportedTables.healthPrefix)
      : context.workspace.names(.tables, prefix: ImportedTables.areasPrefix)
    guard let newest = counterparts.max(by: { Self.year($0) < Self.year($1) }),
      let table = try context.workspace.table(newest), let known = table.column("code")?.texts,
      let codes = imported.table.column("code")?.texts
    else { return }
    let all = Set(known.compactMap { $0 })
    let names = imported.table.column("name")?.texts
    let municipalities = imported.table.column("municipality")?.texts
    let rows = codes.indices.filter { row in codes[row].map { !all.contains($0) } ?? false }
    imported.counts.unmatched = rows.map { row in
      let code = codes[row] ?? ""
      // Health figures have no names of their own.
      return names?[row].map { "\($0) (\(code))" } ?? municipalities?[row].map { "\(code) (\($0))" } ?? code
    }
    for row in rows {
      if let name = municipalities?[row] { imported.counts.unmatchedIn[name, default: 0] += 1 }
    }
    imported.counts.counterpart = Self.year(newest)
  }

  private static func year(_ table: String) -> Int {
    table.split(separator: ".").dropFirst(2).first.flatMap { Int($0) } ?? 0
  }
}

extension Set {
  /// The one element of a set that has one.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
