import WorkbenchKit

/// Texts: equal where they are canonically; ordered, sought and counted on the server only where all letters are ASCII.
extension Translator {
  /// Returns a text as it stands in SQL.
  ///
  /// - Throws: `StaysHere` for one that no server can hold.
  static func quoted(_ text: String) throws -> String {
    guard !text.utf8.contains(0) else { throw StaysHere(.letters) }
    return "'\(text.replacing("'", with: "''"))'::pg_catalog.text"
  }

  static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D } }

  private func canonical(_ text: Translated) throws -> String {
    if text.kind == .text(isPlain: true) { return text.sql }
    guard normalizes else { throw StaysHere(.letters) }
    return "pg_catalog.normalize(\(text.sql), 'NFC')"
  }

  func compareTexts(
    _ sign: SourceTerm.Comparison, _ spelled: String, _ left: Translated, _ right: Translated
  ) throws -> Translated {
    if sign == .equal || sign == .unequal {
      return Translated(
        sql: "(\(try canonical(left)) collate \"C\" \(spelled) \(try canonical(right)) collate \"C\")", kind: .truth)
    }
    guard left.kind == .text(isPlain: true), right.kind == .text(isPlain: true) else { throw StaysHere(.letters) }
    // In small letters first; what is equal then stands by its own letters.
    func key(_ text: Translated) -> String {
      "pg_catalog.lower(\(text.sql) collate \"C\") collate \"C\", \(text.sql) collate \"C\""
    }
    return Translated(sql: "((\(key(left))) \(spelled) (\(key(right))))", kind: .truth)
  }

  func contains(_ text: Translated, _ needle: String) throws -> Translated {
    guard case .text(let isPlain) = text.kind else { throw StaysHere(.type) }
    guard isPlain else { throw StaysHere(.letters) }
    let sought = try Self.quoted(needle.lowercased())
    return Translated(
      sql: "(pg_catalog.strpos(pg_catalog.lower(\(text.sql) collate \"C\"), \(sought)) > 0)", kind: .truth)
  }

  func lowered(_ text: Translated) throws -> Translated {
    guard case .text(let isPlain) = text.kind else { throw StaysHere(.type) }
    guard isPlain else { throw StaysHere(.letters) }
    return Translated(sql: "pg_catalog.lower(\(text.sql) collate \"C\")", kind: text.kind)
  }

  func length(_ text: Translated) throws -> Translated {
    guard case .text(let isPlain) = text.kind else { throw StaysHere(.type) }
    guard isPlain else { throw StaysHere(.letters) }
    // No text of the server's is longer than 2^30 bytes.
    return Translated(
      sql: "pg_catalog.octet_length(\(text.sql))::pg_catalog.float8",
      kind: .number(.whole(0...1_073_741_824, mayBeMinusNought: false)))
  }
}
