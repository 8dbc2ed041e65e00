extension DelimitedText {
  /// Cells after the guard has been over them.
  struct Admitted {
    var header: [String]
    var bytes: [UInt8]
    var cells: [DelimitedCell]
  }

  /// Leaves out columns, gives the values of others pseudonyms, and stops at personal data in the rest.
  ///
  /// - Throws: what `Protection.admit` throws.
  static func admit(_ raw: Admitted, _ protection: Protection, name: String) throws -> Admitted {
    try protection.demandNames(raw.header, of: name)
    let dropped = try raw.header.places(of: protection.dropped, protection)
    let pseudonymised = try raw.header.places(of: protection.pseudonymised, protection).subtracting(dropped)
    let findings = findings(in: raw, skipping: dropped.union(pseudonymised), protection.isOfRespondents)
    try protection.demandNone(findings, in: name)
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
      admitted.bytes += Array(try protection.pseudonym(of: text).utf8)
      guard admitted.bytes.count < 1 << 31 else { throw DelimitedProblems(name: name).tooLarge() }
      admitted.cells[index] = DelimitedCell(start, admitted.bytes.count)
      known[text] = admitted.cells[index]
    }
    guard !dropped.isEmpty else { return admitted }
    admitted.header = raw.header.indices.filter { !dropped.contains($0) }.map { raw.header[$0] }
    admitted.cells = admitted.cells.indices.filter { !dropped.contains($0 % width) }.map { admitted.cells[$0] }
    return admitted
  }

  private static func findings(
    in raw: Admitted, skipping skipped: Set<Int>, _ isOfRespondents: Bool
  ) -> [PersonalFinding] {
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
            if length >= PersonalColumn.shortest {
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
}

extension [String] {
  /// The places of names that a flag gave.
  ///
  /// - Throws: `column.unknown`.
  fileprivate func places(of names: [String], _ protection: Protection) throws -> Set<Int> {
    var places: Set<Int> = []
    for name in names {
      _ = try Table(columns: map { Column.texts($0, []) }).require(name, at: protection.place)
      for index in indices where self[index] == name { places.insert(index) }
    }
    return places
  }
}
