/// Men and women carried on apart, each by their own survival.
extension SurvivalTable {
  /// Which part of the newborn is of a sex: 51.3 % are boys, as in the national table of both.
  static let shareOfNewborn = ["male": 0.513, "female": 0.487]

  /// Returns men and women together some years on.
  ///
  /// - Parameters:
  ///   - people: of each sex the persons in each band.
  ///   - years: nought or more; between two steps on a straight line.
  ///   - base: the year that the people are of.
  func project(bySex people: [String: [Double]], years: Int, from base: Int = 0) -> [Double] {
    var current = people
    for step in 0..<years / width { current = self.step(bySex: current, from: base + step * width) }
    let now = Self.together(current)
    let rest = Double(years % width) / Double(width)
    if rest == 0 { return now }
    let next = Self.together(step(bySex: current, from: base + years / width * width))
    return zip(now, next).map { $0 + ($1 - $0) * rest }
  }

  private func step(bySex people: [String: [Double]], from year: Int) -> [String: [Double]] {
    // Whoever the births of a file are of, mothers or both, they are of all the newborn.
    let born = people.reduce(0) { $0 + (sexes[$1.key]?.born(of: $1.value, from: year) ?? 0) }
    return people.reduce(into: [:]) { next, entry in
      next[entry.key] = sexes[entry.key]?.step(
        entry.value, from: year, newborn: born * (Self.shareOfNewborn[entry.key] ?? 0))
    }
  }

  static func together(_ people: [String: [Double]]) -> [Double] {
    people.sorted { $0.key < $1.key }.map(\.value).reduce(into: []) { sum, one in
      sum = sum.isEmpty ? one : zip(sum, one).map { $0 + $1 }
    }
  }
}
