import WorkbenchKit

/// How small areas and those around them are written, by the words of a person.
enum SmallAreaWords {
  private static func isDigits(_ text: Substring, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func isLetters(_ text: Substring) -> Bool { text.utf8.allSatisfy { (65...90).contains($0) } }

  /// A postcode without blanks and in capitals; nil for another word.
  static func postcode(_ word: String) -> String? {
    let bare = word.uppercased().filter { $0 != " " && $0 != "\u{A0}" }
    guard (4...6).contains(bare.utf8.count), isDigits(bare.prefix(4), 4), isLetters(bare.dropFirst(4)) else {
      return nil
    }
    return bare
  }

  /// A small area as answers show it.
  static func shown(_ word: String) -> String { postcode(word) ?? word.trimmedOfPadding }

  /// As a column may have it: `7551AB`, `7551 AB`, `7551ab`.
  static func forms(_ word: String) -> [String] {
    guard let code = postcode(word) else { return [word.trimmedOfPadding] }
    guard code.utf8.count > 4 else { return [code] }
    let parted = "\(code.prefix(4)) \(code.dropFirst(4))"
    return [code, parted, code.lowercased(), parted.lowercased()]
  }

  /// Words that are one postcode together: `7551 AB`.
  static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
      if let last = joined.last, isDigits(last[...], 4), word.utf8.count == 2, isLetters(word.uppercased()[...]) {
        joined[joined.count - 1] = last + word
      } else {
        joined.append(word)
      }
    }
    return joined
  }
}

/// An area around small ones, and the column that has it.
struct SurroundingArea {
  /// As answers show it.
  let name: String
  let condition: SmallRows.Condition

  private static let levels: [(level: AreaLevel?, names: [String])] = [
    (.gemeente, ["gemeente", "gemeentecode", "gmcode", "gm", "municipality", "municipalitycode"]),
    (.wijk, ["wijk", "wijkcode", "wkcode", "wk", "district", "districtcode"]),
    (.buurt, ["buurt", "buurtcode", "bucode", "bu", "neighbourhood", "neighbourhoodcode"]),
    (nil, ["pc4", "pc4code", "postcode4"]), (nil, ["pc5", "pc5code", "postcode5"]),
  ]

  /// The columns that tell what lies around, the largest areas first.
  static func columns(of table: SmallAreaTable) -> [(level: AreaLevel?, column: Column)] {
    if let said = table.said(.within) { return [(nil, said)] }
    let own = table.column(.area)?.name
    return levels.compactMap { level, names in
      let found = names.lazy.compactMap { name in
        table.columns.first { SmallRole.key($0.name) == name && $0.name != own }
      }.first
      return found.map { (level, $0) }
    }
  }

  /// Finds what a word means.
  ///
  /// - Throws: `small.column` where no column tells of such areas; what looking up a name throws.
  init(_ word: String, in table: SmallAreaTable, at place: Place?) throws {
    let columns = Self.columns(of: table)
    guard !columns.isEmpty else { throw try Self.nowhere(table).at(place) }
    if let code = SmallAreaWords.postcode(word), code.utf8.count < 6,
      let column = columns.first(where: {
        SmallRole.key($0.column.name).hasSuffix("\(code.utf8.count)")
          || SmallRole.key($0.column.name) == "pc\(code.utf8.count)code"
      })
    {
      name = code
      condition = try Self.condition(column.column, SmallAreaWords.forms(word), Double(code), table, at: place)
      return
    }
    let code = AreaCode.given(word) ?? Self.code(of: word, table.context)
    guard let code, let level = AreaLevel(code: code) else {
      // A name that nobody else knows can be one that the table has.
      name = word
      condition = try Self.condition(columns[0].column, [word], Double(word), table, at: place)
      return
    }
    guard let column = columns.first(where: { $0.level == level }) ?? columns.first(where: { $0.level == nil }) else {
      throw try Self.nowhere(table).at(place)
    }
    let digits = String(code.dropFirst(2))
    let bare = String(digits.drop { $0 == "0" })
    name = code
    condition = try Self.condition(
      column.column, [code, digits, bare, word], Double(digits), table, at: place)
  }

  /// The area that a row says it lies in.
  init?(_ value: String, _ column: Column) {
    guard let condition = SmallRows.Condition(column, words: [value], numbers: Double(value).map { [$0] } ?? []) else {
      return nil
    }
    name = AreaCode.clean(value) ?? value
    self.condition = condition
  }

  private static func condition(
    _ column: Column, _ words: [String], _ number: Double?, _ table: SmallAreaTable, at place: Place?
  ) throws -> SmallRows.Condition {
    if let condition = SmallRows.Condition(column, words: words, numbers: number.map { [$0] } ?? []) {
      return condition
    }
    throw Diagnostic(
      "small.within",
      Text(
        nl: "in kolom '\(column.name)' van '\(table.name)' kan '\(words.first ?? "")' niet staan",
        en: "in column '\(column.name)' of '\(table.name)' '\(words.first ?? "")' cannot stand"),
      wayOut: Text(
        nl: "noem de kolom met --column in=KOLOM, of schrijf het gebied zoals het daar staat",
        en: "name the column with --column in=COLUMN, or write the area as it stands there"), place: place)
  }

  private static func nowhere(_ table: SmallAreaTable) throws -> Diagnostic {
    table.lacking(
      Text(nl: "het gebied eromheen, zoals gemeente", en: "the area around them, such as gemeente"), "in", "in")
  }

  /// The code of an area whose name is imported.
  private static func code(of word: String, _ context: Context) -> String? {
    guard let atlas = try? Atlas(context.workspace) else { return nil }
    return (try? AreaSearch(atlas: atlas).one(word))?.code
  }
}
