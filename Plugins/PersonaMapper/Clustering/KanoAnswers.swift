import Methods
import WorkbenchKit

/// What people answered about features of a service, counted by feature and, where it is given, by persona.
struct KanoAnswers {
  /// How many rows had not two answers.
  private(set) var leftOut = 0
  /// Feature and persona, in the order in which they first come by.
  private var keys: [[String]] = []
  private var tallies: [[String]: KanoTally] = [:]
  private let hasPersonas: Bool

  /// - Throws: `column.unknown`, `value.missing`, `kano.answer`, `kano.repeated`.
  init(_ table: Table) throws {
    let features = try table.require("feature")
    let with = try table.require("functional")
    let without = try table.require("dysfunctional")
    let respondents = try table.require("respondent")
    let personas = table.column("persona")
    hasPersonas = personas != nil
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      guard !features[row].isMissing else {
        throw Diagnostic(
          "value.missing", Text(nl: "rij \(row + 1) noemt geen kenmerk", en: "row \(row + 1) names no feature"))
      }
      let key = [features[row].plain, personas.map { $0[row].plain } ?? ""]
      guard let one = try Self.answer(with, row), let other = try Self.answer(without, row),
        let category = KanoCategory(functional: one, dysfunctional: other)
      else {
        leftOut += 1
        continue
      }
      if !respondents[row].isMissing, !seen.insert([respondents[row].plain, key[0]]).inserted {
        throw Diagnostic(
          "kano.repeated",
          Text(
            nl: "in rij \(row + 1) antwoordt dezelfde respondent nog eens over '\(key[0])'",
            en: "in row \(row + 1) the same respondent answers about '\(key[0])' once more"))
      }
      if tallies[key] == nil { keys.append(key) }
      tallies[key, default: KanoTally()].add(category)
    }
  }

  /// What can be answered, from the best to the worst.
  static let scale = [
    Candidate("1", Text(nl: "fijn", en: "like")), Candidate("2", Text(nl: "vanzelfsprekend", en: "expect")),
    Candidate("3", Text(nl: "neutraal", en: "neutral")), Candidate("4", Text(nl: "mee te leven", en: "live with")),
    Candidate("5", Text(nl: "vervelend", en: "dislike")),
  ]

  /// A row for each feature, or for each feature and persona.
  var asTable: Table {
    let tallies = keys.map { self.tallies[$0] ?? KanoTally() }
    let names: [Column] =
      [.texts("feature", keys.map { $0[0] }, label: Text(nl: "kenmerk", en: "feature"))]
      + (hasPersonas ? [.texts("persona", keys.map { $0[1] }, label: .verbatim("persona"))] : [])
    let counts = KanoCategory.allCases.map { category in
      Column.counts(category.rawValue.lowercased(), tallies.map { $0[category] }, label: .verbatim(category.rawValue))
    }
    return Table(
      columns: names + counts + [
        .texts("category", tallies.map { $0.category?.rawValue }, label: Text(nl: "categorie", en: "category")),
        .numbers(
          "better", tallies.map { $0.better ?? .nan }, label: Text(nl: "beter (better)", en: "better"),
          format: .decimals(2)),
        .numbers(
          "worse", tallies.map { $0.worse ?? .nan }, label: Text(nl: "slechter (worse)", en: "worse"),
          format: .decimals(2)),
      ])
  }

  /// - Throws: `kano.answer`.
  private static func answer(_ column: Column, _ row: Int) throws -> Int? {
    let word = column[row].plain
    if column[row].isMissing || word.isEmpty { return nil }
    if let answer = KanoAnswer.read(word) { return answer }
    throw Diagnostic(
      "kano.answer",
      Text(
        nl: "'\(word)' in '\(column.name)', rij \(row + 1), is geen antwoord",
        en: "'\(word)' in '\(column.name)', row \(row + 1), is no answer"),
      wayOut: Text(
        nl: "geef 1 tot en met 5, of: fijn, vanzelfsprekend, neutraal, mee te leven, vervelend",
        en: "give 1 through 5, or: like, expect, neutral, live with, dislike"),
      suggestion: NearestWord.best(word, among: KanoAnswer.words.map(\.word)))
  }
}
