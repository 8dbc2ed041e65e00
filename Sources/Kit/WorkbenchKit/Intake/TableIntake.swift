/// The one door by which a table comes in from a file. Personal data do not pass it, unless they are left out or pseudonymised.
public struct TableIntake {
  /// Nil where it is found out.
  public var format: TableFormat?
  /// Nil where it is found out.
  public var delimiter: UInt8?
  /// The signs within numbers, as far as they are known.
  public var marks: GivenMarks
  /// Whether nobody writes three decimals in a column of this name: counts, and amounts of money. It settles what else is
  /// in doubt.
  public var isWhole: (String) -> Bool = { _ in false }
  /// Whether the cells of a column of this name are kept as they are written too: where a sign on one row means another unit
  /// than on the next. Nil where no cells are.
  public var keepsWritten: ((String) -> Bool)?
  /// Nil where it is UTF-8.
  public var encoding: TextEncoding?
  /// Which table of a file that holds several, and how it is taken.
  public var choice = SourceChoice()
  /// Whether the rows are persons whatever is found, so that nothing is done with them elsewhere.
  public var isOfPersons = false
  /// Whether a table of persons of whom only figures may come out is taken: what is done with it is looked after.
  public var passesSealed = false
  /// Whether columns of dates stay what they are; else they come as texts, `2027-01-31`, as they stand in a file.
  public var keepsDates = false
  /// What of a table that lies elsewhere is wanted. Where it lies as much of it is done as has an equal outcome, so that who asks does
  /// all of it once more to what comes; of a file all comes.
  public var asked: [SourceStage] = []
  /// What of the table is taken while it is read; nil for all. Where it cannot be done on the way, all comes: see `TakenTable.isPart`.
  public var part: TablePart?
  /// Makes of the rows what the stages behind make of them; nil where they need the table. It is asked where the table does not fit in
  /// memory, and gets the part.
  public var collector: (any RowCollector)?
  /// Whether so many bytes are more than there are.
  @_spi(Host) public var lacksMemory: (Int) -> Bool = FreeMemory.lacks
  /// The guard.
  public var protection: Protection

  /// Makes an intake that finds everything out.
  ///
  /// - Parameters:
  ///   - protection: the guard; without one nothing personal passes.
  ///   - marks: the signs within numbers, as far as they are known.
  public init(protection: Protection = .strict, marks: GivenMarks = GivenMarks()) {
    self.protection = protection
    self.marks = marks
  }

  /// Reads a table, and notes the file as an input with its rows and columns. `FILE!NAME` is a sheet, a layer or a member of it.
  ///
  /// - Throws: `file.*`, `source.*`, `json.syntax`, `table.json`, `table.wide`, `personal.found`, `column.unknown`.
  public func take(_ path: String, at place: Place?, in context: Context) throws -> TakenTable {
    if let taken = try takeStored(path, at: place, in: context) { return noted(taken, path, [], in: context) }
    let opened = try open(path, at: place, in: context)
    let file = opened.file
    do {
      let taken = try opened.sourced.map { try admit($0, of: file) } ?? decode(file, in: context)
      return noted(taken, file.path, opened.notices, in: context)
    } catch let error as Diagnostic { throw error.at(place) }
  }

  /// Notes what was taken as an input, with what has to be said about how it was opened.
  private func noted(_ taken: TakenTable, _ path: String, _ notices: [Notice], in context: Context) -> TakenTable {
    context.workspace.note(
      InputFile(
        path: path, sha256: taken.sha256, rows: taken.rowCount ?? taken.table.rowCount,
        columns: taken.columnNames ?? taken.table.columnNames))
    var table = keepsDates ? taken.table : taken.table.withDatesAsTexts
    if table.origin == nil { table.origin = RowOrigin(file: taken.name, sha256: taken.sha256) }
    return TakenTable(
      table: table, name: taken.name, sha256: taken.sha256, notices: notices + taken.notices + protection.notices,
      isPart: taken.isPart, isCollected: taken.isCollected, written: taken.written)
  }

  /// Takes a table out of a large text in columns, or of JSON Lines, whose bytes stay where they are; nil of any other file.
  private func takeStored(_ path: String, at place: Place?, in context: Context) throws -> TakenTable? {
    let isPlain = encoding != .cp1252 && protection.dropped.isEmpty && protection.pseudonymised.isEmpty
    guard choice.asksNothing, isPlain, keepsWritten == nil,
      let (stored, beginning) = try context.storedText(path, at: place)
    else { return nil }
    let format = format ?? TableFormat(name: path, bytes: beginning)
    if format == .json { return nil }
    let name = ReadFile(path: path, bytes: [], sha256: "").name
    do {
      let isDelimited = format != .jsonl
      // What is read out of a text takes about twice its size; of a part it is known when its rows are counted.
      if isDelimited, lacksMemory(stored.count * 2) { try demandColumns(inBeginningOf: stored, name, context) }
      if part == nil, SourceStage.columns(of: context.stages) == nil, collector == nil {
        if stored.count >= FreeMemory.askedFrom { try FreeMemory.demand(stored.count * 2, for: name, isCutable: true) }
      }
      guard isDelimited else {
        return try storedLines(stored, name, context)?.with(digest(of: stored, path, context))
      }
      var options = DelimitedText.Options(delimiter: delimiter, marks: marks, encoding: encoding, name: name)
      options.keepsCells = false
      let text = try DelimitedText(
        stored: stored, options: options, protection: protection, asking: { try context.reading($0 / 2) })
      return try table(of: text, context).with(digest(of: stored, path, context))
    } catch let error as Diagnostic { throw error.at(place) }
  }

  /// The digest of a stored file that was read.
  ///
  /// - Throws: `file.changed`; what reading it throws.
  private func digest(of stored: any StoredBytes, _ path: String, _ context: Context) throws -> String {
    let digest = try stored.sha256()
    try stored.demandUnchanged()
    context.files.wasRead(path, sha256: digest)
    return digest
  }

  private func storedLines(_ stored: any StoredBytes, _ name: String, _ context: Context) throws -> TakenTable? {
    let reader = JSONTableReader(name: name, asLines: true, isStrict: format != nil)
    if !isOfPersons, lacksMemory(stored.count * 2),
      let taken = try linesBeyondMemory(reader, TextSource(stored), context)
    {
      return taken
    }
    if stored.count >= FreeMemory.askedFrom { try FreeMemory.demand(stored.count * 2, for: name) }
    return try reader.read(TextSource(stored)) { try context.reading($0) }.map { try taken($0, name) }
  }

  /// Takes in of lines what is asked for without all of them; nil where that cannot be.
  private func linesBeyondMemory(
    _ reader: JSONTableReader, _ source: TextSource, _ context: Context
  ) throws -> TakenTable? {
    let lines = try StoredLines(reader, source, protection) { try context.reading($0 / 2) }
    guard let lines, isPlain(lines.header) else { return nil }
    let incoming = try incoming(lines, isPlain: true, context)
    var outcome = TakenTable(
      table: incoming.table, name: reader.name, sha256: "",
      notices: Self.notices(long: lines.long, nested: lines.nested))
    outcome.note(incoming)
    // All of it was looked through.
    (outcome.columnNames, outcome.rowCount) = (lines.header, lines.rowCount)
    return outcome
  }

  /// A form that was given is believed.
  private func open(_ path: String, at place: Place?, in context: Context) throws -> OpenedFile {
    if format != nil, choice.asksNothing {
      return OpenedFile(file: try context.read(path, at: place), sourced: nil)
    }
    return try openAny(path, at: place, in: context)
  }

  /// Opens a file of whatever form, its numbers and its guard as they are here.
  func openAny(_ path: String, at place: Place?, in context: Context) throws -> OpenedFile {
    var choice = choice
    choice.decimal = marks.decimal
    // What a command asks for itself is none of the stages behind it.
    if !asked.isEmpty { context.stages = asked }
    defer { if !asked.isEmpty { (context.stages, context.stagesDone) = ([], 0) } }
    if !allowsStages { context.stages = [] }
    let opened = try context.open(path, choice, at: place)
    if !passesSealed { try opened.demandNotSealed(path, at: place) }
    return opened
  }

  /// What is left out or renamed here is not known where the rows are, nor that they are persons; and what stands behind a part that is taken
  /// here comes after it.
  private var allowsStages: Bool {
    protection.dropped.isEmpty && protection.pseudonymised.isEmpty && !isOfPersons && (part == nil || !asked.isEmpty)
  }

  /// Returns what would be asked of where a table lies, and what would be done here; nil for a file, which is read whole.
  ///
  /// - Throws: as `take`, as far as nothing has to be read for it.
  public func plan(_ path: String, at place: Place?, in context: Context) throws -> SourcePlan? {
    var choice = choice
    choice.decimal = marks.decimal
    let stages = context.stages
    if !asked.isEmpty { context.stages = asked }
    if !allowsStages { context.stages = [] }
    var plan = try context.plan(path, choice, at: place)
    if part != nil {
      plan?.steps = stages.map { _ in SourcePlan.Step(isThere: false, reason: SourcePlan.behindPart) }
    } else if !allowsStages {
      plan?.steps = stages.map { _ in SourcePlan.Step(isThere: false, reason: SourcePlan.guarded) }
    }
    return plan
  }

  /// A table that a source took out of a file, behind the guard.
  func admit(_ sourced: SourcedTable, of file: ReadFile) throws -> TakenTable {
    let admitted = try protection.admit(sourced.table, from: file.name)
    var taken = TakenTable(table: admitted, name: file.name, sha256: file.sha256, notices: [])
    for column in admitted.columns where keepsWritten?(column.name) ?? false {
      taken.written[column.name] = (0..<column.count).map { column[$0].isMissing ? "" : column[$0].plain }
    }
    return taken
  }

  /// Reads a table out of a file that is in memory.
  ///
  /// - Throws: `json.syntax`, `table.json`, `table.wide`, `personal.found`, `column.unknown`.
  func decode(_ file: ReadFile, in context: Context) throws -> TakenTable {
    switch format ?? TableFormat(name: file.name, bytes: file.bytes) {
    case .csv: return try delimited(file, context)
    case .json: return try json(file, asLines: false, context)
    case .jsonl: return try json(file, asLines: true, context)
    }
  }

  private func json(_ file: ReadFile, asLines: Bool, _ context: Context) throws -> TakenTable {
    if file.bytes.count >= FreeMemory.askedFrom {
      // Lines become columns at once; of a whole document each value is held for a while.
      try FreeMemory.demand(file.bytes.count * (asLines ? 2 : 8), for: file.name)
    }
    let bytes = try TextBytes.utf8(file.bytes, encoding: encoding, name: file.name)
    let reading = try JSONTableReader(name: file.name, asLines: asLines, isStrict: format != nil)
      .read(bytes) { try context.reading($0) }
    return try taken(reading, file.name).with(file.sha256)
  }

  /// What was read out of JSON, behind the guard.
  private func taken(_ reading: JSONTableReader.Reading, _ name: String) throws -> TakenTable {
    let admitted = try protection.admit(reading.table, from: name)
    return TakenTable(
      table: admitted, name: name, sha256: "", notices: Self.notices(long: reading.long, nested: reading.nested))
  }

  /// What has to be said of columns of JSON.
  private static func notices(long: [String], nested: [String]) -> [Notice] {
    var notices = long.isEmpty ? [] : [NumberNotices.long(long)]
    if !nested.isEmpty {
      let names = nested.joined(separator: ", ")
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "wat in een cel genest is, staat er als JSON: \(names)",
            en: "what is nested in a cell stands as JSON: \(names)")
        ))
    }
    return notices
  }

  // MARK: Delimited text

  private func delimited(_ file: ReadFile, _ context: Context) throws -> TakenTable {
    if file.bytes.count >= FreeMemory.askedFrom {
      // The places of the cells take about one and a half times the text; what is read out of them is asked for when it is known.
      try FreeMemory.demand(file.bytes.count / 2 * 3, for: file.name)
    }
    let text = try DelimitedText(
      bytes: file.bytes,
      options: DelimitedText.Options(delimiter: delimiter, marks: marks, encoding: encoding, name: file.name),
      protection: protection, asking: { try context.reading($0 / 2) })
    return try table(of: text, context).with(file.sha256)
  }

  /// The table of a text, with what has to be said about it.
  private func table(of text: DelimitedText, _ context: Context) throws -> TakenTable {
    var text = text
    let whole = text.header.indices.filter { isWhole(text.header[$0]) }
    if !whole.isEmpty { text = text.settled(whole: whole) }
    // Columns that are called the same get a number behind their names once all are there.
    let isPlain = isPlain(text.header) && text.repeatedNames.isEmpty
    let incoming = try incoming(text, isPlain: isPlain, context)
    let table = incoming.table
    var notices: [Notice] = []
    if let around = Self.around(text) { notices.append(around) }
    if !text.repeatedNames.isEmpty { notices.append(Self.repeated(text.repeatedNames)) }
    if text.header.count == 1, delimiter == nil, let sign = text.header.first?.first(where: { ";,|\t".contains($0) }) {
      notices.append(Self.onlyColumn(sign))
    }
    let signed = table.columns.indices.filter { keepsWritten?(table.columns[$0].name) ?? false }
    let numeric = table.columns.indices.filter { table.columns[$0].numbers != nil }
    notices += text.numberNotices(
      of: incoming.isWhole ? numeric : numeric.compactMap { text.column(table.columns[$0].name) }.sorted(),
      signed: Set(signed))
    var outcome = TakenTable(table: table, name: text.name, sha256: "", notices: notices)
    outcome.note(incoming)
    for index in signed {
      outcome.written[table.columns[index].name] = (0..<table.rowCount).map { text.cell(row: $0, column: index) }
    }
    return outcome
  }

  /// Whether a part of a table can be taken on the way. Of persons each row has a place of its own, by which is known what was told of whom:
  /// they all come in, and so does a table of which the cells are wanted as they are written.
  private func isPlain(_ header: [String]) -> Bool {
    let saysPerson = header.contains {
      let meaning = ColumnMeaning($0)
      return meaning.isPerson || meaning.isBirth
    }
    let isGuarded = !protection.dropped.isEmpty || !protection.pseudonymised.isEmpty
    return !saysPerson && !isOfPersons && !isGuarded && !header.contains { keepsWritten?($0) ?? false }
  }

  /// What stands around the table is no row of it.
  private static func around(_ text: DelimitedText) -> Notice? {
    let count = text.titleLines.count + text.footLines.count
    guard count > 0 else { return nil }
    return Notice(
      .info,
      .counted(
        count,
        Text(
          nl: "regel met een titel of bron boven of onder de tabel is geen rij",
          en: "line with a title or source above or below the table is no row"),
        Text(
          nl: "regels met een titel of bron boven of onder de tabel zijn geen rijen",
          en: "lines with a title or source above or below the table are no rows")))
  }

  private static func repeated(_ names: [String]) -> Notice {
    let listed = names.map { "'\($0)'" }.joined(separator: ", ")
    return Notice(
      .caution,
      Text(
        nl: "kolomnamen die meer dan eens voorkomen, kregen een nummer erachter: \(listed)",
        en: "column names that stand more than once got a number behind them: \(listed)"))
  }

  private static func onlyColumn(_ sign: Character) -> Notice {
    Notice(
      .caution,
      Text(
        nl: "er is maar één kolom; scheidt '\(sign)' de cellen, geef dan --delimiter",
        en: "there is one column only; if '\(sign)' parts the cells, give --delimiter"))
  }
}
