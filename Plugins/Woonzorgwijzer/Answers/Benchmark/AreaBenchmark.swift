import WorkbenchKit

/// An area beside what it is compared with, by one indicator.
struct AreaBenchmark {
  let area: Area
  let comparators: Comparators
  let benchmark: Benchmark

  /// - Parameters:
  ///   - words: what to compare with; none is its municipality.
  ///   - age: nil takes all that are loaded for the indicator.
  /// - Throws: what `Comparators` throws; `indicator.unknown` where the indicator is not loaded for the age.
  init(
    _ area: Area, with words: [(word: String, place: Place?)], at place: Place?, stem: String,
    age: String?,
    ageAt agePlace: Place?, _ search: IndicatorSearch, _ atlas: Atlas, _ context: Context
  ) throws {
    self.area = area
    let loaded = try search.ages(nil, at: nil).filter { age in
      search.tables.contains { $0.age == age.name && $0.indicator(stem) != nil }
    }
    let wanted = try age.map { try search.ages($0, at: agePlace) } ?? loaded
    guard let bands = AgeBands(wanted, loaded: loaded), loaded.contains(where: { $0.name == bands.whole.name }) else {
      throw Self.notForAge(stem, age ?? "", loaded, at: agePlace)
    }
    var estimator = Estimator(search, in: atlas, stems: [stem], ages: bands.ages)
    comparators = try Comparators(words, at: place, for: area, atlas, search.codebook) { areas in
      var trial = estimator
      try trial.estimate(areas, context: context)
      let known = Set(trial.estimates.filter { $0.age == 0 && !$0.figures.rate.isNaN }.map(\.area.code))
      return areas.map { known.contains($0.code) }
    }
    var seen: Set<String> = []
    let all = ([area] + comparators.areas + comparators.siblings).filter { seen.insert($0.code).inserted }
    try estimator.estimate(all, context: context)
    benchmark = Benchmark(estimator, bands: bands, others: comparators.reference)
  }

  private static func notForAge(_ stem: String, _ age: String, _ loaded: [Codebook.Age], at place: Place?)
    -> Diagnostic
  {
    let ages = loaded.map(\.name).joined(separator: ", ")
    return Diagnostic(
      "indicator.unknown",
      Text(nl: "'\(stem)' is niet ingelezen voor \(age)", en: "'\(stem)' is not imported for \(age)"),
      wayOut: Text(nl: "wel voor \(ages)", en: "it is for \(ages)"), suggestion: loaded.first?.name, place: place)
  }
}
