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

  /// Letters to which one of another kind is canonically equal: the sign of kelvin, the Greek question mark and grave accent.
  private static let withOthers = Set("K;`".utf8)

  /// Whether a text is equal to no other, so that bytes can be held against each other.
  private static func isAlone(_ text: Translated) -> Bool {
    text.literal.map { isPlain($0) && !$0.utf8.contains(where: withOthers.contains) } ?? false
  }

  /// A column whose texts are filled up with blanks, and what is sought in it: a text with a blank at its end is none of these.
  private static func padded(_ left: Translated, _ right: Translated) throws -> (column: String, text: String)? {
    for (column, text) in [(left, right), (right, left)] {
      guard let padded = column.padded, column.isByBytes, let word = text.literal, !word.hasSuffix(" ") else {
        continue
      }
      return (padded, "\(try quoted(word).dropLast("::pg_catalog.text".count))::pg_catalog.bpchar")
    }
    return nil
  }

  private func canonical(_ text: Translated) throws -> String {
    if text.kind == .text(isPlain: true) { return text.sql }
    guard normalizes else { throw StaysHere(.letters) }
    return "pg_catalog.normalize(\(text.sql), 'NFC')"
  }

  func compareTexts(
    _ sign: SourceTerm.Comparison, _ spelled: String, _ left: Translated, _ right: Translated
  ) throws -> Translated {
    if sign == .equal || sign == .unequal {
      if Self.isAlone(left) || Self.isAlone(right) {
        // Without a word about the order an index of the server's can be used.
        if let padded = try Self.padded(left, right) {
          return Translated(sql: "(\(padded.column) \(spelled) \(padded.text))", kind: .truth)
        }
        let order = left.isByBytes || right.isByBytes ? "" : " collate \"C\""
        return Translated(sql: "(\(left.sql)\(order) \(spelled) \(right.sql)\(order))", kind: .truth)
      }
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
