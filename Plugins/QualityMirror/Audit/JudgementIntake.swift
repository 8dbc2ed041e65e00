import WorkbenchKit

/// Rows of a table as judgements.
struct JudgementIntake {
  static let columns = ["place", "auditor", "norm", "score", "kind"]

  private let table: Table
  /// The code of the circle; empty where there is none yet, and then the table makes it.
  private let norms: [Norm]
  private let (places, auditors, named, scores): (Column, Column, Column, Column)

  /// - Throws: `column.unknown`.
  init(_ coded: CodedTable, norms: [Norm]) throws {
    table = coded.table
    self.norms = norms
    places = try table.require("place", at: coded.place)
    auditors = try table.require("auditor", at: coded.place)
    named = try table.require("norm", at: coded.place)
    scores = try table.require("score", at: coded.place)
  }

  /// - Throws: `cell.empty`, `norm.unknown`, `name.unusable`, `audit.score`, `audit.kind`, `personal.found`.
  func judgement(_ row: Int) throws -> Judgement {
    let words = try ShortCell.name(named, row)
    let norm = norms.isEmpty ? try Slug.demand(words) : try Vocabulary<Norm>.norm.one(words, among: norms).id
    let kind = ShortCell.words(table.column("kind"), row)
    return Judgement(
      key: .init(
        place: try ShortCell.name(places, row), auditor: try ShortCell.demanded(auditors, row), norm: norm),
      score: try score(row),
      kind: kind.isEmpty
        ? nil : AuditorKind.allCases[try ShortCell.choice(kind, AuditorKind.words, code: "audit.kind", of: "kind")])
  }

  private static let words = [["ja", "yes", "j", "true", "waar"], ["nee", "no", "n", "false", "onwaar"]]

  private func score(_ row: Int) throws -> AuditScore {
    let words = try ShortCell.demanded(scores, row)
    if let boolean = scores[row].boolean { return .met(boolean) }
    let number = scores[row].number ?? NumberText.parse(words)
    if let whole = number.flatMap({ Int(exactly: $0) }), (1...5).contains(whole) { return .value(whole) }
    guard number == nil, let place = try? ShortCell.choice(words, Self.words, code: "audit.score", of: "score") else {
      throw Diagnostic(
        "audit.score", Text(nl: "'\(words)' is geen oordeel", en: "'\(words)' is no judgement"),
        wayOut: Text(nl: "geef ja of nee, of 1 tot 5", en: "give ja (yes) or nee (no), or 1 to 5"),
        suggestion: number == nil
          ? NearestWord.best(words, among: ["ja", "nee"]) : (number ?? 0) > 5 ? "5" : "1")
    }
    return .met(place == 0)
  }

  /// Checks that each norm is valued on one scale.
  ///
  /// - Throws: `score.mixed`.
  static func demandOneScale(_ judgements: [Judgement], at place: Place?) throws {
    var scales: [String: Bool] = [:]
    for judgement in judgements {
      let isYesNo = judgement.score.isYesNo
      guard let known = scales.updateValue(isYesNo, forKey: judgement.key.norm), known != isYesNo else { continue }
      let norm = judgement.key.norm
      throw Diagnostic(
        "score.mixed",
        Text(
          nl: "norm '\(norm)' heeft oordelen in ja en nee en in cijfers",
          en: "norm '\(norm)' has judgements in yes and no and in figures"),
        wayOut: Text(nl: "kies één schaal per norm", en: "choose one scale for each norm"), place: place)
    }
  }
}
