import WorkbenchKit

/// Where a source gives more people with a trait than with another that each of them has too: its percentages are modelled one
/// by one, and need not fit together.
struct Contradictions {
  struct Found {
    let stem: String
    let whole: String
    /// Of how many areas both are known.
    let known: Int
    let areas: [Area]
    /// Percentages of the first of the areas.
    let percent: Double
    let most: Double
  }

  let found: [Found]

  init(_ estimator: Estimator, _ combinations: KnownCombinations) {
    let wholes = estimator.stems.map(combinations.wholes)
    let tables = Dictionary(
      estimator.tables.map { ($0.tableName, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Found] = []
    for (stem, wholes) in wholes.enumerated() where !wholes.isEmpty {
      let rows = estimator.estimates.filter { $0.stem == stem && $0.area.place != nil && $0.origin != nil }
      for whole in wholes {
        let pairs = tables.mapValues { ($0.indicator(estimator.stems[stem]), $0.indicator(whole)) }
        // An area counts once, whatever number of age groups it has.
        var known: Set<String> = []
        var contradicted: Set<String> = []
        var areas: [(area: Area, percent: Double, most: Double)] = []
        for row in rows {
          guard let place = row.area.place, let health = row.origin.map({ estimator.origins[$0].health }),
            let at = tables[health]?.row(place.code, in: place.year), let pair = pairs[health],
            let percent = pair.0?.percentages[at], let most = pair.1?.percentages[at], !percent.isNaN, !most.isNaN
          else { continue }
          known.insert(place.code)
          guard percent > most + 1e-9, contradicted.insert(place.code).inserted else { continue }
          areas.append((row.area, percent, most))
        }
        guard let first = areas.first else { continue }
        found.append(
          Found(
            stem: estimator.stems[stem], whole: whole, known: known.count, areas: areas.map(\.area),
            percent: first.percent,
            most: first.most))
      }
    }
    self.found = found
  }
}
