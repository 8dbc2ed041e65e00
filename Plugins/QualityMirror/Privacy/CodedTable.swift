import WorkbenchKit

/// A table of coded rows behind the guard: codes are pseudonyms, and nothing in it tells a story.
struct CodedTable {
  let table: Table
  let notices: [Notice]
  let place: Place?

  /// - Parameters:
  ///   - codes: columns of which the values get other names.
  /// - Throws: `column.unknown`, `personal.found`, `text.story`, `table.empty`, and what reading throws.
  init(
    _ reference: TableReference, codes: [String], _ guarding: Given<GuardArguments>, in context: Context
  ) throws {
    place = reference.place
    let protection = Protection(
      dropped: guarding.drop, pseudonymised: guarding.pseudonymise.filter { !codes.contains($0) } + codes,
      isOfRespondents: true, pseudonyms: context.pseudonyms, place: place)
    let taken = try reference.table(in: context, intake: TableIntake(protection: protection))
    table = try taken.demandRows(at: place)
    try StoryGuard.demandNone(in: table, at: place)
    notices = taken.notices
  }

  /// Does something with each row; an error of it says in which.
  func rows<Made>(in context: Context, _ body: (Int) throws -> Made) throws -> [Made] {
    try (0..<table.rowCount).map { row in
      if row % 256 == 0 { try context.checkInterrupt() }
      do { return try body(row) } catch var error as Diagnostic {
        error.message = Text(nl: "rij \(row + 1): ", en: "row \(row + 1): ") + error.message
        throw error.at(place)
      }
    }
  }

  /// What is said of columns that nothing was done with; nil where there is none.
  func strangers(beside known: [String]) -> Block? {
    let strangers = table.columnNames.filter { !known.contains($0) }
    guard !strangers.isEmpty else { return nil }
    let listed = Text.quoted(strangers)
    return .caution(nl: "niet bewaard: kolom \(listed.nl)", en: "not kept: column \(listed.en)")
  }
}

/// Reading cells of a few words.
enum ShortCell {
  /// Returns the words of a cell; empty where there are none.
  static func words(_ column: Column?, _ row: Int) -> String {
    guard let column, !column[row].isMissing else { return "" }
    return column[row].plain.trimmedOfPadding
  }

  /// Returns the words of a cell that has to have some.
  ///
  /// - Throws: `cell.empty`.
  static func demanded(_ column: Column, _ row: Int) throws -> String {
    let words = words(column, row)
    guard !words.isEmpty else {
      throw Diagnostic(
        "cell.empty", Text(nl: "'\(column.name)' is leeg", en: "'\(column.name)' is empty"),
        wayOut: Text(nl: "vul het in, of laat de rij weg", en: "fill it in, or leave the row out"))
    }
    return words
  }

  /// Returns a name in small letters that is kept, such as that of a provider.
  ///
  /// - Throws: `cell.empty`, `personal.found`.
  static func name(_ column: Column, _ row: Int) throws -> String {
    let words = try demanded(column, row)
    try FreeWords.demandNone(in: words)
    return words
  }

  /// Returns a whole number within a range; nil where there is none.
  ///
  /// - Throws: the code.
  static func whole(
    _ column: Column?, _ row: Int, _ range: ClosedRange<Int>, code: String, wayOut: Text
  ) throws -> Int? {
    guard let column, !column[row].isMissing, !words(column, row).isEmpty else { return nil }
    let number = column[row].number ?? NumberText.parse(words(column, row))
    guard let whole = number.flatMap({ Int(exactly: $0) }), range.contains(whole) else {
      throw Diagnostic(
        code,
        Text(
          nl: "'\(words(column, row))' bij '\(column.name)' kan niet",
          en: "'\(words(column, row))' at '\(column.name)' cannot be"),
        wayOut: wayOut)
    }
    return whole
  }

  /// Returns the one of several words that is meant.
  ///
  /// - Parameter words: each with what it may be written as, the first one as it is kept.
  /// - Throws: the code, with the nearest.
  static func choice(_ typed: String, _ words: [[String]], code: String, of column: String) throws -> Int {
    let wanted = typed.foldedForLookup
    if let found = words.firstIndex(where: { $0.contains { $0.foldedForLookup == wanted } }) { return found }
    let listed = words.compactMap(\.first).joined(separator: ", ")
    throw Diagnostic(
      code, Text(nl: "'\(typed)' kan niet bij '\(column)'", en: "'\(typed)' cannot be at '\(column)'"),
      wayOut: Text(nl: "het kan zijn: \(listed)", en: "it can be: \(listed)"),
      suggestion: NearestWord.best(typed, among: words.joined()))
  }
}
