import WorkbenchKit

/// The estimates as a table, small counts held back.
struct EstimateTable {
  let table: Table
  /// What is held back of it.
  let held: Disclosure

  init(
    _ estimator: Estimator, origins: [String], small counts: SmallCounts, ranking: Ranking? = nil,
    margins: EditionMargins? = nil,
    title: Text
  ) {
    let estimates = estimator.estimates
    let ages = estimator.ages.map(\.name)
    let population = estimates.map(\.figures.population)
    let estimate = estimates.map(\.figures.estimate)
    let ranges = estimates.map { one in
      (OwnRange.share(one) ?? margins?.range(one)).map {
        (low: $0.low * one.figures.population, high: $0.high * one.figures.population)
      }
    }
    let hasRanges = ranking == nil && ranges.contains { $0 != nil }
    let people = estimator.ages.count == 1 ? estimator.ages[0].short : Text(nl: "mensen", en: "people")
    held = AreaDisclosure.rows(
      estimates.map(\.area), tables: estimates.map { $0.stem * ages.count + $0.age }, [estimate, population],
      estimator.atlas, counts)
    // A published percentage is public; one of one's own gives its count away.
    let own = held.only(Set(estimates.indices.filter { estimator.own(estimates[$0]) != nil }))
    let populations = counts.column("population", population, label: people, held: held)
    let persons = counts.column("estimate", estimate, label: Text(nl: "personen", en: "persons"), held: held)
    let whole = Table(
      title: title,
      columns: [
        .texts("area", estimates.map(\.area.code), label: Text(nl: "gebied", en: "area")),
        .texts("name", estimates.map(\.area.name), label: Text(nl: "naam", en: "name")),
        .texts("indicator", estimates.map { estimator.stems[$0.stem] }, label: Text(nl: "indicator", en: "indicator"))
          .asDetail(estimator.stems.count == 1),
        .texts("age", estimates.map { ages[$0.age] }, label: Text(nl: "leeftijd", en: "age"))
          .asDetail(ages.count == 1),
        populations.asDetail(ranking != nil),
        counts.column(
          "rate", estimates.map(\.figures.rate), label: .verbatim("%"), held: own, as: .rates, unit: .share,
          format: .share(1)),
        persons,
        counts.column(
          "low", ranges.map { $0?.low ?? .nan }, label: Text(nl: "laag", en: "low"), held: held, as: .bounds
        ).asDetail(!hasRanges),
        counts.column(
          "high", ranges.map { $0?.high ?? .nan }, label: Text(nl: "hoog", en: "high"), held: held, as: .bounds
        ).asDetail(!hasRanges),
      ] + (ranking?.columns(without: own.hidden) ?? []) + [
        .texts(
          "method", estimates.map { estimator.own($0)?.measure == .count ? "count" : "direct" },
          label: Text(nl: "methode", en: "method")
        ).asDetail(),
        .texts("origin", estimates.map { $0.origin.map { origins[$0] } }, label: Text(nl: "herkomst", en: "origin"))
          .asDetail(),
      ] + Column.nesting(of: estimates.map(\.area)))
    table = ranking.map { whole.rows($0.order(Self.classes(estimator), last: own.hidden)) } ?? whole
  }

  /// Rows of the same indicator, age and level can be compared.
  static func classes(_ estimator: Estimator) -> [Int] {
    let levels = AreaLevel.allCases
    return estimator.estimates.map { one in
      (one.stem * estimator.ages.count + one.age) * levels.count + (levels.firstIndex(of: one.area.level) ?? 0)
    }
  }
}
