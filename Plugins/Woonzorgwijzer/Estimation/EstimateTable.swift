import WorkbenchKit

/// The estimates as a table, small counts held back.
struct EstimateTable {
  let table: Table
  /// Rows whose estimate is small.
  let small: Int
  /// Rows in which something else is held back so that a small count does not follow.
  let complements: Int

  init(_ estimator: Estimator, origins: [String], small counts: SmallCounts, title: Text) {
    let estimates = estimator.estimates
    let ages = estimator.ages.map(\.name)
    let population = estimates.map(\.figures.population)
    let estimate = estimates.map(\.figures.estimate)
    let missing = [Double](repeating: .nan, count: estimates.count)
    let people = ages.count == 1 ? Text.verbatim(ages[0]) : Text(nl: "mensen", en: "people")
    var populations = counts.column("population", population, label: people)
    var persons = counts.column("estimate", estimate, label: Text(nl: "personen", en: "persons"))
    small = persons.withheld.count
    let beside = persons.withheld.keys.filter { populations.withheld[$0] == nil }
    counts.withhold(beside, in: &populations, mark: SmallCounts.complement)
    let totals = Self.totalsThatTell(estimates, withheld: Set(persons.withheld.keys))
    counts.withhold(totals, in: &persons, mark: SmallCounts.complement)
    counts.withhold(totals.filter { populations.withheld[$0] == nil }, in: &populations, mark: SmallCounts.complement)
    complements = Set(beside).union(totals).count
    table = Table(
      title: title,
      columns: [
        .texts("area", estimates.map(\.area.code), label: Text(nl: "gebied", en: "area")),
        .texts("name", estimates.map(\.area.name), label: Text(nl: "naam", en: "name")),
        .texts("indicator", estimates.map { estimator.stems[$0.stem] }, label: Text(nl: "indicator", en: "indicator"))
          .asDetail(estimator.stems.count == 1),
        .texts("age", estimates.map { ages[$0.age] }, label: Text(nl: "leeftijd", en: "age"))
          .asDetail(ages.count == 1),
        populations,
        .numbers(
          "rate", estimates.map(\.figures.rate), label: .verbatim("%"), unit: .share, format: .share(1)),
        persons,
        .numbers("low", missing, label: Text(nl: "laag", en: "low"), unit: .persons, format: .decimals(0)).asDetail(),
        .numbers("high", missing, label: Text(nl: "hoog", en: "high"), unit: .persons, format: .decimals(0))
          .asDetail(),
        .texts("method", estimates.map { _ in "direct" }, label: Text(nl: "methode", en: "method")).asDetail(),
        .texts("origin", estimates.map { $0.origin.map { origins[$0] } }, label: Text(nl: "herkomst", en: "origin"))
          .asDetail(),
      ])
  }

  /// The rows of own areas out of which a small count of one of their buurten could be worked: all their others show.
  private static func totalsThatTell(_ estimates: [Estimator.Estimate], withheld: Set<Int>) -> [Int] {
    guard !withheld.isEmpty, estimates.contains(where: \.area.isOwn) else { return [] }
    struct Cell: Hashable {
      let code: String
      let stem: Int
      let age: Int
    }
    let rows = Dictionary(
      estimates.enumerated().map { (Cell(code: $1.area.code, stem: $1.stem, age: $1.age), $0) },
      uniquingKeysWith: { first, _ in first })
    return estimates.indices.filter { row in
      let total = estimates[row]
      guard total.area.isOwn, !withheld.contains(row) else { return false }
      let parts = total.area.partCodes.map { rows[Cell(code: $0, stem: total.stem, age: total.age)] }
      let hidden = parts.count { $0.map(withheld.contains) ?? true }
      return hidden == 1 && parts.contains { $0.map(withheld.contains) ?? false }
    }
  }
}
