import WorkbenchKit

/// The age groups that are asked for; `18-64` is 18+ less 65+.
struct AskedAges {
  private static let middle = ["18-64", "18-65", "18–64"]

  /// What they are called, in the order in which they were asked for.
  private(set) var shown: [String] = []
  private(set) var hasMiddle = false
  private let search: IndicatorSearch
  private var found: [Codebook.Age] = []

  init(_ search: IndicatorSearch) { self.search = search }

  /// - Throws: `age.unknown`, `age.population`.
  mutating func add(_ word: String) throws {
    let isMiddle = Self.middle.contains(word)
    hasMiddle = hasMiddle || isMiddle
    for part in isMiddle ? ["18+", "65+"] : [word] {
      for age in try search.ages(part) where !found.contains(where: { $0.name == age.name }) { found.append(age) }
    }
    shown.append(isMiddle ? Estimator.middleAges : search.codebook.age(word)?.name ?? word)
  }

  /// Those that are estimated; where none were asked for, all that are imported.
  ///
  /// - Parameter stems: of what is estimated; without an age asked for, those that it is known of.
  func estimated(of stems: [String]) throws -> [Codebook.Age] {
    if !shown.isEmpty { return found }
    let all = try search.ages(nil)
    let known = all.filter { age in
      search.tables.contains { table in table.age == age.name && stems.contains { table.indicator($0) != nil } }
    }
    return known.isEmpty ? all : known
  }
}
