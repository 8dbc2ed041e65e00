import WorkbenchKit

/// Which percentages figures were made with: what has to be said of their years and of codes that changed.
struct RateUse {
  /// Of which years percentages were taken, of which there are any, and of which year the people are.
  struct Years: Equatable {
    var taken: Set<Int> = []
    var imported: Set<Int> = []
    var people: Set<Int> = []

    mutating func formUnion(_ other: Years) {
      taken.formUnion(other.taken)
      imported.formUnion(other.imported)
      people.formUnion(other.people)
    }
  }

  /// The codes that name another place in the percentages' year, each once.
  private(set) var changed: [Estimator.Changed] = []
  private(set) var years = Years()
  /// The files that people and percentages came out of.
  private(set) var origins: Set<Estimator.Origin> = []

  mutating func add(_ estimator: Estimator) {
    changed += estimator.changed.filter { !changed.contains($0) }
    years.formUnion(Years(estimator))
    origins.formUnion(estimator.origins)
  }

  mutating func add(_ other: RateUse) {
    changed += other.changed.filter { !changed.contains($0) }
    years.formUnion(other.years)
    origins.formUnion(other.origins)
  }
}

extension RateUse.Years {
  init(_ estimator: Estimator) {
    let ages = Set(estimator.ages.map(\.name))
    taken = Set(estimator.origins.map(\.healthYear))
    people = Set(estimator.origins.map(\.areasYear))
    imported = Set(
      estimator.tables.filter { table in
        (ages.contains(table.age) || ages.contains(Estimator.middleAges))
          && estimator.stems.contains { table.indicator($0) != nil }
      }.map(\.year))
  }
}
