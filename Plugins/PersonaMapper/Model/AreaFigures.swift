import WorkbenchKit

/// Figures of areas, a row for each area and indicator; of one indicator there may be several ages and methods.
struct AreaFigures {
  let name: String
  /// What has to be said about the table.
  let notices: [Notice]
  private let codes: Column
  private let names: Column?
  private let estimates: Column
  /// Of each row what it is about, the shortest first: `Eenzaam`, `Eenzaam 65+`, `Eenzaam 65+ direct`.
  private let subjects: [[String]]

  /// - Throws: `column.unknown`.
  init(_ taken: TakenTable) throws {
    let table = taken.table
    name = taken.name
    notices = taken.notices
    codes = try table.require("area")
    names = table.column("name")
    let indicators = try table.require("indicator")
    estimates = try table.require("estimate")
    let more = ["age", "method"].compactMap { table.column($0) }
    subjects = (0..<table.rowCount).map { row in
      more.map { $0[row] }.filter { !$0.isMissing }.reduce(into: [indicators[row].plain]) { words, value in
        words.append("\(words[words.count - 1]) \(value.plain)")
      }
    }
  }

  /// The rows of an area, by its code or name.
  ///
  /// - Throws: `rule.area`, `area.ambiguous`.
  func rows(of area: String) throws -> [Int] {
    let rows = try PlaceRows.of(
      area, codes: (0..<codes.count).map { codes[$0].plain }, names: (0..<codes.count).map { names?[$0].plain })
    guard !rows.isEmpty else {
      throw Diagnostic(
        "rule.area", Text(nl: "'\(name)' heeft geen gebied '\(area)'", en: "'\(name)' has no area '\(area)'"),
        suggestion: NearestWord.best(area, among: (0..<codes.count).map { codes[$0].plain }))
    }
    return rows
  }

  /// The estimate of an indicator in some rows, with its age and method where it has several.
  ///
  /// - Throws: `rule.indicator` where there is none, or more than one.
  func estimate(_ indicator: String, in rows: [Int], of area: String, at place: Place?) throws -> Double {
    let wanted = indicator.foldedForLookup
    func means(_ word: String?) -> Bool { word?.foldedForLookup == wanted }
    // What is called so in full goes before what only begins so: `Eenzaam` before `Eenzaam 65+`.
    let exact = rows.filter { means(subjects[$0].last) }
    let found = exact.isEmpty ? rows.filter { subjects[$0].contains(where: means) } : exact
    if found.count > 1 {
      let kinds = found.compactMap { subjects[$0].last }
      let listed = Text.list(kinds, atMost: 6)
      throw Diagnostic(
        "rule.indicator",
        Text(
          nl: "'\(name)' geeft voor '\(area)' meer dan één getal bij '\(indicator)'",
          en: "'\(name)' gives more than one number of '\(indicator)' for '\(area)'"),
        wayOut: Text(nl: "kies tussen aanhalingstekens: \(listed.nl)", en: "choose, in quotes: \(listed.en)"),
        suggestion: kinds.first, candidates: kinds.prefix(6).map { Candidate($0) }, place: place)
    }
    guard let row = found.first, let estimate = estimates.open[row].number else {
      let isHeld = found.first.map { estimates.withheld[$0] != nil } ?? false
      throw Diagnostic(
        "rule.indicator",
        isHeld
          ? Text(
            nl: "'\(name)' houdt voor '\(area)' het getal bij '\(indicator)' achter, want het zijn er weinig",
            en: "'\(name)' holds the number of '\(indicator)' for '\(area)' back, because they are few")
          : Text(
            nl: "'\(name)' geeft voor '\(area)' geen getal bij '\(indicator)'",
            en: "'\(name)' gives no number of '\(indicator)' for '\(area)'"),
        suggestion: isHeld ? nil : NearestWord.best(indicator, among: rows.map { subjects[$0][0] }), place: place)
    }
    return estimate
  }
}
