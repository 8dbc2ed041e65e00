import Methods
import WorkbenchKit

/// The answers of a Kano survey, counted by feature.
struct KanoSurvey {
  private(set) var features: [(name: String, tally: KanoTally)] = []
  /// Rows with one answer or none.
  private(set) var leftOut = 0

  /// - Throws: `column.unknown`, `table.empty`, `value.missing`, `kano.answer`, `kano.repeated`.
  init(_ table: Table, for purpose: Purpose) throws {
    try table.requireRows(for: purpose)
    let place = purpose.place
    let respondents = try table.require("respondent", at: place).open
    let names = try table.require("feature", at: place).open
    let with = try table.require("functional", at: place).open
    let without = try table.require("dysfunctional", at: place).open
    var places: [String: Int] = [:]
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      guard !names[row].isMissing else { throw names.missingCell(String(row + 1), at: place) }
      let name = names[row].plain
      let index = places[name] ?? features.count
      if index == features.count {
        places[name] = index
        features.append((name, KanoTally()))
      }
      guard
        let functional = try Self.answer(with, row, at: place),
        let dysfunctional = try Self.answer(without, row, at: place),
        let category = KanoCategory(functional: functional, dysfunctional: dysfunctional)
      else {
        leftOut += 1
        continue
      }
      if !respondents[row].isMissing, !seen.insert([respondents[row].plain, name]).inserted {
        throw Diagnostic(
          "kano.repeated",
          Text(
            nl: "in rij \(row + 1) antwoordt dezelfde respondent nog eens over '\(name)'",
            en: "in row \(row + 1) the same respondent answers about '\(name)' once more"),
          wayOut: Text(
            nl: "houd van elke respondent en elk kenmerk één regel over",
            en: "keep one row of each respondent and each feature"), place: place)
      }
      features[index].tally.add(category)
    }
  }

  /// 1 through 5; nil where nothing was answered.
  ///
  /// - Throws: `kano.answer`.
  private static func answer(_ column: Column, _ row: Int, at place: Place?) throws -> Int? {
    guard !column[row].isMissing else { return nil }
    let word = column[row].plain
    if let answer = KanoAnswer.read(word) { return answer }
    throw Diagnostic(
      "kano.answer",
      Text(
        nl: "'\(word)' in '\(column.name)', rij \(row + 1), is geen antwoord",
        en: "'\(word)' in '\(column.name)', row \(row + 1), is no answer"),
      wayOut: Text(
        nl: "geef 1 tot en met 5, of: fijn, vanzelfsprekend, neutraal, mee te leven, vervelend",
        en: "give 1 through 5, or: like, expect, neutral, live with, dislike"),
      suggestion: NearestWord.best(word, among: KanoAnswer.words.map(\.word)), place: place)
  }

  var notices: [Notice] {
    var notices: [Notice] = []
    if leftOut > 0 {
      let rows = Text.rows(leftOut)
      notices.append(
        .caution(
          nl: "weggelaten, want er zijn geen twee antwoorden: \(rows.nl)",
          en: "left out, being without two answers: \(rows.en)"))
    }
    let ties = features.filter { $0.tally.leading.count > 1 }.map(\.name)
    notices.add(.info, naming: ties) {
      Text(
        nl: "gelijke stand tussen categorieën, M voor O, A en I: \($0.nl)",
        en: "categories that tie, M before O, A and I: \($0.en)")
    }
    let questionable = features.filter { $0.tally[.questionable] * 10 > $0.tally.total }.map(\.name)
    notices.add(.caution, naming: questionable) {
      Text(
        nl: "meer dan 10 % spreekt zichzelf tegen (Q), dus kijk naar de vraag: \($0.nl)",
        en: "more than 10% contradict themselves (Q), so look at the question: \($0.en)")
    }
    return notices
  }
}
