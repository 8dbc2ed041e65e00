extension ServerLink {
  /// What the server can do: PostgreSQL of a version that can do all of it is not asked, another is, once.
  func abilities() throws -> Abilities {
    if let known { return known }
    let version = parameter("server_version") ?? ""
    let isPlain = version.prefix { $0 != " " }.allSatisfy { $0.isNumber || $0 == "." }
    let isKnown = isPlain && versionNumber >= 130_000 && parameter("crdb_version") == nil
    let found = try isKnown ? Abilities() : triedAbilities()
    known = found
    return found
  }

  /// Tries what the server can do.
  func triedAbilities() throws -> Abilities {
    Abilities(
      copiesInBinary: try tries {
        var form = BinaryForm()
        try $0.copy("copy (select 1::pg_catalog.int4) to stdout (format binary)") { form.note($0) }
        return form.isWhole
      },
      normalizes: try tries {
        try $0.ask("select pg_catalog.normalize(e'e\\u0301', 'NFC')").value.map { Array($0.utf8) == [0xC3, 0xA9] }
          ?? false
      })
  }
}

/// What came of one row in the binary form.
private struct BinaryForm {
  private var bytes: [UInt8] = []

  mutating func note(_ piece: UnsafeRawBufferPointer) { bytes += piece }

  /// Head, one row of one cell of four bytes with the value 1, and the end.
  var isWhole: Bool {
    bytes.starts(with: Array("PGCOPY\n".utf8))
      && bytes.dropFirst(19).elementsEqual([0, 1, 0, 0, 0, 4, 0, 0, 0, 1, 255, 255])
  }
}
