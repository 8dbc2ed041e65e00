import WorkbenchKit

/// Where in the header of a bridge its columns stand.
///
/// Recode tables are made by many: `old,new,share`; `gwb_code_oud;gwb_code_nieuw;aantal_adressen`; `was;wordt`; a column for each
/// year (`GM2020;GM2021`); or the new codes on top of the columns.
struct BridgeColumns {
  /// What the column of amounts holds.
  enum Amount { case share, count }

  enum Form {
    /// An old and a new code on each row; where the changes of several years stand together, the year of each.
    case pairs(old: Int, new: Int, amount: (column: Int, kind: Amount)?, moment: Int?)
    /// A code for each year on each row.
    case years([(year: Int, column: Int)], amount: (column: Int, kind: Amount)?)
    /// Old codes in a column, new ones on top.
    case matrix(old: Int, [(new: String, column: Int)])

    /// The columns of amounts: those of shares, and those of counts. Which of the two a matrix holds, its numbers tell.
    var amounts: (shares: [Int], counts: [Int]) {
      switch self {
      case .pairs(_, _, let amount?, _), .years(_, let amount?):
        amount.kind == .share ? ([amount.column], []) : ([], [amount.column])
      case .pairs, .years, .matrix: ([], [])
      }
    }
  }

  private static let oldWords: Set = [
    "old", "oud", "oude", "van", "from", "was", "voor", "vorig", "vorige", "voorheen", "before",
    "origin",
  ]
  private static let newWords: Set = [
    "new", "nieuw", "nieuwe", "naar", "to", "wordt", "worden", "werd", "na", "after", "destination",
  ]
  private static let shareWords: Set = [
    "share", "aandeel", "fraction", "fractie", "weight", "gewicht", "weging", "deel", "proportion",
    "percentage",
    "procent", "pct", "perc", "percent",
  ]
  private static let countWords: Set = [
    "count", "aantal", "inwoners", "people", "personen", "bevolking", "population", "adressen",
    "addresses", "woningen",
    "huishoudens", "n",
  ]
  private static let momentWords: Set = [
    "jaar", "year", "datum", "date", "ingang", "ingangsdatum", "wijzigingsdatum",
  ]

  let form: Form

  /// - Throws: `bridge.columns`.
  init(_ text: DelimitedText, file: String) throws {
    let words = text.header.map { Set(PlaceName($0).words.split(separator: " ").map(String.init)) }
    let holdsCodes = { (column: Int) in Self.holdsCodes(text, column) }
    let amount = Self.amount(words, header: text.header)
    let named = { (wanted: Set<String>) -> Int? in
      let fits = words.indices.filter {
        !words[$0].isDisjoint(with: wanted) && $0 != amount?.column
      }
      return fits.first(where: holdsCodes) ?? fits.first
    }
    if let old = named(Self.oldWords), let new = named(Self.newWords), old != new {
      let moment = words.indices.first {
        $0 != old && $0 != new && !words[$0].isDisjoint(with: Self.momentWords)
      }
      form = .pairs(old: old, new: new, amount: amount, moment: moment)
      return
    }
    let codes = text.header.indices.compactMap { column in
      Self.lettered(text.header[column]).map { (new: $0, column: column) }
    }
    let years = text.header.indices.compactMap { column -> (year: Int, column: Int)? in
      guard let year = Self.year(text.header[column]), holdsCodes(column) else { return nil }
      return (year, column)
    }
    // Above a matrix stand codes, which may look like years (GM1980); beside it a column holds the old codes.
    let others = text.header.indices.filter { column in
      column != amount?.column && !codes.contains { $0.column == column } && !years.contains { $0.column == column }
    }
    if codes.count > 1,
      let old = others.first(where: { Self.holdsLettered(text, $0) || !words[$0].isDisjoint(with: Self.oldWords) })
    {
      form = .matrix(old: old, codes)
      return
    }
    guard Set(years.map(\.year)).count > 1 else { throw Self.notBridge(text.header, file: file) }
    form = .years(years, amount: amount)
  }

  private static func lettered(_ word: String) -> String? {
    guard word.first?.isLetter == true else { return nil }
    return AreaCode.given(word)
  }

  private static func holdsLettered(_ text: DelimitedText, _ column: Int) -> Bool {
    let cells = text.firstCells(column)
    return !cells.isEmpty && cells.allSatisfy { lettered($0) != nil }
  }

  private static func amount(_ words: [Set<String>], header: [String]) -> (
    column: Int, kind: Amount
  )? {
    if let share = words.indices.first(where: {
      !words[$0].isDisjoint(with: shareWords) || header[$0].contains("%")
    }) {
      return (share, .share)
    }
    return words.indices.first { !words[$0].isDisjoint(with: countWords) }.map { ($0, .count) }
  }

  /// Whether what is filled in in a column are codes.
  private static func holdsCodes(_ text: DelimitedText, _ column: Int) -> Bool {
    let cells = text.firstCells(column)
    return !cells.isEmpty && cells.allSatisfy { AreaCode.given($0) != nil }
  }

  /// The year in a header such as `GM2020` or `buurt 2021`; nil where there is none.
  static func year(_ header: String) -> Int? {
    let runs: [Substring] = header.split { !($0.isASCII && $0.isNumber) }
    return runs.filter { $0.count == 4 || $0.count == 8 }.compactMap { Int($0.prefix(4)) }.first {
      (1980...2100).contains($0)
    }
  }

  private static func notBridge(_ header: [String], file: String) -> Diagnostic {
    Diagnostic(
      "bridge.columns",
      Text(
        nl: "'\(file)' is geen brug: er staat in \(Text.list(header, atMost: 8).nl)",
        en: "'\(file)' is no bridge: it holds \(Text.list(header, atMost: 8).en)"),
      wayOut: Text(
        nl:
          "gezocht is naar oud, nieuw en aandeel of aantal, naar een kolom met codes per jaar (GM2020, GM2021), of naar nieuwe codes boven de kolommen; er is niets bewaard",
        en:
          "looked for old, new and share or count, for a column of codes for each year (GM2020, GM2021), or for new codes above the columns; nothing was kept"
      ))
  }
}
