/// What is done about a table of which not all fits in memory.
extension TableIntake {
  /// What the collector was given.
  struct Collected {
    /// What came in, without its rows.
    var table: Table
    /// The names of the columns of which the part consists.
    let columnNames: [String]
    var rowCount = 0
  }

  /// Takes in of a file what is asked for.
  ///
  /// - Parameter isPlain: whether a part of it can be taken on the way.
  /// - Throws: `file.memory`, `column.unknown`; what reading throws.
  func incoming(_ rows: some RowsInBlocks, isPlain: Bool, _ context: Context) throws -> IncomingTable {
    var taken: (table: Table, rows: [Int]?)?
    let collected = isPlain ? try collected(rows, context) : nil
    let needed = isPlain ? needed(rows, context) : nil
    if let collected {
      taken = (collected.table, nil)
    } else if isPlain, let part {
      if part.rows == nil { try demandMemory(for: rows.columns(of: part), of: rows, context) }
      taken = try rows.table(of: part, asking: { try tell($0, of: rows, part, context) })
    }
    if taken == nil { try demandMemory(for: needed, of: rows, context) }
    var table =
      try taken?.table
      ?? rows.table(of: needed ?? Array(rows.header.indices), asking: { try context.reading((1 + $0) / 2) })
    table.origin = RowOrigin(file: rows.name, sha256: "", rows: taken?.rows)
    return IncomingTable(
      table: table, isPart: taken != nil, isWhole: taken == nil && needed == nil, isCollected: collected != nil,
      columnNames: collected?.columnNames ?? needed.map { _ in rows.header }, rowCount: collected?.rowCount)
  }

  /// The columns that the stages behind a `read` look at, where these give no others; nil for all.
  private func needed(_ rows: some RowsInBlocks, _ context: Context) -> [Int]? {
    guard part == nil, asked.isEmpty else { return nil }
    return SourceStage.columns(of: context.stages).flatMap(rows.columns(neededFor:))
  }

  /// Gives the rows to the collector piece by piece, where they do not fit in memory; nil where they do, or where it cannot take them so.
  private func collected(_ text: some RowsInBlocks, _ context: Context) throws -> Collected? {
    guard let collector, part != nil || asked.isEmpty, let kept = try? text.columns(of: part ?? TablePart()),
      let needed = needed(text, of: kept, context), lacksMemory(text.memory(of: needed))
    else { return nil }
    try demandColumns(of: text.names(kept), context)
    var collected = Collected(table: Table(columns: []), columnNames: kept.map { text.header[$0] })
    var isEnough = false
    let isTaken = try text.eachBlock(
      of: needed, where: part?.rows,
      asking: {
        try context.reading((1 + $0) / 2)
        try FreeMemory.demandRoom(for: text.name)
      },
      { rows, numbers in
        var rows = rows
        rows.origin = RowOrigin(file: text.name, sha256: "", rows: numbers)
        if collected.table.columns.isEmpty { collected.table = rows.rows([]) }
        collected.rowCount += rows.rowCount
        guard try collector.take(rows) else { return false }
        // How many rows a condition leaves is known at the end only.
        isEnough = collector.hasEnough && part?.rows == nil
        return !isEnough
      })
    if isEnough { collected.rowCount = text.rowCount }
    return isTaken || isEnough ? collected : nil
  }

  /// The columns of a part at which the stages behind look, in the order of the part; nil where one is not there, or where any of the
  /// others may matter.
  private func needed(_ text: some RowsInBlocks, of kept: [Int], _ context: Context) -> [Int]? {
    // Those that a source was asked stand in `stages` where there is a condition here.
    let stages = context.following.compactMap(\.stated)
    guard let names = SourceStage.columns(of: stages) else { return kept }
    guard let needed = text.columns(neededFor: names), Set(needed).isSubset(of: kept) else { return nil }
    // A group says of areas when they lie within each other, and what a collector keeps does not tell.
    let isGrouped = stages.contains { if case .group = $0 { true } else { false } }
    if isGrouped, needed.count != names.count { return nil }
    return kept.filter(Set(needed).contains)
  }

  /// Says how far the taking of a part is.
  ///
  /// - Throws: `file.memory` where what is kept leaves no room.
  private func tell(_ done: Double, of text: some RowsInBlocks, _ part: TablePart, _ context: Context) throws {
    try context.reading((1 + done) / 2)
    if part.rows != nil, text.memory(of: Array(text.header.indices)) >= FreeMemory.askedFrom {
      try FreeMemory.demandRoom(for: text.name)
    }
  }

  /// - Throws: `file.memory`; before it `column.unknown` where a stage behind names a column that is not there.
  private func demandMemory(for columns: [Int]?, of text: some RowsInBlocks, _ context: Context) throws {
    let kept = columns ?? Array(text.header.indices)
    let size = text.memory(of: kept)
    if lacksMemory(size) { try demandColumns(of: text.names(kept), context) }
    if size >= FreeMemory.askedFrom { try FreeMemory.demand(size, for: text.name, isCutable: true) }
  }

  /// - Throws: `column.unknown` where the part, or a stage behind, names a column that the heading of a text does not have.
  func demandColumns(inBeginningOf stored: any StoredBytes, _ name: String, _ context: Context) throws {
    let beginning = try TextSource(stored).bytes(0..<min(1 << 16, stored.count))
    let lines = beginning.prefix(through: beginning.lastIndex(of: 0x0A) ?? beginning.count - 1)
    let options = DelimitedText.Options(delimiter: delimiter, marks: marks, encoding: encoding, name: name)
    // What is wrong with it is said when it is read.
    guard let text = try? DelimitedText(bytes: Array(lines), options: options, protection: protection) else { return }
    let part = part ?? TablePart()
    _ = try part.rows?.columns(text.names)
    try demandColumns(of: text.names(text.columns(of: part)), context)
  }

  /// Refuses a table in which a stage behind does not find a column that it names: said before anything large begins.
  ///
  /// - Parameter names: the table without rows; of what type its columns are is not known.
  /// - Throws: `column.unknown`.
  private func demandColumns(of names: Table, _ context: Context) throws {
    var output = Output(names)
    for next in context.following {
      guard let stated = next.stated else { return }
      do {
        output = try next.apply(output)
      } catch let error as Diagnostic {
        if error.code == "column.unknown" { throw error }
        // Rows that were left out would leave the columns as they are.
        guard case .filter = stated else { return }
      }
    }
  }
}
