extension DelimitedText {
  /// Finds the header and the cells, and lets no personal data through.
  ///
  /// - Throws: `personal.found`, and what reading with a guard throws.
  public init(bytes: [UInt8], options: Options = Options()) throws {
    try self.init(bytes: bytes, options: options, protection: .strict)
  }
}

extension Protection: CellGuard {
  /// Leaves out columns, gives the values of others pseudonyms, and stops at personal data in the rest.
  ///
  /// - Throws: `personal.found`, `column.unknown`, `personal.nokey`, `file.toolarge`; what `asking` throws.
  public func admit(
    _ raw: GuardedCells, from name: String, asking: (Double) throws -> Void
  ) throws -> GuardedCells {
    try demandNames(raw.header, of: name)
    let dropped = try places(of: self.dropped, in: raw.header)
    let pseudonymised = try places(of: self.pseudonymised, in: raw.header).subtracting(dropped)
    try demandNone(findings(in: raw, skipping: dropped.union(pseudonymised), asking: asking), in: name)
    if dropped.isEmpty, pseudonymised.isEmpty { return raw }
    var (header, bytes, cells) = (raw.header, raw.bytes, raw.cells)
    // A value that is met again has its pseudonym already.
    var known: [String: DelimitedCell] = [:]
    try cells.replace(in: pseudonymised) { cell in
      let text = raw.bytes.withUnsafeBufferPointer { cell.text(in: $0, trimmed: true) }
      if text.isEmpty || text == "." { return nil }
      if let cell = known[text] { return cell }
      let start = bytes.count
      bytes += Array(try pseudonym(of: text).utf8)
      guard bytes.count < 1 << 31 else { throw DelimitedProblems(name: name).tooLarge() }
      let renamed = DelimitedCell(start, bytes.count)
      known[text] = renamed
      return renamed
    }
    if !dropped.isEmpty {
      let kept = raw.header.indices.filter { !dropped.contains($0) }
      header = kept.map { raw.header[$0] }
      cells = cells.keeping(kept)
    }
    return GuardedCells(header: header, bytes: bytes, cells: cells)
  }

  private func findings(
    in raw: GuardedCells, skipping skipped: Set<Int>, asking: (Double) throws -> Void
  ) throws -> [PersonalFinding] {
    let none = raw.header.map { PersonalColumn($0, isOfRespondents: isOfRespondents) }
    let found = try raw.bytes.withUnsafeBufferPointer { bytes in
      try raw.cells.map(asking: asking) { piece in
        var tallies = none
        Self.look(at: piece.cells, in: bytes, &tallies)
        return tallies
      }
    }
    let tallies = found.reduce(into: none) { all, piece in
      for column in piece.indices { all[column].add(piece[column]) }
    }
    return PersonalData.findings(raw.header, tallies).filter { finding in
      raw.header.firstIndex(of: finding.column).map { !skipped.contains($0) } ?? true
    }
  }

  private static func look(
    at cells: [DelimitedCell], in bytes: UnsafeBufferPointer<UInt8>, _ tallies: inout [PersonalColumn]
  ) {
    let isQuiet = isQuiet(cells, tallies.count, in: bytes)
    cells.withUnsafeBufferPointer { cells in
      tallies.withUnsafeMutableBufferPointer { tallies in
        var column = 0
        for cell in cells {
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
  }

  /// Whether in the text of some rows stands neither the sign of an e-mail address nor anything that could be read as another sign.
  private static func isQuiet(_ cells: [DelimitedCell], _ width: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = cells.first?.start, let end = cells.suffix(width).map(\.end).max() else { return true }
    return PlainCell.isQuiet(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[Int(start)..<end]))
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
