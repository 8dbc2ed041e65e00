import Methods
import WorkbenchKit

/// Groups of respondents as drafts of personas, each with its trace.
struct PersonaDrafts {
  let drafts: [Persona]
  /// How far from its profile a respondent may lie and still be near: 95 % of all lie nearer.
  let limit: Double

  init(
    _ found: ClusterAnalysis, _ table: AnswerTable, _ sheet: NeedSheet, _ file: TakenTable, method: ClusterMethod,
    keepQuotes: Bool
  ) {
    let members = Partition.members(found.assignment)
    let profiles = members.map(table.profile)
    let distances = ProfileDistances.of(table.answers.map { ($0.name, $0.numbers, $0.plain) }, to: profiles)
    let own = found.assignment.enumerated().map { row, group in distances[group][row] }
    let limit = GroupFit.quantile(own.filter { !$0.isNaN }, 0.95)
    self.limit = limit
    drafts = members.enumerated().map { group, rows in
      var draft = Persona(
        id: "concept-\(group + 1)", name: Text(nl: "concept \(group + 1)", en: "draft \(group + 1)"))
      let needs = table.needs(of: rows)
      draft.needs = needs.map { .verbatim($0.words) }
      let widths = rows.map { found.silhouettes[$0] }.filter { !$0.isNaN }
      draft.trace = PersonaTrace(
        file: file.name, sha256: file.sha256, method: method.rawValue, k: found.k, rowCount: sheet.names.count,
        rows: rows.map { $0 + 1 }, medoid: (found.medoids.indices.contains(group) ? found.medoids[group] : rows[0]) + 1,
        silhouette: widths.isEmpty ? nil : widths.reduce(0, +) / Double(widths.count),
        stability: found.stability.indices.contains(group) && !found.stability[group].isNaN
          ? found.stability[group] : nil,
        needs: needs, profile: profiles[group])
      draft.trace?.numbers = table.answers.filter { $0.numbers != nil }.map(\.name)
      draft.trace?.limit = limit
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
    rows.reduce(0) { $0 + sheet.quotes[$1 - 1].count }
  }
}

/// How far respondents lie from profiles, by Gower's distance over the answers that both have.
enum ProfileDistances {
  /// Returns for each profile the distance of each row; NaN where they have nothing in common.
  ///
  /// - Parameter answers: for each question its name, its numbers where it asks for a quantity, and what each row says.
  static func of(_ answers: [(name: String, numbers: [Double]?, plain: [String?])], to profiles: [[String: String]])
    -> [[Double]]
  {
    let traits = answers.map { answer -> Observations.Trait in
      let given = profiles.map { $0[answer.name] }
      if let numbers = answer.numbers {
        return .numeric(numbers + given.map { $0.flatMap { NumberText.parse($0) } ?? .nan })
      }
      let words = answer.plain + given
      return Observations.Trait(words, levels: Set(words.compactMap { $0 }).sorted())
    }
    let gower = Gower(Observations(traits))
    let rows = answers.first?.plain.count ?? 0
    return profiles.indices.map { gower.distances(from: rows + $0, to: 0..<rows) }
  }
}
