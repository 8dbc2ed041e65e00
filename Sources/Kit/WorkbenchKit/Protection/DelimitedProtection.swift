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
  /// - Throws: `personal.found`, `column.unknown`, `personal.nokey`, `file.toolarge`.
  public func admit(_ raw: GuardedCells, from name: String) throws -> GuardedCells {
    try demandNames(raw.header, of: name)
    let dropped = try places(of: self.dropped, in: raw.header)
    let pseudonymised = try places(of: self.pseudonymised, in: raw.header).subtracting(dropped)
    try demandNone(findings(in: raw, skipping: dropped.union(pseudonymised)), in: name)
    if dropped.isEmpty, pseudonymised.isEmpty { return raw }
    var admitted = raw
    let width = raw.header.count
    // A value that is met again has its pseudonym already.
    var known: [String: DelimitedCell] = [:]
    for index in admitted.cells.indices where pseudonymised.contains(index % width) {
      let text = raw.bytes.withUnsafeBufferPointer { raw.cells[index].text(in: $0, trimmed: true) }
      if text.isEmpty || text == "." { continue }
      if let cell = known[text] {
        admitted.cells[index] = cell
        continue
      }
      let start = admitted.bytes.count
      admitted.bytes += Array(try pseudonym(of: text).utf8)
      guard admitted.bytes.count < 1 << 31 else { throw DelimitedProblems(name: name).tooLarge() }
      admitted.cells[index] = DelimitedCell(start, admitted.bytes.count)
      known[text] = admitted.cells[index]
    }
    guard !dropped.isEmpty else { return admitted }
    admitted.header = raw.header.indices.filter { !dropped.contains($0) }.map { raw.header[$0] }
    admitted.cells = admitted.cells.indices.filter { !dropped.contains($0 % width) }.map { admitted.cells[$0] }
    return admitted
  }

  private func findings(in raw: GuardedCells, skipping skipped: Set<Int>) -> [PersonalFinding] {
    let width = raw.header.count
    var tallies = raw.header.map { PersonalColumn($0, isOfRespondents: isOfRespondents) }
    raw.bytes.withUnsafeBufferPointer { bytes in
      raw.cells.withUnsafeBufferPointer { cells in
        tallies.withUnsafeMutableBufferPointer { tallies in
          var column = 0
          for cell in cells {
            var start = Int(cell.start)
            let end = cell.end
            while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
            let length = end - start
            if length >= PersonalColumn.shortest || length > 0 && tallies[column].takesShort {
              tallies[column].look(at: UnsafeBufferPointer(rebasing: bytes[start..<end]))
            } else if length > 0 {
              tallies[column].present += 1
            }
            column += 1
            if column == width { column = 0 }
          }
        }
      }
    }
    return PersonalData.findings(raw.header, tallies).filter { finding in
      raw.header.firstIndex(of: finding.column).map { !skipped.contains($0) } ?? true
    }
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
