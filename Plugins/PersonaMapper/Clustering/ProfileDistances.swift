import Methods
import WorkbenchKit

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
