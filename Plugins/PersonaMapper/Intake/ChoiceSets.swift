import WorkbenchKit

/// Several answers in one cell, parted by a sign: a set, in which no order counts.
enum ChoiceSets {
  /// The signs by which surveys part answers, those that are seldom part of one first.
  private static let signs = [";", "|", ","]

  /// The answers of a cell, in alphabetical order, each once.
  static func parts(of cell: String, _ sign: String) -> [String] {
    let parts = cell.split(separator: sign).map(\.spaced)
    return Set(parts.filter { !$0.isEmpty }).sorted()
  }

  /// Whether a column holds several answers in a cell, parted by a sign.
  static func isParted(_ column: Column, by sign: String) -> Bool {
    column.texts?.contains { $0?.contains(sign) == true } ?? false
  }

  /// Says of columns that they look like several answers in a cell, where no sign was given; nil of none.
  ///
  /// They do where a sign stands in two cells or more and what it parts comes again and again: sentences do not.
  static func notice(_ columns: [Column]) -> Notice? {
    for sign in signs {
      let found = columns.filter { column in
        let cells = (column.texts ?? []).compactMap { $0 }
        guard cells.count(where: { $0.contains(sign) }) >= 2 else { return false }
        let all = cells.flatMap { parts(of: $0, sign) }
        return 2 * Set(all).count <= all.count
      }
      guard !found.isEmpty else { continue }
      let listed = Text.list(found.map { "'\($0.name)'" })
      return Notice(
        .caution,
        Text(
          nl:
            "in een cel van \(listed.nl) lijken meer antwoorden te staan, en nu telt elke combinatie als een eigen antwoord; geef --multi '\(sign)'",
          en:
            "a cell of \(listed.en) seems to hold several answers, and now each combination counts as an answer of its own; give --multi '\(sign)'"
        ))
    }
    return nil
  }
}
