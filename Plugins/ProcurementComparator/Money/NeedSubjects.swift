import WorkbenchKit

/// What the rows of the table `wzw.estimates` count: a group, or an indicator of an age, and by which method where the same
/// was estimated by several.
struct NeedSubjects {
  private let subjects: [String]
  /// Of each row the shorter words that mean it too.
  private let words: [Set<String>]

  init(_ table: Table) {
    let (groups, indicators) = (table.openTexts("group"), table.openTexts("indicator"))
    let (ages, methods) = (table.openTexts("age"), table.openTexts("method"))
    let rows = 0..<table.rowCount
    let plain = rows.map { row in
      [groups[row] ?? indicators[row] ?? "?", indicators[row] != nil ? ages[row] : nil].compactMap { $0 }
        .joined(separator: " ")
    }
    var ways: [String: Set<String>] = [:]
    for row in rows { ways[plain[row], default: []].insert(methods[row] ?? "") }
    subjects = rows.map { row in
      let isAlone = (ways[plain[row]]?.count ?? 0) < 2
      return isAlone ? plain[row] : [plain[row], methods[row]].compactMap { $0 }.joined(separator: " ")
    }
    words = rows.map { row in Set([plain[row], groups[row], indicators[row]].compactMap { $0?.foldedForLookup }) }
  }

  subscript(row: Int) -> String { subjects[row] }

  /// The rows of one subject; never empty.
  ///
  /// - Throws: `estimates.ambiguous` where several are meant, `estimates.unknown` where none or several fit the word.
  func rows(of wanted: String?) throws -> [Int] {
    var rows = Array(subjects.indices)
    if let wanted {
      let folded = wanted.foldedForLookup
      let exact = rows.filter { subjects[$0].foldedForLookup == folded }
      rows = exact.isEmpty ? rows.filter { words[$0].contains(folded) } : exact
    }
    let kinds = Set(rows.map { subjects[$0] }).sorted()
    guard kinds.count == 1 else { throw unclear(wanted, kinds.isEmpty ? Set(subjects).sorted() : kinds) }
    return rows
  }

  private func unclear(_ wanted: String?, _ kinds: [String]) -> Diagnostic {
    let listed = Text.list(kinds, atMost: 6)
    return Diagnostic(
      wanted == nil ? "estimates.ambiguous" : "estimates.unknown",
      wanted.map {
        Text(
          nl: "er is geen schatting, of meer dan één, van '\($0)'",
          en: "there is no estimate, or more than one, of '\($0)'")
      }
        ?? Text(
          nl: "de werkruimte heeft schattingen van meer dan één behoefte",
          en: "the workspace has estimates of more than one need"),
      wayOut: Text(nl: "kies met --need: \(listed.nl)", en: "choose with --need: \(listed.en)"),
      suggestion: wanted.flatMap { NearestWord.best($0, among: kinds) } ?? kinds.first,
      candidates: kinds.prefix(6).map { Candidate($0) })
  }
}
