import WorkbenchKit

/// What the rows of a table of needs count: a group, an indicator of an age, and by which method where the same was estimated by
/// several; or a precondition.
struct NeedSubjects {
  private let subjects: [String]
  /// Of each row what is typed for its subject.
  private let typed: [String]
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
    typed = subjects
    words = rows.map { row in Set([plain[row], groups[row], indicators[row]].compactMap { $0?.foldedForLookup }) }
  }

  /// Takes the preconditions of a table, by their labels where it has them.
  init(preconditions table: Table) {
    let (ids, labels) = (table.openTexts("precondition"), table.openTexts("label"))
    subjects = ids.indices.map { labels[$0] ?? ids[$0] ?? "?" }
    typed = ids.map { $0 ?? "?" }
    words = ids.indices.map { row in Set([ids[row], labels[row]].compactMap { $0?.foldedForLookup }) }
  }

  /// What there is, each once: as it is typed, with what it stands for.
  var all: [Candidate] { candidates(Array(subjects.indices)) }

  private func candidates(_ rows: [Int]) -> [Candidate] {
    let pairs = Dictionary(rows.map { (typed[$0], subjects[$0]) }, uniquingKeysWith: { first, _ in first })
    return pairs.sorted { $0.key < $1.key }.map { Candidate($0.key, $0.key == $0.value ? nil : .verbatim($0.value)) }
  }

  /// Whether a word means something here.
  func know(_ wanted: String) -> Bool {
    let folded = wanted.foldedForLookup
    return subjects.indices.contains { subjects[$0].foldedForLookup == folded || words[$0].contains(folded) }
  }

  subscript(row: Int) -> String { subjects[row] }

  /// The rows of one subject; never empty.
  ///
  /// - Parameter others: what else could have been named, in another table.
  /// - Throws: `estimates.ambiguous` where several are meant, `estimates.unknown` where none or several fit the word.
  func rows(of wanted: String?, others: [Candidate] = []) throws -> [Int] {
    var rows = Array(subjects.indices)
    if let wanted {
      let folded = wanted.foldedForLookup
      let exact = rows.filter { subjects[$0].foldedForLookup == folded }
      rows = exact.isEmpty ? rows.filter { words[$0].contains(folded) } : exact
    }
    let kinds = candidates(rows)
    guard kinds.count == 1 else { throw unclear(wanted, kinds.isEmpty || wanted == nil ? all + others : kinds) }
    return rows
  }

  private func unclear(_ wanted: String?, _ kinds: [Candidate]) -> Diagnostic {
    let listed = Text.list(kinds.map(\.word), atMost: 6)
    return Diagnostic(
      wanted == nil ? "estimates.ambiguous" : "estimates.unknown",
      wanted.map {
        Text(
          nl: "van '\($0)' staat er geen getal in de werkruimte, of meer dan één",
          en: "the workspace holds no figure, or more than one, of '\($0)'")
      }
        ?? Text(
          nl: "de werkruimte heeft cijfers over meer dan één behoefte",
          en: "the workspace has figures of more than one need"),
      wayOut: Text(nl: "kies met --need: \(listed.nl)", en: "choose with --need: \(listed.en)"),
      suggestion: wanted.flatMap { NearestWord.best($0, among: kinds.map(\.word)) } ?? kinds.first?.word,
      candidates: Array(kinds.prefix(6)))
  }
}
