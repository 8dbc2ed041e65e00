import Methods
import WorkbenchKit

/// Groups of respondents as drafts of personas, each with its trace.
struct PersonaDrafts {
  let drafts: [Persona]

  init(
    _ found: ClusterAnalysis, _ table: AnswerTable, _ sheet: NeedSheet, _ file: TakenTable, method: ClusterMethod,
    missing: MissingAnswers, weight: String? = nil, keepQuotes: Bool
  ) {
    let members = Partition.members(found.assignment)
    let profiles = members.map(table.profile)
    let ranges = table.ranges
    let distances = ProfileDistances(
      table.answers.map { .init(name: $0.name, numbers: $0.numbers, order: $0.order, sign: $0.sign, plain: $0.plain) },
      to: profiles,
      ranges: ranges)
    drafts = members.enumerated().map { group, rows in
      var draft = Persona(
        id: "concept-\(group + 1)", name: Text(nl: "concept \(group + 1)", en: "draft \(group + 1)"))
      let needs = table.needs(of: rows)
      draft.needs = needs.map { .verbatim($0.words) }
      let width = found.meanSilhouette(of: rows)
      draft.trace = PersonaTrace(
        file: file.name, sha256: file.sha256, method: method.rawValue, k: found.k, rowCount: sheet.names.count,
        rows: rows.map { sheet.rowNumbers[$0] },
        medoid: sheet.rowNumbers[found.medoids.indices.contains(group) ? found.medoids[group] : rows[0]],
        silhouette: width.isNaN ? nil : width,
        stability: found.stability.indices.contains(group) && !found.stability[group].isNaN
          ? found.stability[group] : nil,
        needs: needs, profile: profiles[group])
      draft.trace?.numbers = table.answers.filter { $0.numbers != nil }.map(\.name)
      draft.trace?.orders = table.answers.reduce(into: [:]) { $0[$1.name] = $1.order }
      draft.trace?.signs = table.answers.reduce(into: [:]) { $0[$1.name] = $1.sign }
      draft.trace?.ranges = ranges
      draft.trace?.isMentions = sheet.isMentions
      draft.trace?.missing = missing.named
      draft.trace?.weight = weight
      draft.trace?.weighedShare = sheet.weights.map { weights in
        rows.reduce(0) { $0 + weights[$1] } / weights.reduce(0, +)
      }
      let own = distances.toProfile(group)
      let ways = profiles.indices.filter { $0 != group }.map { distances.between(group, $0) / 2 }
      draft.trace?.limit = GroupFit.limit(
        of: rows.map { own[$0] }, halfway: ways.filter { !$0.isNaN }.min() ?? 0)
      if keepQuotes { draft.keptQuotes = Self.quotes(of: rows, sheet, needs) }
      return draft
    }
  }

  /// What members said to the needs that set the group apart, else anything they said.
  private static func quotes(of rows: [Int], _ sheet: NeedSheet, _ needs: [PersonaTrace.Need]) -> [String] {
    let telling = Set(needs.map(\.need))
    let all = rows.flatMap { sheet.quotes[$0] }
    let first = all.filter { telling.contains($0.need) }
    var kept: [String] = []
    for quote in first + all where kept.count < 5 && !kept.contains(quote.words) { kept.append(quote.words) }
    return kept
  }

  static func count(quotes sheet: NeedSheet, of rows: [Int]) -> Int {
    rows.reduce(0) { $0 + sheet.quotes[sheet.place(ofRow: $1)].count }
  }
}
