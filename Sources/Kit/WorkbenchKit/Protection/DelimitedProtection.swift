extension DelimitedText {
  /// Finds the header and the cells, and lets no personal data through.
  ///
  /// - Throws: `personal.found`, and what reading with a guard throws.
  public init(bytes: [UInt8], options: Options = Options()) throws {
    try self.init(bytes: bytes, options: options, protection: .strict)
  }
}

extension Protection: CellGuard {
  /// Has counted nothing in any column.
  public func nothing(in header: [String]) -> PersonalTally {
    PersonalTally(columns: header.map { PersonalColumn($0, isOfRespondents: isOfRespondents) })
  }

  /// Counts in each column what looks personal.
  public func look(at rows: DelimitedRows, _ tally: inout PersonalTally) {
    let isQuiet = Self.isQuiet(rows)
    let bytes = rows.bytes
    tally.columns.withUnsafeMutableBufferPointer { tallies in
      var column = 0
      for cell in rows.cells {
        var start = Int(cell.start)
        let end = cell.end
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        let length = end - start
        if length < PersonalColumn.shortest && !(length > 0 && tallies[column].takesShort)
          || isQuiet && tallies[column].holdsMailAtMost(length, from: bytes[start])
        {
          if length > 0 { tallies[column].present += 1 }
        } else {
          tallies[column].look(at: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
        column += 1
        if column == tallies.count { column = 0 }
      }
    }
  }

  /// Adds up by column.
  public func add(_ below: PersonalTally, to tally: inout PersonalTally) {
    for column in tally.columns.indices { tally.columns[column].add(below.columns[column]) }
  }

  /// Leaves out columns, gives the values of others pseudonyms, and stops at personal data in the rest.
  ///
  /// - Throws: `personal.found`, `column.unknown`, `personal.nokey`, `file.toolarge`.
  public func admit(_ raw: GuardedCells, _ tally: PersonalTally, from name: String) throws -> GuardedCells {
    try demandNames(raw.header, of: name)
    let dropped = try places(of: self.dropped, in: raw.header)
    let pseudonymised = try places(of: self.pseudonymised, in: raw.header).subtracting(dropped)
    try demandNone(findings(tally, in: raw.header, skipping: dropped.union(pseudonymised)), in: name)
    if dropped.isEmpty, pseudonymised.isEmpty { return raw }
    var admitted = GuardedCells(header: raw.header, cells: try raw.cells.kept(), isChanged: true)
    if !pseudonymised.isEmpty { try rename(pseudonymised, in: &admitted.cells, of: name) }
    if !dropped.isEmpty {
      let kept = raw.header.indices.filter { !dropped.contains($0) }
      admitted.header = kept.map { raw.header[$0] }
      admitted.cells = try admitted.cells.keeping(kept)
    }
    return admitted
  }

  /// Puts pseudonyms behind the bytes of the text and has the cells of some columns stand there.
  private func rename(_ columns: Set<Int>, in cells: inout DelimitedCells, of name: String) throws {
    var bytes = try cells.bytes()
    // A value that is met again has its pseudonym already.
    var known: [String: Range<Int>] = [:]
    try cells.replace(in: columns) { text in
      if text.isEmpty || text == "." { return nil }
      if let place = known[text] { return place }
      let start = bytes.count
      bytes += Array(try pseudonym(of: text).utf8)
      guard bytes.count < 1 << 31 else { throw DelimitedProblems(name: name).tooLarge() }
      known[text] = start..<bytes.count
      return start..<bytes.count
    }
    cells = cells.over(bytes)
  }

  private func findings(
    _ tally: PersonalTally, in header: [String], skipping skipped: Set<Int>
  ) -> [PersonalFinding] {
    PersonalData.findings(header, tally.columns).filter { finding in
      header.firstIndex(of: finding.column).map { !skipped.contains($0) } ?? true
    }
  }

  /// Whether in the text of some rows stands neither the sign of an e-mail address nor anything that could be read as another sign.
  private static func isQuiet(_ rows: DelimitedRows) -> Bool {
    guard let start = rows.cells.first?.start, let end = rows.cells.suffix(rows.width).map(\.end).max() else {
      return true
    }
    return PlainCell.isQuiet(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(rows.bytes)[Int(start)..<end]))
  }

  /// The places of columns that a flag named.
  ///
  /// - Throws: `column.unknown`.
  private func places(of names: [String], in header: [String]) throws -> Set<Int> {
    var places: Set<Int> = []
    for name in names {
      _ = try Table(columns: header.map { Column.texts($0, []) }).require(name, at: place)
      for index in header.indices where header[index] == name { places.insert(index) }
    }
    return places
  }
}

/// What the guard counted in the columns of a text.
public struct PersonalTally: Sendable {
  var columns: [PersonalColumn]
}
