import Methods
import WorkbenchKit

/// Groups of respondents as drafts of personas, each with its trace.
struct PersonaDrafts {
  let drafts: [Persona]

  init(
    _ found: ClusterAnalysis, _ table: AnswerTable, _ sheet: NeedSheet, _ file: TakenTable, method: ClusterMethod,
    missing: MissingAnswers, keepQuotes: Bool
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
      let widths = rows.map { found.silhouettes[$0] }.filter { !$0.isNaN }
      draft.trace = PersonaTrace(
        file: file.name, sha256: file.sha256, method: method.rawValue, k: found.k, rowCount: sheet.names.count,
        rows: rows.map { sheet.rowNumbers[$0] },
        medoid: sheet.rowNumbers[found.medoids.indices.contains(group) ? found.medoids[group] : rows[0]],
        silhouette: widths.isEmpty ? nil : widths.reduce(0, +) / Double(widths.count),
        stability: found.stability.indices.contains(group) && !found.stability[group].isNaN
          ? found.stability[group] : nil,
        needs: needs, profile: profiles[group])
      draft.trace?.numbers = table.answers.filter { $0.numbers != nil }.map(\.name)
      draft.trace?.orders = table.answers.reduce(into: [:]) { $0[$1.name] = $1.order }
      draft.trace?.signs = table.answers.reduce(into: [:]) { $0[$1.name] = $1.sign }
      draft.trace?.ranges = ranges
      draft.trace?.isMentions = sheet.isMentions
      draft.trace?.missing = missing.named
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

/// How far respondents lie from profiles, by Gower's distance over the answers that both have.
struct ProfileDistances {
  /// A question: its numbers where it asks for a quantity, and what each row says.
  struct Question {
    let name: String
    let numbers: [Double]?
    /// Ordered answers in words, from least to most, whose places the numbers are.
    var order: [String]?
    /// Of several answers in a cell, the sign that parts them.
    var sign: String?
    let plain: [String?]
  }

  private let gower: Gower
  private let rows: Int

  /// - Parameter ranges: of quantities by their names, as the survey had them; of what is not there, the rows and profiles
  ///   themselves tell.
  init(_ questions: [Question], to profiles: [[String: String]], ranges: [String: ClosedRange<Double>]) {
    let traits = questions.map { question -> Observations.Trait in
      let given = profiles.map { $0[question.name] }
      if let numbers = question.numbers {
        let place = { (word: String) -> Double? in
          question.order.map { $0.firstIndex(of: word).map(Double.init) } ?? NumberText.parse(word)
        }
        return .numeric(numbers + given.map { $0.flatMap(place) ?? .nan })
      }
      let words = question.plain + given
      if let sign = question.sign { return .sets(Self.sets(words, sign)) }
      return Observations.Trait(words, levels: Set(words.compactMap { $0 }).sorted())
    }
    gower = Gower(Observations(traits), ranges: questions.map { $0.numbers == nil ? nil : ranges[$0.name] })
    rows = questions.first?.plain.count ?? 0
  }

  /// Several answers in each cell as places among all of them.
  static func sets(_ cells: [String?], _ sign: String) -> [[Int]?] {
    let parts = cells.map { $0.map { ChoiceSets.parts(of: $0, sign) } }
    let levels = Set(parts.compactMap { $0 }.joined()).sorted()
    let places = Dictionary(levels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return parts.map { parts in
      let set = parts?.compactMap { places[$0] } ?? []
      return set.isEmpty ? nil : set
    }
  }

  /// The distance of each row to a profile; NaN where they have nothing in common.
  func toProfile(_ profile: Int) -> [Double] { gower.distances(from: rows + profile, to: 0..<rows) }

  /// The distance of two profiles; NaN where they have nothing in common.
  func between(_ one: Int, _ other: Int) -> Double {
    gower.distances(from: rows + one, to: (rows + other)..<(rows + other + 1))[0]
  }
}
